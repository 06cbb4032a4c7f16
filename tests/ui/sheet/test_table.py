"""A table answer as HTML: a cell a value with its markers, heads that sort, a drawing below."""

import re

from rag.types import Row, Table
from tests.ui.fakes import EVIL, TABLE
from ui.render import Links
from ui.sheet.table import table
from ui.text import tabbed


def none(_numbers: object) -> str:
    return ""


def test_a_table_has_a_cell_for_each_value_with_its_markers() -> None:
    assert TABLE.table is not None
    html = table(TABLE.table, Links(TABLE.citations, 3, "zh").of, "zh")
    assert html.count("<tr>") == 4
    heads = re.findall(r'<button type="button" data-sort="(\d)"[^>]*>(.*?)</button>', html)
    assert heads == [("0", "地区"), ("1", "年份"), ("2", "地区生产总值增长目标")]
    assert (
        '<td class="value" data-number="5.5">5.5%左右<a class="cite" href="#citation-3-0"' in html
    )
    assert '<td class="silent">未提及</td>' in html


def test_a_count_stands_in_a_column_of_its_own_behind_the_value() -> None:
    counted = Table(
        ("地区", "年份", "原句", "次数"),
        (Row("云泽", 2025, "低空经济", (1,), 3), Row("海陵", 2025, "", ())),
    )
    html = table(counted, none, "zh")
    assert '<td class="value">低空经济</td><td>3</td>' in html
    assert '<td class="silent">未提及</td><td></td>' in html
    assert tabbed(counted, "zh").split("\n")[1:] == [
        "云泽\t2025\t低空经济[1]\t3",
        "海陵\t2025\t未提及\t",
    ]


def test_years_of_one_place_are_drawn_open_places_folded() -> None:
    years = Table(("年份", "增速"), (Row("云泽", 2024, "5%", ()), Row("云泽", 2025, "6%", ())))
    places = Table(("地区", "增速"), (Row("云泽", 2025, "5%", ()), Row("海陵", 2025, "6%", ())))
    assert '<details class="plot" open>' in table(years, none, "zh")
    assert '<details class="plot">' in table(places, none, "zh")


def test_what_cannot_be_drawn_has_no_drawing() -> None:
    words = Table(
        ("地区", "增速"), (Row("云泽", 2025, "与经济同步", ()), Row("海陵", 2025, "", ()))
    )
    assert "details" not in table(words, none, "zh")


def test_nothing_of_a_table_is_markup() -> None:
    hostile = Table((EVIL, EVIL), (Row(EVIL, 2025, f"5%{EVIL}", ()), Row("海陵", 2025, "6%", ())))
    assert "<img" not in table(hostile, none, "en")
