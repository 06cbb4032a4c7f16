"""The command of this package."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from ui.screenshots.browser import chromium
from ui.screenshots.camera import take


def main(arguments: Sequence[str] | None = None) -> None:
    """Take all photographs of a page that is being served and print where they lie."""
    parser = argparse.ArgumentParser(prog="python -m ui.screenshots", description=main.__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:7860")
    parser.add_argument("--out", type=Path, default=Path("docs/screenshots"))
    chosen = parser.parse_args(arguments)
    with chromium() as browser:
        for path in take(browser, chosen.url, chosen.out):
            print(path)


if __name__ == "__main__":
    main()
