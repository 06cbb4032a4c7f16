"""The course of a thing over years as a line, each point with its value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ui.markup import element, text
from ui.plot.points import Point
from ui.plot.svg import WIDTH, drawing, label, wide

Spot = tuple[float, float, Point]
"""A point and where it is drawn, from the left and from the top."""

_FEW, _GAP, _LINE = 14, 6, 16
_HEIGHT, _TOP, _FOOT, _SIDE = 210, 34, 34, 48


def line(points: Sequence[Point], title: str) -> str:
    """A line through the results and through the targets, years from left to right.

    Years keep their distance, so that one that is missing leaves a gap.
    """
    years = [point.year for point in points if point.year is not None]
    values = [point.value for point in points]
    spots = [
        (_across(point.year or years[0], years), _down(point.value, values), point)
        for point in points
    ]
    drawn = "".join(_course(spots, aimed) for aimed in (False, True))
    figures = _figures(spots)
    dots = "".join(_dot(*spot) for spot in spots)
    named = "".join(label(at.x, at.y, at.said, "figure") for at in figures)
    told = {at.year for at in figures if at.year} if len(points) > _FEW else set(years)
    marks = (Label(_across(year, years), _HEIGHT - 10, str(year), year) for year in sorted(told))
    axis = "".join(label(at.x, at.y, at.said, "axis") for at in _apart(marks))
    return drawing(drawn + dots + named + axis, _HEIGHT, title)


@dataclass(frozen=True, slots=True)
class Label:
    """A text that stands with its middle at a point."""

    x: float
    y: float
    said: str
    year: int

    def meets(self, other: "Label") -> bool:
        """Whether the two would stand in each other's way."""
        room = (wide(self.said) + wide(other.said)) / 2 + _GAP
        return abs(self.x - other.x) < room and abs(self.y - other.y) < _LINE


def _figures(spots: Sequence[Spot]) -> Sequence[Label]:
    """The values that have room, the greatest first: of many only the peak and the ends."""
    order = sorted(range(len(spots)), key=lambda at: -spots[at][2].value)
    if len(spots) > _FEW:
        order = [order[0], *(at for at in (0, len(spots) - 1) if at != order[0])]
    kept = _apart(_figure(spots, at) for at in order)
    return sorted(kept, key=lambda one: one.x)


def _figure(spots: Sequence[Spot], at: int) -> Label:
    """A value above its point; below it where the line comes down to it and rises again."""
    x, y, point = spots[at]
    beside = [spots[one][1] for one in (at - 1, at + 1) if 0 <= one < len(spots)]
    lowest = all(other <= y for other in beside) and any(other < y for other in beside)
    return Label(x, y + 20 if lowest else y - 10, point.said, point.year or 0)


def _apart(labels: Iterable[Label]) -> Sequence[Label]:
    """Those labels that do not meet an earlier one."""
    kept: list[Label] = []
    for one in labels:
        if not any(one.meets(other) for other in kept):
            kept.append(one)
    return kept


def _across(year: int, years: Sequence[int]) -> float:
    first, last = min(years), max(years)
    room = WIDTH - 2 * _SIDE
    return _SIDE + (room / 2 if first == last else room * (year - first) / (last - first))


def _down(value: Decimal, values: Sequence[Decimal]) -> float:
    least, most = min(values), max(values)
    room = _HEIGHT - _TOP - _FOOT - 12
    return _TOP + (room / 2 if least == most else room * float((most - value) / (most - least)))


def _course(spots: Sequence[Spot], aimed: bool) -> str:
    corners = [f"{x:.1f},{y:.1f}" for x, y, point in spots if point.aimed is aimed]
    kind = "course aimed" if aimed else "course"
    return element("polyline", points=" ".join(corners), class_=kind) if len(corners) > 1 else ""


def _dot(x: float, y: float, point: Point) -> str:
    """A point; pointed at, it says its value."""
    kind = "dot aimed" if point.aimed else "dot"
    told = element("title", text(f"{point.year} · {point.said}"))
    return element("circle", told, cx=f"{x:.1f}", cy=f"{y:.1f}", r="4", class_=kind)
