"""The cells of a table: right, wrong, invented."""

from eval.metrics.cells import cells, invented, shown
from tests.eval.answers import CELLS, REFUSAL, answer, case, table

ASKED = case("table", must=(), evidence=(), cells=CELLS)


def test_a_cell_is_right_by_an_accepted_spelling_or_by_its_silence() -> None:
    told = table(("浙江", 2026, "不低于5%"), ("江苏", 2026, "4.8%左右"), ("安徽", 2026, ""))
    assert (cells(ASKED, told), invented(ASKED, told)) == (1.0, 0.0)


def test_a_wrong_value_and_an_invented_one_are_each_a_quarter() -> None:
    told = table(("浙江", 2026, "15%以上"), ("江苏", 2026, "4.8%左右"), ("安徽", 2026, "5%"))
    assert (cells(ASKED, told), invented(ASKED, told)) == (0.5, 0.25)


def test_a_missing_row_is_an_empty_cell() -> None:
    for told in (REFUSAL, table()):
        assert (cells(ASKED, told), invented(ASKED, told)) == (0.5, 0.0)


def test_a_value_of_another_year_or_place_is_not_shown() -> None:
    assert shown(CELLS[0], table(("浙江", 2025, "5%以上"))) == ""
    assert shown(CELLS[0], table(("浙", 2026, "5%以上"))) == ""
    assert shown(CELLS[0], table(("浙江", None, "5%以上"))) == "5%以上"
    assert shown(CELLS[0], table(("浙江", 2025, "6%"), ("浙江", 2026, "5%以上"))) == "5%以上"


def test_without_cells_it_does_not_apply() -> None:
    assert cells(case(), answer()) is None
    assert invented(case(), answer()) is None
