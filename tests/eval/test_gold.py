"""Gold held against the library."""

from dataclasses import replace

import pytest

from corpus.types import Document, Identity
from eval.case import Cell, Evidence
from eval.gold import Unscored, checked, library, renamed
from tests.eval.answers import OTHER, QUOTE, answer, case, citation, retrieved

COMMON = "我们要坚持依法行政自觉接受监督让权力在阳光下运行。"


def document(source: str, text: str, place: str = "江苏", year: int | None = 2026) -> Document:
    return Document(source, text, Identity(place=place, year=year))


PAGE = document("网页/jiangsu.txt", f"{QUOTE}\n{OTHER}\n导航 首页 返回顶部")
REPORT = document("江苏/2026.txt", f"政府工作报告\n{QUOTE}\n{OTHER}\n{COMMON}")
OLDER = document("江苏/2025.txt", f"去年的话完全不同，说的是另外一些事情。\n{COMMON}", year=2025)


def test_a_source_is_called_by_its_file_without_folder_and_ending() -> None:
    shelf = library([REPORT, OLDER])
    assert shelf.of("江苏/2026.txt") == shelf.of("2026") == "2026"
    assert shelf.of("江苏/2025.txt") == "2025"
    assert shelf.of("浙江/2024.docx") == "2024"


def test_a_name_may_hold_a_dot() -> None:
    shelf = library([document("网页/页.gb18030.txt", QUOTE)])
    assert shelf.of("网页/页.gb18030.txt") == shelf.of("页.gb18030") == "页.gb18030"


def test_twins_share_the_name_that_comes_first() -> None:
    shelf = library([PAGE, OLDER, REPORT])
    assert (shelf.of("2026"), shelf.of("jiangsu"), shelf.of("2025")) == (
        "jiangsu",
        *("jiangsu", "2025"),
    )
    assert set(shelf.text) == {"jiangsu", "2025"}
    assert "依法行政" in shelf.text["jiangsu"]
    assert "返回顶部" in shelf.text["jiangsu"]


@pytest.mark.parametrize(("place", "year"), [("浙江", 2026), ("江苏", 2025)], ids=["place", "year"])
def test_the_same_text_of_another_place_or_year_is_another_document(place: str, year: int) -> None:
    shelf = library([REPORT, document("other.txt", REPORT.text, place, year)])
    assert shelf.of("other") == "other"


def test_less_than_half_of_the_sentences_make_no_twins() -> None:
    other = document("other.txt", f"{QUOTE}\n另起一段话，说的是完全不同的事情。\n{COMMON[:-1]}吗？")
    assert library([REPORT, other]).of("other") == "other"
    assert library([REPORT, document("empty.txt", "短。")]).of("empty") == "empty"


def test_gold_that_is_there_is_kept_under_the_names_of_the_library() -> None:
    kept, left = checked([case()], library([PAGE, REPORT]))
    assert left == ()
    assert kept == (case(evidence=(Evidence("jiangsu", QUOTE),)),)


def test_a_missing_document_is_reported() -> None:
    gone = case(id="n1", evidence=(Evidence("2026", QUOTE), Evidence("2024", "别的")))
    kept, left = checked([gone, case("who", id="n2")], library([REPORT]))
    assert [c.id for c in kept] == ["n2"]
    assert left == (Unscored("n1", "文库里没有 2024"),)


def test_a_quote_that_is_not_there_is_reported() -> None:
    wrong = case(id="n1", evidence=(Evidence("2026", QUOTE.replace("118", "128")),))
    kept, left = checked([wrong], library([REPORT]))
    assert kept == ()
    assert left == (Unscored("n1", f"2026 里没有这句：{QUOTE.replace('118', '128')[:40]}"),)


def test_white_space_and_a_missing_mark_are_no_difference() -> None:
    loose = case(evidence=(Evidence("2026", QUOTE.replace("，", "， ").rstrip("。")),))
    assert checked([loose], library([REPORT])) == ((loose,), ())


def test_a_table_loses_only_the_cells_of_missing_documents() -> None:
    there = Cell("2026", "江苏", 2026, ("118万人以上",), QUOTE)
    silent = Cell("2025", "江苏", 2025)
    gone = Cell("2024", "江苏", 2024, ("120万人",), "城镇新增就业120万人。")
    asked = case("table", id="t", must=(), evidence=(), cells=(there, gone, silent))
    kept, left = checked([asked], library([REPORT, OLDER]))
    assert kept == (replace(asked, cells=(there, silent)),)
    assert left == (Unscored("t", "文库里没有 2024"),)


def test_a_table_without_a_cell_that_is_left_is_not_scored() -> None:
    gone = Cell("2024", "江苏", 2024, ("120万人",))
    kept, left = checked([case("table", evidence=(), cells=(gone,))], library([REPORT]))
    assert (kept, len(left)) == ((), 1)


def test_an_answer_gets_the_names_of_the_library() -> None:
    told = answer(
        "甲[1]。",
        citation(source="江苏/2026.txt"),
        passages=(retrieved(QUOTE, "江苏/2025.txt"), retrieved(OTHER, "江苏/2026.txt")),
    )
    named = renamed(told, library([PAGE, OLDER, REPORT]))
    assert [c.source for c in named.citations] == ["jiangsu"]
    assert [p.source for p in named.passages] == ["2025", "jiangsu"]
    assert named.answer == told.answer
