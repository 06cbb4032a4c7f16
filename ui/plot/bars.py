"""Places side by side as bars, the greatest first."""

from collections.abc import Sequence

from ui.markup import element
from ui.plot.points import Point
from ui.plot.svg import WIDTH, drawing, label

_STEP, _BAR, _LEFT, _RIGHT = 24, 14, 84, 130


def bars(points: Sequence[Point], title: str) -> str:
    """A bar a row with its name before and its value behind it, from zero to the right or left."""
    ordered = sorted(points, key=lambda point: -point.value)
    least = min(0.0, *(float(point.value) for point in points))
    most = max(0.0, *(float(point.value) for point in points))
    scale = (WIDTH - _LEFT - _RIGHT) / ((most - least) or 1.0)
    zero = _LEFT - least * scale
    several = len({point.year for point in points}) > 1
    rows = (_row(point, 6 + _STEP * at, zero, scale, several) for at, point in enumerate(ordered))
    return drawing("".join(rows), 12 + _STEP * len(ordered), title)


def _row(point: Point, top: float, zero: float, scale: float, several: bool) -> str:
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
    name = f"{point.place}{point.year}" if several and point.year else point.place
    middle = top + _STEP / 2 + 4.5
    named = label(_LEFT - 8, middle, name, "axis", "end")
    return named + bar + label(max(zero, zero + long) + 8, middle, point.said, "figure", "start")
