"""Where the tests find the project, the development material and a browser."""

import shutil
from pathlib import Path

import pytest

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """The development material beside the repository; no part of the project."""
    folder = root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no folder ../shared beside the repository: development material is absent")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium of this machine, for Playwright's ``executable_path``."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return Path(found)
