"""The tab 数据表 in a browser: chosen, filtered, opened, taken along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.fakes import GROWTH_2026
from tests.ui.served import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with served(root, tmp_path_factory.mktemp("home") / "feedback.jsonl") as url:
        shown = browser.new_page()
        troubles: list[str] = []
        shown.on("pageerror", lambda error: troubles.append(str(error)))
        shown.goto(url)
        shown.get_by_role("tab", name="数据表").click()
        expect(shown.locator("#zw-data-sheet tbody tr")).to_have_count(3)
        yield shown
        shown.close()
        assert troubles == []


def test_a_value_opens_its_sentence(page: Page) -> None:
    page.locator("#zw-data-sheet .cite").nth(1).click()
    expect(page.locator("#zw-data-viewer mark")).to_have_text(GROWTH_2026)
    page.click("#zw-data-viewer .back")
    expect(page.locator("#zw-data-viewer mark")).to_have_count(0)


def test_rows_are_filtered_and_the_table_taken_along(page: Page) -> None:
    page.fill("[data-filter]", "海陵")
    expect(page.locator("#zw-data-sheet tbody tr:visible")).to_have_count(1)
    page.fill("[data-filter]", "")
    with page.expect_download() as loaded:
        page.click("#zw-data-sheet [data-form=csv]")
    assert loaded.value.path().read_text(encoding="utf-8").startswith("\ufeff地区,年份")


def test_the_drawing_is_saved_as_a_picture(page: Page) -> None:
    expect(page.locator("#zw-data-sheet .plot")).to_have_attribute("open", "")
    with page.expect_download() as loaded:
        page.click("#zw-data-sheet [data-png]")
    assert loaded.value.path().read_bytes().startswith(b"\x89PNG")
