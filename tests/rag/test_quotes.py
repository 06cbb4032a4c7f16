"""What is cited: whole sentences, exact, not too long."""

import pytest

from corpus.types import Document, Identity
from rag.chain import Chain
from rag.quotes import LONGEST, quote

SHORT = "工作报告\n一、就业\n新增就业105万人以上。粮食产量127亿斤；油料增产！“让群众满意。”完了"
LONG = "前言。" + "甲" * 300 + "，" + "乙" * 40 + "，" + "丙" * 300 + "。后记。"
ENDLESS = "丁" * 5000


def cited(text: str, words: str) -> str:
    """The quote around some words of a text."""
    start = text.index(words)
    found = quote(Document("a.txt", text, Identity()), start, start + len(words))
    return text[found.start : found.end]


def test_the_whole_sentence_is_cited() -> None:
    assert cited(SHORT, "105万人") == "新增就业105万人以上。"
    assert cited(SHORT, "新增就业105万人以上。") == "新增就业105万人以上。"
    assert cited(SHORT, "油料增产") == "粮食产量127亿斤；油料增产！"


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert cited(SHORT, "群众满意") == "“让群众满意。”"
    assert cited(SHORT, "完了") == "完了"


def test_a_heading_is_cited_without_the_lines_around_it() -> None:
    assert cited(SHORT, "一、就业") == "一、就业"


def test_words_over_two_sentences_bring_both() -> None:
    assert cited(SHORT, "以上。粮食") == "新增就业105万人以上。粮食产量127亿斤；油料增产！"


def test_a_long_sentence_is_cut_around_the_words() -> None:
    found = cited(LONG, "乙" * 40)
    assert len(found) == LONGEST
    assert found.startswith("乙" * 40)


def test_words_at_the_end_of_a_long_sentence_bring_what_precedes_them() -> None:
    text = "甲" * 400 + "，就业105万人。"
    found = cited(text, "就业105万人")
    assert len(found) == LONGEST
    assert found.endswith("，就业105万人。")


@pytest.mark.parametrize("at", [0, 1, 2500, 4998])
def test_a_text_without_any_stop_is_cut_too(at: int) -> None:
    found = quote(Document("a.txt", ENDLESS, Identity()), at, at + 2)
    assert found.start <= at
    assert at + 2 <= found.end
    assert found.end - found.start <= LONGEST


def test_every_sentence_of_the_library_is_covered_by_its_quote(chain: Chain) -> None:
    for row in range(len(chain.index.contents.rows)):
        passage = chain.index.passage(row)
        document = chain.document(passage.source)
        found = quote(document, passage.start, passage.end)
        assert (found.source, found.start <= passage.start) == (passage.source, True)
        assert passage.end <= found.end
        assert found.end - found.start <= LONGEST
        text = document.text[found.start : found.end]
        assert text == text.strip()
