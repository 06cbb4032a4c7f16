"""The browser and the house that the tests of the page share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.ui.house import House, opened
from ui.screenshots.browser import FLAGS

# What is expected is waited for this long: five seconds are too few on a machine that is busy.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def house(root: Path, chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The page as the command serves it; not started where no browser could look at it."""
    with opened(root, tmp_path_factory.mktemp("house")) as found:
        yield found
