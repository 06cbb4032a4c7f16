"""The tab 评测 in a browser: run, watched, stopped, read, taken along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.served import served

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, root: Path, tmp_path: Path) -> Iterator[Page]:
    with served(root, tmp_path / "feedback.jsonl") as url:
        shown = browser.new_page()
        troubles: list[str] = []
        shown.on("pageerror", lambda error: troubles.append(str(error)))
        shown.goto(url)
        shown.get_by_role("tab", name="评测").click()
        expect(shown.locator("#zw-evaluation-sheet .hint").last).to_contain_text("运行评测")
        yield shown
        shown.close()
        assert troubles == []


def test_a_run_is_watched_and_its_report_read(page: Page) -> None:
    page.click("#zw-evaluation-run")
    expect(page.locator("#zw-evaluation-progress progress")).to_be_visible()
    expect(page.locator("#zw-evaluation-sheet tbody tr")).to_have_count(3)
    expect(page.locator("#zw-evaluation-run")).to_be_visible()
    expect(page.locator("#zw-evaluation-failed details")).to_have_count(2)
    page.click("#zw-evaluation-sheet [data-type=number]")
    expect(page.locator("#zw-evaluation-failed details")).to_have_count(1)
    with page.expect_download() as loaded:
        page.click("#zw-evaluation-sheet [data-form=markdown]")
    assert loaded.value.path().read_text(encoding="utf-8") == "bundled as markdown"
    page.click("#zw-header [data-event=switch]")
    expect(page.locator("#zw-evaluation-failed h2")).to_contain_text("Wrong answers")
    expect(page.locator("#zw-evaluation-cases input")).to_have_value("Bundled questions")


def test_a_run_is_stopped(page: Page) -> None:
    page.click("#zw-evaluation-run")
    page.click("#zw-evaluation-stop")
    expect(page.locator("#zw-evaluation-progress")).to_contain_text("已停止")
    expect(page.locator("#zw-evaluation-run")).to_be_visible()


def choose(page: Page, file: Path) -> None:
    """Uploads a file as a person does."""
    with page.expect_file_chooser() as chooser:
        page.click("#zw-evaluation-upload")
    chooser.value.set_files(file)


def test_questions_of_ones_own_are_asked_or_it_is_said_why_not(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text("nonsense", encoding="utf-8")
    choose(page, file)
    expect(page.locator("#zw-evaluation-notice")).to_have_text("mine.jsonl:1 不是 JSON。")
    file.write_text("{}", encoding="utf-8")
    choose(page, file)
    expect(page.locator("#zw-evaluation-cases input")).to_have_value("上传的题目")
    expect(page.locator("#zw-evaluation-sheet tbody tr")).to_have_count(3)
