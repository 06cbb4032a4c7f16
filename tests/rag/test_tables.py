"""A table answer as cells."""

from decimal import Decimal

from rag.tables import cells, columns_of, number_of, order_of
from rag.types import Row, Table


def test_two_columns_show_the_place_or_where_that_is_one_the_year() -> None:
    years = Table(("年份", "数值"), (Row("云泽", 2025, "5%", ()), Row("云泽", 2026, "4%", ())))
    places = Table(("地区", "数值"), (Row("云泽", 2025, "5%", ()), Row("海陵", 2025, "4%", ())))
    assert columns_of(years) == ("year", "value")
    assert columns_of(places) == ("place", "value")


def test_what_is_not_stated_is_said() -> None:
    row = Row("云泽", None, "", ())
    assert cells(row, ("place", "year", "value", "count"), "未提及") == ("云泽", "", "未提及", "")


def test_a_range_has_an_order_but_is_no_one_number() -> None:
    assert number_of("5.0%—5.5%") is None
    assert order_of("5.0%—5.5%") == (Decimal("5.0"), "%")
    assert order_of("7%以上、力争达到8%") == (Decimal(7), "%")
    assert order_of("下降2%") == number_of("下降2%") == (Decimal(-2), "%")
    assert order_of("-2%") == number_of("−2%") == (Decimal(-2), "%")
    assert order_of("城镇4%，农村6%") is order_of("与经济同步") is None
