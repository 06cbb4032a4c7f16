"""The page in a browser: asked, answered, opened at the source, and nothing fetched elsewhere."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.ui.fakes import EVIL, GROWTH, PROJECTS, REFUSAL, RESULT, SIX, TABLE
from tests.ui.served import served
from ui.screenshots.camera import Look, Sitting, small, take
from ui.screenshots.scenes import Scene
from ui.types import Language

pytestmark = pytest.mark.browser

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=375, height=812)


@pytest.fixture(scope="module")
def ratings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that the ratings of this module go to."""
    return tmp_path_factory.mktemp("home") / "feedback.jsonl"


@pytest.fixture(scope="module")
def url(root: Path, ratings: Path) -> Iterator[str]:
    with served(root, ratings) as found:
        yield found


@pytest.fixture
def feedback(ratings: Path) -> Path:
    """The same file, before anything is rated."""
    ratings.unlink(missing_ok=True)
    return ratings


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """The page at desktop width. At the end no request has left this machine, nothing failed."""
    context = browser.new_context(
        viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"]
    )
    shown = context.new_page()
    hosts: set[str | None] = set()
    troubles: list[str] = []
    shown.on("request", lambda request: hosts.add(_host(request.url)))
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    shown.goto(url)
    expect(shown.locator(".welcome")).to_be_visible()
    yield shown
    context.close()
    assert hosts == {"127.0.0.1"}
    assert troubles == []


def _host(url: str) -> str | None:
    parts = urlsplit(url)
    return "127.0.0.1" if parts.scheme in {"data", "blob"} else parts.hostname


def ask(page: Page, question: str) -> Locator:
    """Type ``question``, press Enter, and wait for the end of its answer."""
    asked = page.locator(".exchange").count()
    page.fill("#zw-box textarea", question)
    page.press("#zw-box textarea", "Enter")
    return answered(page, asked)


def answered(page: Page, number: int) -> Locator:
    """The exchange of this number once it is no longer being answered."""
    exchange = page.locator(".exchange").nth(number)
    ended = exchange.locator(".is-done, .is-failed, .is-stopped")
    expect(ended).to_be_visible(timeout=10_000)
    return exchange


def test_enter_sends_a_question_and_its_answer_appears_beside_its_evidence(page: Page) -> None:
    exchange = ask(page, SIX.question)
    expect(exchange.locator(".question")).to_have_text(SIX.question)
    expect(exchange.locator(".prose-text .item")).to_have_count(6)
    expect(exchange.locator(".lock")).to_have_text("数字核对 3/3")
    expect(page.locator("#zw-evidence .card")).to_have_count(2)
    expect(page.locator("#zw-box textarea")).to_have_value("")


def test_a_marker_opens_the_source_with_the_sentence_marked_in_view(page: Page) -> None:
    ask(page, SIX.question)
    page.click(".cite >> nth=0")
    mark = page.locator("#zw-viewer #cited")
    expect(mark).to_have_text(PROJECTS)
    expect(mark).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(page.locator(".sheet")).to_have_count(0)
    expect(page.locator("#zw-evidence .card >> nth=0")).to_be_visible()


def test_a_card_opens_its_source_and_opening_it_again_finds_the_mark_again(page: Page) -> None:
    ask(page, SIX.question)
    page.click("#zw-evidence .card >> nth=1")
    expect(page.locator("#cited")).to_have_text(GROWTH)
    page.locator(".sheet-page").evaluate("page => { page.scrollTop = 1e6 }")
    expect(page.locator("#cited")).not_to_be_in_viewport()
    page.click("#zw-thread .cite >> nth=1")
    expect(page.locator("#cited")).to_be_in_viewport(ratio=1)


def test_an_example_and_a_suggestion_are_asked_with_a_click(page: Page) -> None:
    page.click(".example >> nth=0")
    answered(page, 0)
    page.click(".suggestion >> nth=1")
    exchange = answered(page, 1)
    expect(exchange.locator(".question")).to_have_text(SIX.suggestions[1].question)


def test_a_follow_up_knows_what_was_asked_before(page: Page) -> None:
    ask(page, SIX.question)
    ask(page, TABLE.question)
    exchange = ask(page, "我问过什么")
    expect(exchange.locator(".prose-text")).to_have_text(f"问过：{SIX.question}、{TABLE.question}")


def test_a_table_has_rows_and_markers_that_open_the_source(page: Page) -> None:
    exchange = ask(page, TABLE.question)
    expect(exchange.locator("tbody tr")).to_have_count(3)
    expect(exchange.locator("td.silent")).to_have_text("未提及")
    exchange.locator("td .cite >> nth=0").click()
    expect(page.locator("#cited")).to_have_text(GROWTH)


def test_a_removed_chip_asks_again_with_a_scope_by_hand(page: Page) -> None:
    exchange = ask(page, SIX.question)
    exchange.locator(".chip button >> nth=0").click()
    again = answered(page, 1)
    expect(again.locator(".question")).to_have_text(SIX.question)
    expect(again.locator(".chip")).to_have_text(["地区不限", "2025年×"])
    expect(page.locator("#zw-years .token")).to_contain_text("2025年")
    page.click("#zw-automatic")
    expect(page.locator("#zw-years .token")).to_have_count(0)
    expect(page.locator("#zw-automatic")).to_be_hidden()


def test_a_place_chosen_in_the_list_binds_the_next_question(page: Page) -> None:
    page.click("#zw-places input")
    page.click("[role=option]:has-text('云泽')")
    exchange = ask(page, TABLE.question)
    expect(exchange.locator(".scope .label")).to_have_text("手选范围")
    expect(exchange.locator(".chip")).to_have_text(["云泽×"])


def test_a_refusal_shows_what_comes_close_under_its_own_heading(page: Page) -> None:
    exchange = ask(page, REFUSAL.question)
    expect(exchange.locator(".near-misses h3")).to_have_text("相近内容（不作为依据）")
    expect(page.locator("#zw-evidence .card")).to_have_count(0)
    exchange.locator(".card.near").click()
    expect(page.locator("#cited")).to_have_text(RESULT)
    expect(page.locator(".sheet .unmarked")).to_have_text("相近内容（不作为依据）")


def test_nothing_from_outside_becomes_markup(page: Page) -> None:
    page.click("#zw-places input")
    page.keyboard.press("Escape")
    exchange = ask(page, EVIL)
    page.click(".cite >> nth=0")
    expect(page.locator("#cited")).to_have_text(f"正文里有 {EVIL}")
    expect(exchange.locator(".question")).to_have_text(EVIL)
    expect(page.locator(".sheet .source p")).to_contain_text("${alert(1)} 和 {{value}}")
    assert page.locator("img").count() == 0
    assert page.evaluate("window.evil") is None


def test_an_answer_that_takes_too_long_can_be_stopped(page: Page) -> None:
    page.fill("#zw-box textarea", "慢")
    page.press("#zw-box textarea", "Enter")
    expect(page.locator(".prose-text")).to_contain_text("已经等了")
    page.click("#zw-stop")
    expect(page.locator(".is-stopped .foot")).to_contain_text("已停止")
    expect(page.locator("#zw-send")).to_be_visible()
    page.wait_for_timeout(2_500)
    expect(page.locator(".is-working")).to_have_count(0)
    expect(ask(page, SIX.question).locator(".is-done")).to_be_visible()


def test_a_new_chat_leaves_nothing_of_the_old_one(page: Page) -> None:
    page.fill("#zw-box textarea", "慢")
    page.press("#zw-box textarea", "Enter")
    expect(page.locator(".prose-text")).to_contain_text("已经等了")
    page.click("[data-event=fresh]")
    expect(page.locator(".welcome")).to_be_visible()
    page.wait_for_timeout(2_500)
    expect(page.locator(".exchange")).to_have_count(0)
    expect(page.locator("#zw-send")).to_be_visible()


@pytest.mark.parametrize(
    ("question", "sentence"),
    [("   ", "请先输入问题。"), ("问" * 5001, "问题有 5,001 字")],
    ids=["blank", "long"],
)
def test_what_cannot_be_asked_is_told_in_one_sentence(
    page: Page, question: str, sentence: str
) -> None:
    page.fill("#zw-box textarea", question)
    page.click("#zw-send")
    expect(page.locator("#zw-notice [role=alert]")).to_contain_text(sentence)
    expect(page.locator(".exchange")).to_have_count(0)
    expect(page.locator("#zw-box textarea")).to_have_value(question)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [("坏", "索引还没有建好，请先运行 zhengwen index。"), ("崩", "程序出错")],
    ids=["user-error", "bug"],
)
def test_an_error_is_a_sentence_in_the_conversation(
    page: Page, question: str, sentence: str
) -> None:
    exchange = ask(page, question)
    expect(exchange.locator(".failure")).to_contain_text(sentence)
    expect(page.locator("#zw-send")).to_be_visible()


def test_the_answer_is_copied_with_its_references(page: Page) -> None:
    exchange = ask(page, SIX.question)
    exchange.locator(".copy").click()
    expect(exchange.locator(".copy")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“强基1236”行动的六大工程是：[1]\n1. 种业提升工程")
    assert copied.endswith(f"二、2025年总体要求和目标：{GROWTH}")


def test_a_thumb_down_asks_for_the_reason_and_then_keeps_one_line(
    page: Page, feedback: Path
) -> None:
    exchange = ask(page, SIX.question)
    down = exchange.get_by_role("button", name="回答有问题")
    down.click()
    expect(down).to_have_attribute("aria-expanded", "true")
    expect(exchange.locator(".reasons button")).to_have_count(6)
    expect(exchange.locator(".reasons")).to_be_in_viewport(ratio=1)
    assert not feedback.exists()
    exchange.get_by_role("button", name="数字不对").click()
    expect(exchange.locator(".thanks")).to_have_text("谢谢，已记下。")
    expect(exchange.locator(".reasons")).to_have_count(0)
    expect(down).to_have_attribute("aria-pressed", "true")
    (kept,) = entries(feedback)
    assert (kept["question"], kept["rating"], kept["reason"]) == (
        SIX.question,
        "down",
        "wrong_figure",
    )


def test_a_changed_mind_is_a_later_line_of_the_same_id(page: Page, feedback: Path) -> None:
    exchange = ask(page, REFUSAL.question)
    up = exchange.get_by_role("button", name="回答得好")
    up.click()
    expect(up).to_have_attribute("aria-pressed", "true")
    up.click()
    exchange.get_by_role("button", name="回答有问题").click()
    expect(up).to_have_attribute("aria-pressed", "true")
    exchange.get_by_role("button", name="其他").click()
    expect(up).to_have_attribute("aria-pressed", "false")
    first, last = entries(feedback)
    assert first["id"] == last["id"] != ""
    assert (first["rating"], last["rating"]) == ("up", "down")


def test_each_answer_is_rated_by_itself_and_stays_so_in_english(page: Page, feedback: Path) -> None:
    first = ask(page, SIX.question)
    second = ask(page, TABLE.question)
    first.get_by_role("button", name="回答得好").click()
    expect(page.locator(".thanks")).to_have_count(1)
    page.click("[data-event=switch]")
    expect(first.locator(".thanks")).to_have_text("Thank you, noted.")
    second.get_by_role("button", name="A good answer").click()
    expect(page.locator(".thanks")).to_have_count(2)
    one, other = entries(feedback)
    assert one["id"] != other["id"]


def test_a_rating_that_cannot_be_kept_is_told_and_the_page_goes_on(
    page: Page, feedback: Path
) -> None:
    exchange = ask(page, SIX.question)
    feedback.mkdir()
    exchange.get_by_role("button", name="回答得好").click()
    said = page.locator("#zw-notice [role=alert]")
    expect(said).to_have_text(f"没能记下：{feedback} 写不进去，请检查文件夹的权限和磁盘空间。")
    expect(exchange.locator("[aria-pressed=true]")).to_have_count(0)
    feedback.rmdir()
    exchange.get_by_role("button", name="回答得好").click()
    expect(exchange.locator(".thanks")).to_be_visible()
    expect(said).to_have_count(0)


def entries(feedback: Path) -> list[dict[str, Any]]:
    """The lines of the file as JSON."""
    return [json.loads(line) for line in feedback.read_text(encoding="utf-8").splitlines()]


def test_the_page_speaks_english_and_keeps_what_was_said(page: Page) -> None:
    ask(page, SIX.question)
    page.click("[data-event=switch]")
    expect(page.locator("#zw-evidence h2")).to_have_text("Evidence")
    expect(page.locator("#zw-send")).to_have_text("Send")
    expect(page.locator(".lock")).to_have_text("Figures checked 3/3")
    expect(page.locator(".question")).to_have_text(SIX.question)


def test_the_chosen_theme_stays(page: Page) -> None:
    before = page.evaluate("document.body.classList.contains('dark')")
    page.click("[data-theme]")
    page.reload()
    expect(page.locator(".welcome")).to_be_visible()
    assert page.evaluate("document.body.classList.contains('dark')") is not before


@pytest.mark.parametrize("question", ["", SIX.question, TABLE.question, REFUSAL.question, EVIL])
def test_on_a_phone_nothing_scrolls_sideways(page: Page, question: str) -> None:
    page.set_viewport_size(PHONE)
    if question:
        ask(page, question).get_by_role("button", name="回答有问题").click()
        expect(page.locator(".reasons")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == PHONE["width"]


def test_on_a_phone_the_evidence_stands_under_the_chat_and_the_source_fills_the_view(
    page: Page,
) -> None:
    page.set_viewport_size(PHONE)
    ask(page, SIX.question)
    chat = page.locator("#zw-chat").bounding_box()
    side = page.locator("#zw-side").bounding_box()
    assert chat is not None
    assert side is not None
    assert side["y"] >= chat["y"] + chat["height"]
    page.click(".cite >> nth=0")
    expect(page.locator("#cited")).to_be_in_viewport(ratio=1)
    assert page.locator(".sheet").bounding_box() == {"x": 0, "y": 0, **PHONE}


def test_a_picture_keeps_its_flat_colours_whatever_else_it_loses() -> None:
    drawn = Image.linear_gradient("L").convert("RGB").resize((600, 400))
    drawn.paste((160, 44, 38), (0, 0, 40, 40))
    drawn.paste((251, 250, 248), (300, 0, 600, 400))
    given = BytesIO()
    drawn.save(given, "PNG")
    made = Image.open(BytesIO(small(given.getvalue())))
    assert made.mode == "P"
    shown = made.convert("RGB")
    assert shown.size == drawn.size
    assert shown.getpixel((5, 5)) == (160, 44, 38)
    assert shown.getpixel((400, 200)) == (251, 250, 248)
    apart = ImageChops.difference(drawn, shown).getextrema()
    assert all(most <= 8 for _, most in apart)  # type: ignore[misc]


def test_photographs_are_small_and_show_the_language_and_the_theme(
    browser: Browser, url: str, tmp_path: Path
) -> None:
    def asked(page: Page, _: Language) -> None:
        ask(page, SIX.question)

    scenes = (Scene("chat", asked),)
    dark = Sitting(Look("en", dark=True), scenes, sign_in=True)
    phone = Sitting(Look("zh", False, **PHONE, scale=2, device="phone"), scenes)
    taken = take(browser, url, tmp_path, (dark, phone))
    names = ["chat-en-dark.png", "sign-in-en-dark.png", "chat-phone-zh-light.png"]
    assert [path.name for path in taken] == names
    pictures = [Image.open(path) for path in taken]
    assert [picture.size for picture in pictures] == [(1280, 800), (1280, 800), (750, 1624)]
    brightness = [ImageStat.Stat(picture.convert("L")).mean[0] for picture in pictures]
    assert [mean > 128 for mean in brightness] == [False, False, True]
    assert all(path.stat().st_size < 150_000 for path in taken)
