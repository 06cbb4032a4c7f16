"""The course of a thing over years as a line, each point with its value."""

from collections.abc import Sequence
from decimal import Decimal

from ui.markup import element, text
from ui.plot.points import Point
from ui.plot.svg import WIDTH, drawing, label

_FEW, _ROOM = 14, 80
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
    named = _named(points, years)
    dots = "".join(_dot(x, y, point, point in named) for x, y, point in spots)
    told = sorted({point.year for point in named if point.year is not None})
    marks = "".join(label(_across(year, years), _HEIGHT - 10, str(year), "axis") for year in told)
    return drawing(drawn + dots + marks, _HEIGHT, title)


def _named(points: Sequence[Point], years: Sequence[int]) -> Sequence[Point]:
    """The points that have room for their value: all of a few, of many the ends and the peak, as
    far as they do not stand in each other's way."""
    if len(points) <= _FEW:
        return points
    kept: list[Point] = []
    for point in (max(points, key=lambda one: one.value), points[0], points[-1]):
        at = _across(point.year or years[0], years)
        if all(abs(at - _across(one.year or years[0], years)) >= _ROOM for one in kept):
            kept.append(point)
    return kept


def _across(year: int, years: Sequence[int]) -> float:
    first, last = min(years), max(years)
    room = WIDTH - 2 * _SIDE
    return _SIDE + (room / 2 if first == last else room * (year - first) / (last - first))


def _down(value: Decimal, values: Sequence[Decimal]) -> float:
    least, most = min(values), max(values)
    room = _HEIGHT - _TOP - _FOOT - 12
    return _TOP + (room / 2 if least == most else room * float((most - value) / (most - least)))


def _course(spots: Sequence[tuple[float, float, Point]], aimed: bool) -> str:
    corners = [f"{x:.1f},{y:.1f}" for x, y, point in spots if point.aimed is aimed]
    kind = "course aimed" if aimed else "course"
    return element("polyline", points=" ".join(corners), class_=kind) if len(corners) > 1 else ""


def _dot(x: float, y: float, point: Point, named: bool) -> str:
    """A point; one without room for its value says it when it is pointed at."""
    kind = "dot aimed" if point.aimed else "dot"
    told = element("title", text(f"{point.year}：{point.said}"))
    spot = element("circle", told, cx=f"{x:.1f}", cy=f"{y:.1f}", r="4", class_=kind)
    return spot + (label(x, y - 10, point.said, "figure") if named else "")
