"""Conversations in a browser: kept, found after a restart, opened as they were, removed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.ui.fakes import EVIL, PROJECTS, SIX, TABLE
from tests.ui.served import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def url(root: Path, home: Path) -> Iterator[str]:
    with served(root, home / "feedback.jsonl") as found:
        yield found


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """The page at desktop width; at the end nothing has failed in it."""
    context = browser.new_context(viewport=ViewportSize(width=1280, height=800))
    shown = context.new_page()
    troubles: list[str] = []
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    shown.goto(url)
    expect(shown.locator(".past")).to_be_visible()
    yield shown
    context.close()
    assert troubles == []


def ask(page: Page, question: str) -> None:
    asked = page.locator(".exchange").count()
    page.fill("#zw-box textarea", question)
    page.press("#zw-box textarea", "Enter")
    exchange = page.locator(".exchange").nth(asked)
    expect(exchange.locator(":is(.is-done, .is-failed)")).to_be_visible(timeout=10_000)


def test_a_conversation_is_kept_opened_again_renamed_found_and_removed(
    page: Page, home: Path
) -> None:
    ask(page, SIX.question)
    ask(page, TABLE.question)
    page.get_by_role("button", name="回答得好").first.click()
    expect(page.locator(".thanks")).to_have_count(1)
    page.click("[data-event=fresh]")
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, EVIL)
    summary = page.locator(".past summary")
    expect(summary).to_have_text("历史对话（2）")
    assert len(list(home.glob("conversations/*/*.jsonl"))) == 2
    page.reload()
    expect(page.locator(".welcome")).to_be_visible()
    summary.click()
    rows = page.locator(".past li")
    expect(rows.locator(".title")).to_have_text([EVIL, SIX.question])
    page.fill(".past [type=search]", "gdp")
    expect(rows.nth(0)).to_be_hidden()
    rows.nth(1).locator(".reopen").click()
    expect(page.locator(".question")).to_have_text([SIX.question, TABLE.question])
    expect(page.locator(".thanks")).to_have_count(1)
    page.click(".exchange >> nth=0 >> .cite >> nth=0")
    expect(page.locator("#cited")).to_have_text(PROJECTS)
    page.keyboard.press("Escape")
    ask(page, "我问过什么")
    expect(page.locator(".prose-text").last).to_have_text(f"问过：{SIX.question}、{TABLE.question}")
    expect(summary).to_have_text("历史对话（2）")
    summary.click()
    rows.nth(0).locator("[data-rename]").click()
    page.keyboard.type("工程")
    page.keyboard.press("Enter")
    expect(rows.nth(0).locator(".title")).to_have_text("工程")
    rows.nth(1).locator("[data-sure]").click()
    rows.nth(1).locator(".sure").click()
    expect(rows).to_have_count(1)
    assert len(list(home.glob("conversations/*/*.jsonl"))) == 1
    assert page.locator("img").count() == 0


def test_what_is_gone_meanwhile_is_told_in_one_sentence(page: Page, home: Path) -> None:
    ask(page, SIX.question)
    page.click(".past summary")
    expect(page.locator(".reopen[aria-current]")).to_have_count(1)
    for path in home.glob("conversations/*/*.jsonl"):
        path.unlink()
    page.click(".reopen[aria-current]")
    expect(page.locator("#zw-notice [role=alert]")).to_have_text("这个对话已经删除了。")
    expect(page.locator(".past summary")).to_have_text("历史对话（0）")


def test_on_a_phone_the_list_fits(page: Page) -> None:
    page.set_viewport_size(ViewportSize(width=390, height=844))
    ask(page, SIX.question)
    page.click(".past summary")
    expect(page.locator(".past .panel")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
