"""Print the pins of everything that zhengwen needs, as installed here: `make constraints`.

Walks the requirements of pyproject.toml, extras included, through the metadata of the
installed packages. Local version suffixes (the ``+cpu`` of torch) are left out, so that the
pins hold for every build of a package.
"""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.version import Version

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
HEADER = "# Made by `make constraints` from what is installed; edit pyproject.toml instead."


def roots(project: dict[str, Any]) -> list[str]:
    """The requirements that pyproject.toml states, those of all extras included."""
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(line for lines in extras for line in lines)]


def closure(requirements: Iterable[str]) -> dict[str, str]:
    """Name → installed version of the requirements and of all that they require here."""
    pins: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [Requirement(line) for line in requirements]
    while waiting:
        requirement = waiting.pop()
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        pins[name] = Version(version(name)).public
        for extra in {"", *requirement.extras} - {e for n, e in seen if n == name}:
            seen.add((name, extra))
            waiting += [r for r in map(Requirement, requires(name) or ()) if _holds(r, extra)]
    return pins


def _holds(requirement: Requirement, extra: str) -> bool:
    """Whether a requirement counts on this machine, for this extra of its package."""
    marker = requirement.marker
    return marker is None or marker.evaluate({"extra": extra})


def main() -> None:
    """Write the pins to standard output, one a line, by name."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    try:
        pins = closure(roots(project))
    except PackageNotFoundError as missing:
        raise SystemExit(f"{missing.name} is not installed: run `make setup` first") from None
    print(HEADER, *(f"{name}=={pins[name]}" for name in sorted(pins)), sep="\n")


if __name__ == "__main__":
    main()
