"""Addresses in a browser: a question asked, a source opened; and the scope changed by its chips."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.ui.fakes import EVIL, GROWTH, SIX, YUNZE_2025
from tests.ui.served import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def url(root: Path) -> Iterator[str]:
    with served(root) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of desktop width that is nowhere yet; at the end nothing has failed in it."""
    context = browser.new_context(
        viewport=ViewportSize(width=1280, height=800),
        permissions=["clipboard-read", "clipboard-write"],
    )
    shown = context.new_page()
    troubles: list[str] = []
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    yield shown
    context.close()
    assert troubles == []


def answered(page: Page, number: int) -> None:
    exchange = page.locator(".exchange").nth(number)
    expect(exchange.locator(".is-done")).to_be_visible(timeout=10_000)
    page.wait_for_timeout(400)  # it is drawn once more


def test_a_link_asks_its_question_once_and_copied_links_lead_back(page: Page, url: str) -> None:
    page.goto(f"{url}/?q={quote(SIX.question)}&tab=chat")
    answered(page, 0)
    assert page.url == f"{url}/?tab=chat"
    expect(page.locator(".question")).to_have_text([SIX.question])
    page.click(".acts [data-link]")
    assert page.evaluate("navigator.clipboard.readText()") == f"{url}/?q={quote(SIX.resolved)}"
    page.click(".cite >> nth=1")
    page.click(".sheet-bar [data-link]")
    expect(page.locator(".sheet-bar [data-link]")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    page.goto(copied)
    expect(page.locator("#cited")).to_have_text(GROWTH)
    expect(page.locator("#cited")).to_be_in_viewport(ratio=1)
    expect(page.locator(".welcome")).to_be_visible()


def test_a_hostile_or_mistaken_address_is_text_and_one_sentence(page: Page, url: str) -> None:
    page.goto(f"{url}/?doc={quote(EVIL)}&start=x&tab={quote(EVIL)}")
    said = page.locator("#zw-notice [role=alert]")
    expect(said).to_have_text("地址里的文件在文库里找不到。")
    page.goto(f"{url}/?q={quote('问' * 5001)}")
    expect(said).to_contain_text("问题有 5,001 字")
    page.goto(f"{url}/?q={quote(EVIL)}&doc={quote(YUNZE_2025.source)}&start=99999999")
    answered(page, 0)
    assert page.locator("img").count() == 0
    page.goto(f"{url}/?tab=desk")
    expect(page.locator("#zw-desk-box")).to_be_visible()


def test_the_question_understood_and_the_scope_can_be_changed(page: Page, url: str) -> None:
    page.goto(f"{url}/?q={quote(SIX.question)}")
    answered(page, 0)
    page.click(".understood")
    expect(page.locator("#zw-box textarea")).to_have_value(SIX.resolved)
    expect(page.locator("#zw-box textarea")).to_be_focused()
    year = page.locator(".scope select[data-field=years].other")
    year.focus()
    year.select_option("2026")
    answered(page, 1)
    chips = page.locator(".exchange:last-child .chip")
    expect(chips).to_have_text(["云泽×", "2026年×"])
    added = page.locator(".exchange:last-child select[data-field=years].add")
    added.focus()
    added.select_option("2020")
    answered(page, 2)
    expect(chips).to_have_text(["云泽×", "2026年×", "2020年×"])
