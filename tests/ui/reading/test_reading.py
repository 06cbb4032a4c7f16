"""Reading in a browser: the quote beside its marker, from source to source, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.ui.fakes import EVIL, GROWTH, GROWTH_2026, LOOKED, PROJECTS, SIX
from tests.ui.served import served

pytestmark = pytest.mark.browser

DESKTOP = ViewportSize(width=1280, height=800)


@pytest.fixture(scope="module")
def url(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(root, tmp_path_factory.mktemp("home") / "feedback.jsonl") as found:
        yield found


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """The page at desktop width; at the end nothing has failed in it."""
    context = browser.new_context(viewport=DESKTOP)
    shown = context.new_page()
    troubles: list[str] = []
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.goto(url)
    expect(shown.locator(".welcome")).to_be_visible()
    yield shown
    context.close()
    assert troubles == []


def ask(page: Page, question: str) -> None:
    page.fill("#zw-box textarea", question)
    page.press("#zw-box textarea", "Enter")
    expect(page.locator(".exchange:last-child .is-done")).to_be_visible(timeout=10_000)


def test_the_quote_of_a_marker_shows_under_pointer_and_keyboard(page: Page) -> None:
    ask(page, SIX.question)
    quote = page.locator("#zw-quote")
    page.hover(".cite >> nth=0")
    expect(quote.locator(".quote")).to_have_text(PROJECTS)
    expect(quote.locator(".where")).to_contain_text("三、2025年重点任务")
    page.hover("#zw-quote")
    page.wait_for_timeout(300)
    expect(quote).to_be_visible()
    page.keyboard.press("Escape")
    expect(quote).to_be_hidden()
    page.focus("#zw-box textarea")
    page.locator(".cite >> nth=0").focus()
    page.keyboard.press("Tab")
    second = page.locator(".cite >> nth=1")
    expect(second).to_be_focused()
    expect(quote.locator(".quote")).to_have_text(GROWTH)
    expect(second).to_have_attribute("aria-describedby", "zw-quote")


def test_a_quote_with_markup_is_shown_as_text(page: Page) -> None:
    ask(page, EVIL)
    page.hover(".cite >> nth=0")
    expect(page.locator("#zw-quote .quote")).to_have_text(f"正文里有 {EVIL}")
    assert page.locator("img").count() == 0


def test_from_source_to_source_by_button_and_arrow(page: Page) -> None:
    ask(page, SIX.question)
    page.click(".cite >> nth=0")
    at = page.locator(".turning .at")
    expect(at).to_have_text("1/2")
    expect(page.locator("[data-turn='-1']")).to_be_disabled()
    page.click("[data-turn='1']")
    expect(at).to_have_text("2/2")
    expect(page.locator("#cited")).to_have_text(GROWTH)
    page.keyboard.press("ArrowLeft")
    expect(at).to_have_text("1/2")
    expect(page.locator("#cited")).to_be_in_viewport(ratio=1)


def test_what_was_not_cited_stands_apart_and_folded_and_can_be_opened(page: Page) -> None:
    ask(page, LOOKED.question)
    apart = page.locator("#zw-evidence .uncited")
    expect(apart.locator("summary")).to_have_text("检索到、没有引用（2）")
    expect(apart.locator(".card >> nth=0")).to_be_hidden()
    apart.locator("summary").click()
    apart.locator(".card >> nth=1").click()
    expect(page.locator("#cited")).to_have_text(GROWTH_2026)
    expect(page.locator(".sheet .unmarked")).to_contain_text("没有采用")


def test_keys_find_the_field_and_the_last_question(page: Page) -> None:
    ask(page, SIX.question)
    page.click(".cite >> nth=0")
    page.keyboard.press("/")
    field = page.locator("#zw-box textarea")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_have_value(SIX.question)
    expect(page.locator("[role=status].zw-unseen")).to_contain_text("六大工程是")
    page.click("[data-event=switch]")
    expect(page.locator("html")).to_have_attribute("lang", "en")
