"""No tab, nor the sign-in, has a serious or critical fault of accessibility by axe-core: light and
dark, on a desktop and on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.ui.fakes import CLAIM, REFUSAL, SIX, TABLE
from tests.ui.house import House, signed_in, tab
from tests.ui.served import served

pytestmark = pytest.mark.browser

DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=375, height=812)


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
def visit(browser: Browser, house: House) -> Iterator[Page]:
    """The page with all its tabs."""
    shown = browser.new_page(viewport=DESKTOP, reduced_motion="reduce")
    signed_in(shown, house.url)
    yield shown
    shown.close()


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


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_each_tab_as_it_is_first_seen(visit: Page, dark: bool, size: ViewportSize) -> None:
    visit.set_viewport_size(size)
    shade(visit, dark)
    tabs = visit.locator("#zw-tabs [role=tab]:visible")
    names = [one.get_attribute("data-tab-id") for one in tabs.all()]
    assert names == ["chat", "data", "desk", "wording", "shelf", "evaluation"]
    for name in names:
        tab(visit, str(name))
        visit.wait_for_timeout(500)
        assert faults(visit) == [], name
        assert visit.evaluate("document.documentElement.scrollWidth") <= size["width"], name


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_sign_in_also_after_a_mistake(
    browser: Browser, house: House, dark: bool, size: ViewportSize
) -> None:
    shown = browser.new_page(viewport=size, color_scheme="dark" if dark else "light")
    shown.goto(house.url)
    assert faults(shown) == []
    shown.fill("#name", "nobody")
    shown.fill("#password", "wrong")
    shown.click("button[type=submit]")
    expect(shown.locator("[role=alert]")).to_be_visible()
    assert faults(shown) == []
    shown.close()


def test_a_fault_would_be_found(visit: Page) -> None:
    visit.evaluate("document.body.insertAdjacentHTML('beforeend', '<button id=bad></button>')")
    assert any(found.startswith("button-name") for found in faults(visit))
    visit.evaluate("document.getElementById('bad').remove()")
