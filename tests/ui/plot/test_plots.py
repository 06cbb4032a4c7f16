"""Drawings: what is drawn, in which order, and that nothing in them is markup."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from corpus.places import group
from rag.types import Row, Table
from tests.ui.fakes import EVIL
from ui.plot.bars import bars
from ui.plot.choice import plot
from ui.plot.line import line
from ui.plot.points import Point, points
from ui.plot.svg import wide
from ui.plot.tiles import GRID, tiles

COURSE = (
    Point("云泽", 2023, Decimal("5.1"), "5.1%"),
    Point("云泽", 2025, Decimal("5.7"), "5.7%"),
    Point("云泽", 2026, Decimal("5"), "5%以上（目标）", aimed=True),
)
PLACES = (
    Point("云泽", 2025, Decimal("5.1"), "5.1%"),
    Point("海陵", 2025, Decimal("-2"), "下降2%"),
    Point("江浦", 2025, Decimal("6.3"), "6.3%"),
)


def texts(svg: str, kind: str) -> list[str]:
    """The texts of a class, in the order in which they are drawn."""
    root = ElementTree.fromstring(svg)
    return [one.text or "" for one in root.iter() if one.get("class") == kind]


def test_rows_in_the_unit_of_most_are_drawn() -> None:
    table = Table(
        ("地区", "年份", "增速"),
        (
            Row("云泽", 2024, "5.1%", ()),
            Row("云泽", 2025, "5%—6%", ()),
            Row("云泽", 2026, "5%以上（目标）", ()),
            Row("海陵", 2026, "1.2万亿元", ()),
            Row("江浦", 2026, "", ()),
        ),
    )
    drawn = points(table)
    assert [(one.year, one.value, one.aimed) for one in drawn] == [
        (2024, Decimal("5.1"), False),
        (2025, Decimal("5"), False),
        (2026, Decimal("5"), True),
    ]


def test_a_line_keeps_the_distance_of_years() -> None:
    svg = line(COURSE, "增速")
    assert texts(svg, "figure") == ["5.1%", "5.7%", "5%以上（目标）"]
    assert texts(svg, "axis") == ["2023", "2025", "2026"]
    at = [float(x) for x in re.findall(r'cx="([\d.]+)"', svg)]
    assert at[1] - at[0] == pytest.approx(2 * (at[2] - at[1]), abs=0.5)
    assert svg.count("dot aimed") == 1


def test_values_that_would_stand_in_each_others_way_are_left_out_the_least_first() -> None:
    values = ((2001, "0"), (2014, "3"), (2015, "4"), (2016, "5"), (2025, "9"), (2026, "0"))
    svg = line([Point("云泽", year, Decimal(v), f"{v}次/33份") for year, v in values], "次数")
    assert texts(svg, "figure") == ["0次/33份", "3次/33份", "5次/33份", "9次/33份", "0次/33份"]
    assert texts(svg, "axis") == ["2001", "2014", "2016", "2025"]
    assert svg.count("<circle") == 6


def test_a_value_stands_below_its_point_where_the_line_rises_on_both_sides() -> None:
    low = Point("云泽", 2024, Decimal(1), "1%")
    svg = line((COURSE[0], low, COURSE[1]), "增速")
    dots = [float(y) for y in re.findall(r'cy="([\d.]+)"', svg)]
    root = ElementTree.fromstring(svg)
    told = [float(one.get("y", "")) for one in root.iter() if one.get("class") == "figure"]
    assert [text > dot for text, dot in zip(told, dots, strict=True)] == [False, True, False]


def test_bars_begin_with_the_greatest_and_declines_go_to_the_left() -> None:
    svg = bars(PLACES, "增速")
    assert texts(svg, "axis") == ["江浦", "云泽", "海陵"]
    left = [float(x) for x in re.findall(r'<rect x="([\d.]+)"', svg)]
    assert left[0] == left[1] > left[2]


def test_every_province_has_a_tile_of_its_own() -> None:
    assert [set(GRID)] == [set(members) for _, members in group("各省")]
    assert len(set(GRID.values())) == len(GRID)


def test_a_tile_is_darker_the_greater_its_value() -> None:
    found = [Point(place, 2025, Decimal(at), f"{at}%") for at, place in enumerate(GRID)]
    svg = tiles(found, "增速", "zh")
    shades = [int(shade) for shade in re.findall(r"shade-(\d)", svg)]
    assert shades == sorted(shades)
    assert set(shades) == {1, 2, 3, 4, 5}
    assert "shade-" not in tiles((), "增速", "zh")


@pytest.mark.parametrize("draw", [line, bars], ids=["line", "bars"])
def test_a_drawing_has_a_name_and_no_markup_of_others(draw: object) -> None:
    assert callable(draw)
    svg = draw((Point(EVIL, 2025, Decimal(5), EVIL), Point(EVIL, 2026, Decimal(6), EVIL)), EVIL)
    root = ElementTree.fromstring(svg)
    assert root.get("aria-label") == EVIL
    assert "<img" not in svg


def test_long_names_of_places_have_room() -> None:
    svg = bars([Point("Inner Mongolia", 2025, Decimal(5), "5%"), PLACES[0]], "x")
    left = [float(x) for x in re.findall(r'<rect x="([\d.]+)"', svg)]
    assert left[0] > wide("Inner Mongolia")
    provinces = [Point(place, 2025, Decimal(at), f"{at}%") for at, place in enumerate(GRID)]
    assert "long" in tiles(provinces, "x", "en")
    assert "long" not in tiles(provinces, "x", "zh")


def test_one_row_is_no_picture() -> None:
    assert plot(Table(("地区", "增速"), (Row("云泽", 2025, "5%", ()),)), "zh") is None
