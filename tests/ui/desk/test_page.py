"""The journey of a manuscript through a browser: given, checked, opened, taken away."""

import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from rag.proofread.word_comments import AUTHOR
from tests.rag.proofread.drafts import saved, word
from tests.ui.fakes import EVIL, GROWTH
from tests.ui.served import served

pytestmark = pytest.mark.browser

LINES = ("云泽2025年观察", "云泽GDP增长5.5%。春天来了！云泽GDP目标是6%。")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def url(root: Path, home: Path) -> Iterator[str]:
    with served(root, home / "feedback.jsonl") as found:
        yield found


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """The tab 核稿 at desktop width. At the end nothing has failed in the browser."""
    context = browser.new_context(viewport=ViewportSize(width=1280, height=800))
    shown = context.new_page()
    troubles: list[str] = []
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    shown.goto(url)
    shown.get_by_role("tab", name="核稿").click()
    expect(shown.locator("#zw-desk-evidence .hint")).to_be_visible()
    yield shown
    context.close()
    assert troubles == []


def upload(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.click("#zw-desk-upload")
    chooser.value.set_files(path)


def paste(page: Page, text: str) -> None:
    page.fill("#zw-desk-box textarea", text)
    page.click("#zw-desk-send")


def test_an_uploaded_draft_is_checked_opened_and_taken_away(
    page: Page, home: Path, tmp_path: Path
) -> None:
    upload(page, saved(word(*LINES), tmp_path / "稿.docx"))
    expect(page.locator("#zw-desk-summary .counts")).to_contain_text("共 4 句，核对 2 句")
    expect(page.locator("#zw-desk-text .said")).to_have_count(2)
    page.click("#zw-desk-text .refuted")
    expect(page.locator("#zw-desk-evidence .checked")).to_have_text("云泽GDP目标是6%。")
    page.click("#zw-desk-evidence .card")
    expect(page.locator("#zw-desk-viewer #cited")).to_have_text(GROWTH)
    page.keyboard.press("Escape")
    expect(page.locator(".sheet")).to_have_count(0)
    with page.expect_download() as taken:
        page.click("#zw-desk-summary .download")
    assert taken.value.suggested_filename == "稿-核稿.docx"
    taken.value.save_as(tmp_path / "核.docx")
    comments = docx.Document(str(tmp_path / "核.docx")).comments
    assert [comment.author for comment in comments] == [AUTHOR, AUTHOR]
    noted = (home / "checks.jsonl").read_text(encoding="utf-8").splitlines()
    last = json.loads(noted[-1])
    assert (last["user"], last["manuscript"]) == ("li", "稿.docx")
    assert last["text"] == "云泽GDP目标是6%。"


def test_a_pasted_draft_shows_how_far_it_is_and_takes_place_and_day(page: Page) -> None:
    page.fill("#zw-desk-day input, #zw-desk-day textarea", "2024-05-01")
    paste(page, "\n".join(f"去年云泽{at}慢镇GDP增长5.5%。" for at in range(1, 6)))
    expect(page.locator("#zw-desk-summary progress")).to_be_visible()
    expect(page.locator("#zw-desk-text .said")).to_have_count(5, timeout=15_000)
    page.locator("#zw-desk-text .said").first.click()
    expect(page.locator("#zw-desk-evidence")).to_contain_text("“去年”即2023年")


def test_a_check_can_be_stopped(page: Page) -> None:
    paste(page, "\n".join(f"云泽{at}慢镇GDP增长5.5%。" for at in range(1, 90)))
    expect(page.locator("#zw-desk-summary progress")).to_be_visible()
    page.click("#zw-desk-stop")
    expect(page.locator("#zw-desk-send")).to_be_visible()
    expect(page.locator("#zw-desk-summary progress")).to_have_count(0)


def test_nothing_from_outside_becomes_markup(page: Page) -> None:
    paste(page, f"{EVIL}云泽GDP增长5.5%。")
    page.click("#zw-desk-text .said")
    expect(page.locator("#zw-desk-evidence .checked")).to_contain_text("<img")
    assert page.locator("img").count() == 0
    assert page.evaluate("window.evil") is None


@pytest.mark.parametrize(
    ("text", "day", "sentence"),
    [
        ("  ", "", "请先粘贴或上传稿子。"),
        ("云泽GDP增长5.5%。", "明天", "写稿日期要写成"),
        ("云泽2025年崩盘GDP增长5.5%。", "", "程序出错，没有核完"),
    ],
    ids=["blank", "day", "bug"],
)
def test_what_cannot_be_checked_is_told_in_one_sentence(
    page: Page, text: str, day: str, sentence: str
) -> None:
    page.fill("#zw-desk-day input, #zw-desk-day textarea", day)
    paste(page, text)
    expect(page.locator("#zw-desk-notice [role=alert]")).to_contain_text(sentence)
    expect(page.locator("#zw-desk-send")).to_be_visible()


def test_a_file_that_is_no_word_file_is_told(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "假.docx"
    path.write_text("不是", encoding="utf-8")
    upload(page, path)
    expect(page.locator("#zw-desk-notice [role=alert]")).to_contain_text("假.docx 不是 Word 文件")


def test_the_tab_speaks_english_and_keeps_what_was_found(page: Page) -> None:
    paste(page, "\n".join(LINES))
    page.click("#zw-desk-text .refuted")
    page.click("[data-event=switch]")
    expect(page.get_by_role("tab", name="Proofread")).to_be_visible()
    expect(page.locator("#zw-desk-summary .counts")).to_contain_text("2 of them checked")
    expect(page.locator("#zw-desk-evidence .badge")).to_have_text("Refuted")
    expect(page.locator("#zw-desk-send")).to_have_text("Check")


def test_on_a_phone_nothing_scrolls_sideways(page: Page) -> None:
    page.set_viewport_size(ViewportSize(width=375, height=812))
    paste(page, "\n".join(LINES))
    page.click("#zw-desk-text .refuted")
    expect(page.locator("#zw-desk-evidence .card")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 375
