"""No tab has a serious or critical fault of accessibility, light or dark, by axe-core."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, ViewportSize, expect

from index.build import build
from index.embedders import encoder
from tests.rag.library import written
from tests.rag.shelf.shelves import report
from tests.ui.fakes import CLAIM, REFUSAL, SIX, TABLE
from tests.ui.served import END_SECONDS, READY, served

pytestmark = pytest.mark.browser

DESKTOP = ViewportSize(width=1280, height=900)


@pytest.fixture(scope="module")
def talk(browser: Browser, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The chat over the fakes, with an answer of each kind."""
    with served(root, tmp_path_factory.mktemp("home") / "feedback.jsonl") as url:
        shown = browser.new_page(viewport=DESKTOP, reduced_motion="reduce")
        shown.goto(url)
        expect(shown.locator(".welcome")).to_be_visible()
        for number, answer in enumerate((TABLE, CLAIM, REFUSAL, SIX)):
            shown.fill("#zw-box textarea", answer.question)
            shown.press("#zw-box textarea", "Enter")
            ended = shown.locator(".exchange").nth(number).locator(".is-done")
            expect(ended).to_be_visible(timeout=30_000)
        shown.wait_for_timeout(400)  # it is drawn once more
        yield shown
        shown.close()


@pytest.fixture(scope="module")
def house(browser: Browser, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page with all its tabs, as the command serves it over a library of one document."""
    folder = tmp_path_factory.mktemp("served")
    library = written(folder / "library", {"云溪.txt": report("云溪县", 2026, 118)})
    build([library], folder / "home", encoder())
    command = [sys.executable, "-m", "rag.cli", "serve", "--today", "2026-03-01"]
    environment = {**os.environ, "ZHENGWEN_HOME": str(folder / "home"), "ZHENGWEN_PORT": "0"}
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().removeprefix(READY).strip()
        shown = browser.new_page(viewport=DESKTOP, reduced_motion="reduce")
        shown.goto(url)
        expect(shown.locator(".welcome")).to_be_visible()
        yield shown
        shown.close()
        process.terminate()
        process.wait(END_SECONDS)


def shade(page: Page, dark: bool) -> None:
    """Turns the page dark or light with its own button."""
    if page.evaluate("document.body.classList.contains('dark')") is not dark:
        page.click("[data-theme]")
        page.wait_for_timeout(500)  # until all is painted in its new colours


def faults(page: Page) -> list[str]:
    """What axe-core finds serious or critical: the rule, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_conversation_its_menus_and_a_source(talk: Page, dark: bool) -> None:
    shade(talk, dark)
    assert faults(talk) == []
    talk.locator(".take summary").last.click()
    assert faults(talk) == []
    talk.click(".past summary")
    assert faults(talk) == []
    talk.keyboard.press("Escape")
    talk.locator(".exchange").last.locator(".cite").first.click()
    expect(talk.locator("#cited")).to_be_visible()
    assert faults(talk) == []
    talk.click(".sheet .back")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_report_of_an_evaluation(talk: Page, dark: bool) -> None:
    shade(talk, dark)
    talk.get_by_role("tab", name="评测").click()
    if talk.locator("#zw-evaluation-sheet table").count() == 0:
        talk.click("#zw-evaluation-run")
    expect(talk.locator("#zw-evaluation-sheet table")).to_be_visible(timeout=30_000)
    talk.locator("#zw-evaluation-failed summary").first.click()
    assert faults(talk) == []
    talk.get_by_role("tab", name="问答").click()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_each_tab_as_it_is_first_seen(house: Page, dark: bool) -> None:
    shade(house, dark)
    tabs = house.locator("#zw-tabs [role=tab]:visible")
    for number in range(tabs.count()):
        tabs.nth(number).click()
        house.wait_for_timeout(500)
        assert faults(house) == [], tabs.nth(number).text_content()


def test_a_fault_would_be_found(house: Page) -> None:
    house.evaluate("document.body.insertAdjacentHTML('beforeend', '<button id=bad></button>')")
    assert any(found.startswith("button-name") for found in faults(house))
    house.evaluate("document.getElementById('bad').remove()")
