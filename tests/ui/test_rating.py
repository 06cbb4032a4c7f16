"""Thumbs and reasons: what a click makes of a rating, and how it is drawn."""

import re
from dataclasses import replace

import pytest

from rag.types import Answer, Question
from tests.ui.fakes import CLAIM, EVIL, HOSTILE_ANSWER, REFUSAL, SIX, TABLE, FakeLibrary
from ui import words
from ui.rating import below, clicked, differs, thumbs
from ui.thread import thread
from ui.types import Exchange, Language, Rating, Status

ENTRIES = FakeLibrary().entries()
NONE, UP, DOWN = Rating(), Rating("up"), Rating("down", "wrong_year")
RATINGS = (NONE, UP, DOWN, Rating(asking=True), replace(UP, asking=True))
PRESSED = re.compile(r'aria-pressed="true"[^>]*data-thumb="(\w+)"')


def drawn(
    answer: Answer, rating: Rating = NONE, status: Status = "done", language: Language = "zh"
) -> str:
    """The conversation of one question that can be rated."""
    exchange = Exchange(Question(answer.question, id="a1"), answer, status, rating=rating)
    return thread([exchange], ENTRIES, (), language)


def test_a_thumb_up_holds_at_once() -> None:
    assert clicked(Rating(), "up") == UP
    assert clicked(replace(DOWN, asking=True), "up") == UP


@pytest.mark.parametrize("before", RATINGS)
def test_a_thumb_down_opens_and_closes_the_reasons_and_changes_nothing(before: Rating) -> None:
    once = clicked(before, "down")
    assert once.asking is not before.asking
    assert not differs(before, once)
    assert clicked(once, "down") == before


@pytest.mark.parametrize("before", RATINGS)
@pytest.mark.parametrize("reason", words.reasons)
def test_a_reason_makes_the_thumb_down_hold(before: Rating, reason: str) -> None:
    now = clicked(before, "down", reason)
    assert (now.thumb, now.reason, now.asking) == ("down", reason, False)
    assert differs(before, now) is (before.reason != reason)


def test_a_reason_that_is_none_is_not_kept() -> None:
    assert clicked(Rating(), "down", EVIL) == Rating(asking=True)


@pytest.mark.parametrize("answer", [SIX, TABLE, CLAIM, REFUSAL], ids=lambda answer: answer.kind)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finished_answer_has_two_thumbs(answer: Answer, language: Language) -> None:
    html = drawn(answer, language=language)
    assert html.count('data-event="rate"') == 2
    assert f'aria-label="{words.good_answer(language)}" aria-pressed="false"' in html
    assert f'aria-label="{words.bad_answer(language)}" aria-pressed="false"' in html
    assert "reasons" not in html
    assert "thanks" not in html


@pytest.mark.parametrize("status", ["working", "stopped", "failed"])
def test_what_is_not_finished_has_none(status: Status) -> None:
    assert 'data-event="rate"' not in drawn(SIX, status=status)


def test_an_answer_to_a_question_without_an_id_has_none() -> None:
    exchange = Exchange(Question(SIX.question), SIX, "done", rating=UP)
    html = thread([exchange], ENTRIES, (), "zh")
    assert 'data-event="rate"' not in html
    assert "thanks" not in html


def test_a_thumb_is_a_drawing_without_words() -> None:
    html = thumbs(Rating(), 3, "zh")
    assert html.count("<svg") == html.count('aria-hidden="true"') == 2
    assert re.sub(r"<[^>]+>", "", html) == ""
    assert 'data-event="rate" data-exchange="3" data-thumb="down"' in html


@pytest.mark.parametrize(
    ("rating", "pressed"),
    [(Rating(), []), (UP, ["up"]), (DOWN, ["down"]), (Rating(asking=True), [])],
    ids=["none", "up", "down", "asking"],
)
def test_the_thumb_that_is_kept_is_pressed(rating: Rating, pressed: list[str]) -> None:
    assert PRESSED.findall(thumbs(rating, 0, "zh")) == pressed


def test_the_thumb_down_tells_whether_its_reasons_stand_open() -> None:
    assert 'aria-expanded="false"' in thumbs(Rating(), 0, "zh")
    assert 'aria-expanded="true"' in thumbs(Rating(asking=True), 0, "zh")


def test_the_reasons_are_chips_in_the_language_of_the_page() -> None:
    chinese, english = (below(Rating(asking=True), 2, language) for language in ("zh", "en"))
    assert re.findall(r">([^<>]+)</button>", chinese) == [
        *("数字不对", "地区不对", "年份不对", "不完整", "引用不对", "其他")
    ]
    assert re.findall(r">([^<>]+)</button>", english) == [
        *("Wrong figure", "Wrong place", "Wrong year", "Incomplete", "Wrong citation", "Other")
    ]
    assert 'data-exchange="2" data-thumb="down" data-reason="wrong_citation"' in chinese


def test_the_reason_given_before_is_marked_when_they_are_opened_again() -> None:
    html = below(replace(DOWN, asking=True), 0, "zh")
    assert re.findall(r'aria-pressed="true"[^>]*data-reason="(\w+)"', html) == ["wrong_year"]


def test_what_is_kept_is_thanked_for() -> None:
    assert below(Rating(), 0, "zh") == ""
    assert below(UP, 0, "zh") == '<p class="thanks" role="status">谢谢，已记下。</p>'
    assert "Thank you, noted." in below(DOWN, 0, "en")


def test_nothing_from_outside_is_markup_beside_the_thumbs() -> None:
    html = drawn(HOSTILE_ANSWER, Rating(asking=True)) + drawn(HOSTILE_ANSWER, DOWN)
    assert "<img" not in html
