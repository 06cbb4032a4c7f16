"""A draft becomes an answer: citations numbered, markers before the stop."""

import pytest

from rag.chain import Chain
from rag.draft import Cells, Draft, Piece, Quote, as_sentence, citation, finish, without_stop
from rag.query import Query
from rag.types import Answer, Question, Row

FIRST = Quote("浙江/2026.txt", 0, 6)
SECOND = Quote("江苏/2026.txt", 0, 6)


def finished(chain: Chain, draft: Draft) -> Answer:
    question = Question("问？", id="q1")
    return finish(draft, Query(question, "问？", "问？", "问？", draft.kind), chain.index)


def text(chain: Chain, *pieces: Piece) -> str:
    return finished(chain, Draft("number", pieces)).answer


def test_a_marker_stands_before_the_stop(chain: Chain) -> None:
    assert text(chain, Piece("稳就业。", (FIRST,))) == "稳就业[1]。"
    assert text(chain, Piece("稳就业；", (FIRST,))) == "稳就业[1]；"
    assert text(chain, Piece("稳就业", (FIRST,))) == "稳就业[1]"
    assert text(chain, Piece("他说“稳就业。”", (FIRST,))) == "他说“稳就业。”[1]"


def test_quotes_are_numbered_in_the_order_of_their_first_use(chain: Chain) -> None:
    pieces = (Piece("甲；", (SECOND,)), Piece("乙；", (FIRST,)), Piece("甲乙。", (FIRST, SECOND)))
    answer = finished(chain, Draft("number", pieces))
    assert answer.answer == "甲[1]；乙[2]；甲乙[2][1]。"
    assert [c.source for c in answer.citations] == ["江苏/2026.txt", "浙江/2026.txt"]
    assert [c.number for c in answer.citations] == [1, 2]


def test_a_piece_without_proof_has_no_marker(chain: Chain) -> None:
    assert text(chain, Piece("查无依据。")) == "查无依据。"


def test_a_footnote_of_the_source_is_no_marker(chain: Chain) -> None:
    assert text(chain, Piece("民营企业52万家[2]。", (FIRST,))) == "民营企业52万家［2］[1]。"


def test_the_rows_of_a_table_are_cited_too(chain: Chain) -> None:
    rows = (Cells("浙江", 2026, "5%", (FIRST,)), Cells("江苏", 2026, "", ()))
    answer = finished(chain, Draft("table", (Piece("1/2。"),), columns=("地区",), rows=rows))
    assert answer.table is not None
    assert answer.table.rows == (Row("浙江", 2026, "5%", (1,)), Row("江苏", 2026, "", ()))
    assert [c.number for c in answer.citations] == [1]


def test_the_answer_carries_the_question(chain: Chain) -> None:
    answer = finished(chain, Draft("number", (Piece("甲。"),)))
    assert (answer.id, answer.question, answer.answered, answer.author) == (
        *("q1", "问？", True, "extract"),
    )


def test_a_citation_is_an_exact_slice_under_its_headings(chain: Chain) -> None:
    document = chain.document("浙江/2026.txt")
    start = document.text.index("甬舟跨海铁路")
    found = citation(document, Quote(document.source, start, start + 10), 3)
    assert found.text == document.text[start : start + 10] == "甬舟跨海铁路全线开工"
    assert found.headings == ("三、2026年重点工作", "（四）推进交通建设")
    assert (found.number, found.place, found.year) == (3, "浙江", 2026)
    assert found.title == "2026年浙江省政府工作报告"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("稳就业；", "稳就业。"),
        ("稳就业", "稳就业。"),
        ("稳就业。", "稳就业。"),
        ("稳就业！", "稳就业！"),
        ("“稳就业。”", "“稳就业。”"),
        ("稳就业，", "稳就业。"),
    ],
    ids=["semicolon", "bare", "stop", "call", "quoted", "comma"],
)
def test_a_sentence_ends_with_one_stop(given: str, sentence: str) -> None:
    assert as_sentence(given) == sentence
    assert as_sentence(as_sentence(given)) == sentence


def test_the_stop_can_be_taken_off() -> None:
    assert {without_stop(text) for text in ("稳就业。", "稳就业；\n", "稳就业")} == {"稳就业"}
