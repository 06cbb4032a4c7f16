"""Places side by side as bars, the greatest first."""

from collections.abc import Sequence

from ui.markup import element
from ui.plot.points import Point
from ui.plot.svg import WIDTH, drawing, label, wide

_STEP, _BAR, _LEFT, _RIGHT = 24, 14, 84, 130
_MIDDLE = _STEP / 2 + 4.5


def bars(points: Sequence[Point], title: str) -> str:
    """A bar a row with its name before and its value behind it, from zero to the right or left."""
    ordered = sorted(points, key=lambda point: -point.value)
    least = min(0.0, *(float(point.value) for point in points))
    most = max(0.0, *(float(point.value) for point in points))
    several = len({point.year for point in points}) > 1
    names = [_name(point, several) for point in ordered]
    left = max(_LEFT, *(wide(name) + 10 for name in names))
    scale = (WIDTH - left - _RIGHT) / ((most - least) or 1.0)
    zero = left - least * scale
    rows = (
        label(left - 8, 6 + _STEP * at + _MIDDLE, name, "axis", "end")
        + _bar(point, 6 + _STEP * at, zero, scale)
        for at, (name, point) in enumerate(zip(names, ordered, strict=True))
    )
    return drawing("".join(rows), 12 + _STEP * len(ordered), title)


def _name(point: Point, several: bool) -> str:
    """What stands before a bar; the year too where there are several."""
    if not (several and point.year):
        return point.place
    between = " " if point.place.isascii() else ""
    return f"{point.place}{between}{point.year}"


def _bar(point: Point, top: float, zero: float, scale: float) -> str:
    long = float(point.value) * scale
    bar = element(
        "rect",
        x=f"{min(zero, zero + long):.1f}",
        y=f"{top + (_STEP - _BAR) / 2:.1f}",
        width=f"{max(abs(long), 1.5):.1f}",
        height=_BAR,
        rx=3,
        class_="bar aimed" if point.aimed else "bar",
    )
    return bar + label(max(zero, zero + long) + 8, top + _MIDDLE, point.said, "figure", "start")
