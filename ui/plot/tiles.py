"""The provinces as tiles in about their places, darker the greater the value. It is no map."""

from collections.abc import Mapping, Sequence

from ui import named
from ui.markup import element, text
from ui.plot.points import Point
from ui.plot.svg import WIDTH, drawing, label, wide
from ui.types import Language

GRID: Mapping[str, tuple[int, int]] = {
    "新疆": (0, 1), "西藏": (1, 3), "青海": (1, 2), "甘肃": (2, 1), "宁夏": (3, 1),
    "内蒙古": (4, 1), "黑龙江": (8, 0), "吉林": (8, 1), "辽宁": (7, 1), "北京": (5, 1),
    "天津": (6, 1), "陕西": (3, 2), "山西": (4, 2), "河北": (5, 2), "山东": (6, 2),
    "四川": (2, 3), "重庆": (3, 3), "湖北": (4, 3), "河南": (5, 3), "安徽": (6, 3),
    "江苏": (7, 3), "上海": (8, 3), "云南": (2, 4), "贵州": (3, 4), "湖南": (4, 4),
    "江西": (5, 4), "浙江": (6, 4), "广西": (3, 5), "广东": (4, 5), "福建": (5, 5),
    "海南": (4, 6),
}  # fmt: skip
"""Column and row of each province."""

_WIDE, _HIGH, _GAP = 66, 44, 4
_SHADES = 5


def tiles(points: Sequence[Point], title: str, language: Language) -> str:
    """A tile a province; one without a value is left empty."""
    by_place = {point.place: point for point in points if point.place in GRID}
    values = sorted(float(point.value) for point in by_place.values())
    drawn = "".join(
        _tile(named.place(place, language), at, by_place.get(place), values)
        for place, at in GRID.items()
    )
    height = max(row for _, row in GRID.values()) + 1
    return drawing(drawn, height * (_HIGH + _GAP), title)


def _tile(place: str, at: tuple[int, int], point: Point | None, values: Sequence[float]) -> str:
    left = (WIDTH - 9 * (_WIDE + _GAP)) / 2 + at[0] * (_WIDE + _GAP)
    top = at[1] * (_HIGH + _GAP)
    shade = f"tile shade-{_shade(float(point.value), values)}" if point else "tile"
    box = element("rect", x=f"{left:.1f}", y=top, width=_WIDE, height=_HIGH, rx=6, class_=shade)
    size = "tile-name" if wide(place) < _WIDE else "tile-name long"
    name = label(left + _WIDE / 2, top + 18, place, size)
    said = label(left + _WIDE / 2, top + 35, point.said, "tile-value") if point else ""
    told = element("title", text(f"{place} {point.said if point else ''}".strip()))
    return element("g", told + box + name + said)


def _shade(value: float, values: Sequence[float]) -> int:
    """The fifth that a value is in, from 1 for the least to 5."""
    below = sum(other < value for other in values)
    return 1 + min(_SHADES - 1, below * _SHADES // max(1, len(values)))
