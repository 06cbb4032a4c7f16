"""What a row and a column of a table say together."""

from corpus.formats.rows import Cell
from rag.proofread.cells import statements


def rows(*lines: str) -> list[list[Cell]]:
    return [[Cell(text, at) for at, text in enumerate(line.split("|"))] for line in lines]


def said(*lines: str) -> list[str] | None:
    found = statements(rows(*lines))
    return None if found is None else [one.text for one in found]


def test_a_figure_is_named_by_its_row_and_column_with_the_unit_of_the_column() -> None:
    table = ("省份|2025年GDP目标（%）|新增就业", "浙江|5.5|100万人以上", "江苏|5|120万人以上")
    assert said(*table) == [
        "浙江2025年GDP目标5.5%",
        "浙江新增就业100万人以上",
        "江苏2025年GDP目标5%",
        "江苏新增就业120万人以上",
    ]


def test_a_table_without_a_header_has_names_in_its_first_column() -> None:
    assert said("生产总值增速|5.5%", "就业|100万人") == ["生产总值增速5.5%", "就业100万人"]


def test_where_a_statement_stands_is_told() -> None:
    (one,) = statements(rows("省份|增速", "浙江|5.5%")) or ()
    assert (one.row, one.cell) == (1, 1)


def test_bare_numbers_years_and_names_state_nothing() -> None:
    assert said("省份|排名|年份", "浙江|4|2025年") == []


def test_a_table_that_lays_out_text_is_no_table() -> None:
    assert said("增长5.5%。|就业稳定。") is None
    assert said("一列", "增长5%") is None
