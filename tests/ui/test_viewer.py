"""A source with its span marked: the right characters, at whatever offset they stand."""

import html
import re
from dataclasses import replace

import pytest

from corpus.types import Document, Heading, Identity
from tests.ui.fakes import (
    EVIL,
    GROWTH,
    HOSTILE,
    HOSTILE_ANSWER,
    REFUSAL,
    SIX,
    YUNZE_2025,
)
from ui.viewer import MARK_ID, lines, marked, sheet, view

TAG = re.compile(r"<[^>]+>")
MARK = re.compile(r"<mark[^>]*>(.*?)</mark>")


def document(text: str, *headings: Heading) -> Document:
    return Document("a.txt", text, Identity(), headings)


def read(markup: str) -> str:
    """The text a person reads in ``markup``."""
    return html.unescape(TAG.sub("", markup))


def test_the_mark_holds_exactly_the_cited_sentence() -> None:
    page = view(YUNZE_2025, SIX.citations[1], "citation", "zh")
    assert MARK.findall(page) == [GROWTH]
    assert page.count(f'<mark id="{MARK_ID}">') == 1


def test_characters_outside_the_basic_plane_do_not_shift_the_mark() -> None:
    text = "𠮷🌾甲乙丙"
    assert marked(document(text), 3, 4) == '<p>𠮷🌾甲<mark id="cited">乙</mark>丙</p>'


@pytest.mark.parametrize("start", range(0, 9, 2))
@pytest.mark.parametrize("length", [1, 3, 20])
def test_marking_changes_no_character(start: int, length: int) -> None:
    text = "标题<一>\n\n  甲&乙\n丙“丁”"
    styled = document(text, Heading(1, "标题<一>", 0, 5), Heading(2, "甲", 9, 10))
    page = marked(styled, start, start + length)
    assert read(page) == "".join(text[a:b] for a, b in lines(text))


@pytest.mark.parametrize(("start", "end"), [(0, 4), (2, 6), (5, 9), (1, 9)])
def test_the_marks_together_are_the_span(start: int, end: int) -> None:
    text = "甲乙丙丁\n戊己庚辛"
    page = marked(document(text, Heading(1, "乙丙", 1, 3)), start, end)
    assert read("".join(MARK.findall(page))) == text[start:end].replace("\n", "")
    assert page.count(f'id="{MARK_ID}"') == 1


def test_a_span_over_two_lines_has_two_marks_and_one_id() -> None:
    assert marked(document("甲乙\n丙丁"), 1, 4) == (
        '<p>甲<mark id="cited">乙</mark></p><p><mark>丙</mark>丁</p>'
    )


def test_a_heading_that_fills_its_line_is_a_heading_and_one_within_is_strong() -> None:
    text = "一、目标\n一是增收。其余。"
    page = marked(document(text, Heading(1, "一、目标", 0, 4), Heading(3, "一是增收", 5, 9)), 0, 0)
    assert page == '<h3 class="level-1">一、目标</h3><p><strong>一是增收</strong>。其余。</p>'


def test_a_cited_heading_is_marked_within_its_heading() -> None:
    page = marked(document("一、目标", Heading(2, "一、目标", 0, 4)), 0, 4)
    assert page == '<h3 class="level-2"><mark id="cited">一、目标</mark></h3>'


@pytest.mark.parametrize("shift", [-1, 1, 100_000])
def test_a_span_that_no_longer_holds_the_sentence_is_not_marked(shift: int) -> None:
    cited = SIX.citations[0]
    moved = replace(cited, start=cited.start + shift, end=cited.end + shift)
    page = view(YUNZE_2025, moved, "citation", "zh")
    assert "<mark" not in page
    assert "因此不作标记" in page


def test_a_near_miss_says_that_it_is_no_evidence() -> None:
    page = view(YUNZE_2025, REFUSAL.near_misses[0], "near", "zh")
    assert "相近内容（不作为依据）" in page
    assert 'class="source near"' in page


def test_a_single_line_of_many_thousand_characters_is_one_paragraph() -> None:
    page = marked(document("字" * 17_000), 16_000, 16_001)
    assert page.count("<p>") == 1
    assert MARK.findall(page) == ["字"]


def test_only_line_feeds_break_lines() -> None:
    assert list(lines("甲\u2028乙\x0c丙\n丁")) == [(0, 5), (6, 7)]


def test_a_document_is_shown_as_text_whatever_it_holds() -> None:
    page = sheet(view(HOSTILE, HOSTILE_ANSWER.citations[0], "citation", "zh"), 1, "zh")
    assert "<img" not in page
    assert page.count("&lt;img") == 5
    assert "${alert(1)} 和 {{value}}" in page
    assert read("".join(MARK.findall(page))) == f"正文里有 {EVIL}"
