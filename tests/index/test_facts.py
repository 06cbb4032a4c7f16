"""What an index tells of its documents besides search: facts, periods, rows, documents."""

import pytest

from corpus.ledger import ledger
from corpus.periods import Period, periods
from corpus.split import split
from index.build import build
from index.search import Index, open_index
from index.types import EVERYWHERE, Scope
from tests.index.encoders import Counting

REPORT = """\
政府工作报告
——{year}年1月14日在{place}第十四届人民代表大会第四次会议上
省长 沈一舟
各位代表：
一、{before}年工作回顾
粮食产量{grain}亿斤。新建学校12所。
二、{year}年工作安排
粮食产量稳定在{goal}亿斤以上。
"""
SILENT = "沿江走廊\n江水清澈。\n"
TEXTS = {
    "浙江2025.txt": REPORT.format(year=2025, before=2024, place="浙江省", grain=124, goal=125),
    "浙江2026.txt": REPORT.format(year=2026, before=2025, place="浙江省", grain=126, goal=127),
    "江苏2026.txt": REPORT.format(year=2026, before=2025, place="江苏省", grain=750, goal=755),
    "走廊.txt": SILENT,
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("library")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    home = tmp_path_factory.mktemp("home")
    build([folder], home, Counting())
    return open_index(home, Counting())


def row_of(index: Index, source: str, words: str) -> int:
    """The row of the sentence of a document that holds some words."""
    at = index.document(source).text.index(words)
    return index.row_at(source, at)


def test_the_facts_of_a_document_are_those_of_its_ledger(index: Index) -> None:
    for document in index.documents:
        assert index.facts(document.source) == ledger(document, split(document))
    told = [(f.value, f.period.last, f.period.role) for f in index.facts("浙江2026.txt")]
    assert told == [("126亿斤", 2025, "result"), ("127亿斤以上", 2026, "target")]
    assert index.facts("走廊.txt") == ()


def test_the_facts_are_read_off_once(index: Index) -> None:
    assert index.facts("江苏2026.txt") is index.facts("江苏2026.txt")


def test_each_row_has_the_period_of_its_sentence(index: Index) -> None:
    for document in index.documents:
        passages = split(document)
        first = index.row_at(document.source, 0)
        rows = range(first, first + len(passages))
        assert [index.passage(row) for row in rows] == list(passages)
        assert tuple(index.period(row) for row in rows) == periods(document, passages)


def test_the_same_sentence_has_its_own_period_in_each_document(index: Index) -> None:
    for source, year in (("浙江2025.txt", 2024), ("浙江2026.txt", 2025)):
        row = row_of(index, source, "新建学校")
        assert index.period(row) == Period(year, year, "result")


def test_a_row_is_found_by_any_of_its_characters(index: Index) -> None:
    for row in range(len(index.contents.rows)):
        passage = index.passage(row)
        for at in (passage.start, passage.end - 1):
            assert index.row_at(passage.source, at) == row


def test_an_offset_between_two_sentences_is_of_the_one_before(index: Index) -> None:
    text = index.document("江苏2026.txt").text
    row = row_of(index, "江苏2026.txt", "新建学校")
    after = index.passage(row).end
    assert text[after] == "\n"
    assert index.row_at("江苏2026.txt", after) == row
    assert index.passage(index.row_at("江苏2026.txt", len(text))).end == len(text)
    assert index.passage(index.row_at("江苏2026.txt", 0)).start == 0


def test_the_rows_near_a_row_are_of_its_document(index: Index) -> None:
    for row in range(len(index.contents.rows)):
        source = index.passage(row).source
        assert list(index.near(row, 0)) == [row]
        assert {index.passage(near).source for near in index.near(row, 2)} == {source}
    middle = row_of(index, "浙江2026.txt", "新建学校")
    assert list(index.near(middle, 2)) == [middle - 2, middle - 1, middle, middle + 1, middle + 2]


def test_at_the_ends_of_a_document_there_are_fewer_rows_near(index: Index) -> None:
    first = row_of(index, "浙江2026.txt", "政府工作报告")
    last = row_of(index, "浙江2026.txt", "稳定在")
    assert list(index.near(first, 2)) == [first, first + 1, first + 2]
    assert list(index.near(last, 2)) == [last - 2, last - 1, last]
    assert list(index.near(first, 99)) == list(range(first, last + 1))


def test_the_documents_within_a_scope_come_in_the_order_of_the_library(index: Index) -> None:
    assert index.within(EVERYWHERE) == index.documents
    of_2026 = index.within(Scope(years=(2026,)))
    assert of_2026 == tuple(d for d in index.documents if d.identity.year == 2026)
    assert {d.source for d in of_2026} == {"浙江2026.txt", "江苏2026.txt"}
    assert index.within(Scope(places=("浙江",), years=(2024, 2025)))[0].source == "浙江2025.txt"
    assert index.within(Scope(places=("安徽",))) == ()


def test_a_speaker_narrows_the_documents_to_where_he_speaks(index: Index) -> None:
    there = index.within(Scope(speakers=("沈一舟",)))
    assert "走廊.txt" not in {document.source for document in there}
    assert len(there) == 3
    assert index.within(Scope(speakers=("何小满",))) == ()


def test_a_source_that_is_not_there_has_no_facts(index: Index) -> None:
    with pytest.raises(KeyError):
        index.facts("无此文件.txt")
    with pytest.raises(KeyError):
        index.row_at("无此文件.txt", 0)
