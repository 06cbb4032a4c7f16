"""Photographs of a page that is being served: ``python -m ui.screenshots --url URL --out docs``."""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UserError
from ui.app import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ANSWERED = ".answer:is(.is-done, .is-failed)"


@dataclass(frozen=True, slots=True)
class Photograph:
    """One picture. ``width`` and ``height`` in CSS pixels; ``opened`` shows the first source."""

    name: str
    width: int
    height: int
    dark: bool = False
    opened: bool = False


PHOTOGRAPHS = (
    Photograph("screenshots-light", 1280, 800),
    Photograph("screenshots-source", 1280, 800, opened=True),
    Photograph("screenshots-dark", 1280, 800, dark=True, opened=True),
    Photograph("screenshots-phone", 375, 812),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Take all photographs of an answered question and print where they lie."""
    parser = argparse.ArgumentParser(prog="python -m ui.screenshots", description=main.__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:7860")
    parser.add_argument("--out", type=Path, default=Path("docs"))
    parser.add_argument("--question", default=EXAMPLES[1])
    chosen = parser.parse_args(arguments)
    with chromium() as browser:
        for path in take(browser, chosen.url, chosen.question, chosen.out):
            print(path)


@contextmanager
def chromium() -> "Iterator[Browser]":
    """The Chromium of this machine, started; raises UserError where there is none."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        raise UserError("没有找到 Chromium，请先安装（apt-get install chromium）。")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


def take(browser: "Browser", url: str, question: str, out: Path) -> list[Path]:
    """The photographs of ``question`` answered at ``url``, as PNG files in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    return [_take(browser, photograph, url, question, out) for photograph in PHOTOGRAPHS]


def _take(browser: "Browser", wanted: Photograph, url: str, question: str, out: Path) -> Path:
    page = browser.new_page(
        viewport={"width": wanted.width, "height": wanted.height},
        color_scheme="dark" if wanted.dark else "light",
        device_scale_factor=2,
        reduced_motion="reduce",
    )
    page.goto(url)
    _ask(page, question)
    if wanted.opened:
        page.click(".cite")
        page.wait_for_selector(".sheet")
    page.wait_for_timeout(500)
    path = out / f"{wanted.name}.png"
    page.screenshot(path=path)
    page.close()
    return path


def _ask(page: "Page", question: str) -> None:
    page.wait_for_selector(".welcome")
    page.fill("#zw-box textarea", question)
    page.press("#zw-box textarea", "Enter")
    page.wait_for_selector(ANSWERED)


if __name__ == "__main__":
    main()
