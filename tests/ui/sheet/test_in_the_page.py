"""A table in the browser: sorted by its heads, taken along as a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.fakes import TABLE
from tests.ui.served import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page with one table in it."""
    with served(root, tmp_path_factory.mktemp("home") / "feedback.jsonl") as url:
        shown = browser.new_page()
        shown.goto(url)
        shown.fill("#zw-box textarea", TABLE.question)
        shown.press("#zw-box textarea", "Enter")
        expect(shown.locator(".is-done")).to_be_visible(timeout=10_000)
        yield shown
        shown.close()


def test_a_head_sorts_and_turns_round_what_is_silent_last(page: Page) -> None:
    years = page.locator(".answer tbody tr td:nth-child(2)")
    value = page.get_by_role("button", name="地区生产总值增长目标")
    value.click()
    expect(years).to_have_text(["2026", "2025", "2026"])
    expect(page.locator(".answer th").nth(2)).to_have_attribute("aria-sort", "ascending")
    value.click()
    expect(years).to_have_text(["2025", "2026", "2026"])
    expect(page.locator(".answer tbody tr").last).to_contain_text("海陵")


@pytest.mark.parametrize(("form", "begins"), [("csv", "\ufeff地区,年份"), ("markdown", "# 政问")])
def test_an_answer_is_taken_along(page: Page, form: str, begins: str) -> None:
    page.locator(".take summary").click()
    with page.expect_download() as loaded:
        page.click(f"[data-form={form}]")
    assert loaded.value.path().read_text(encoding="utf-8").startswith(begins)
    expect(page.locator(".take .forms")).to_be_hidden()
