"""From signs placed on a page to its lines in reading order: rows, columns, cells.

Lengths are in any one unit, the same on a page; ``top`` lies above ``bottom`` and is smaller.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳",
    "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙龟",
)
_KANGXI = re.compile("[\u2f00-\u2fd5]")
_CELL_GAP = 1.2
_WORD_GAP = 0.28
_WIDE_GAP = 0.8
_LEAST_ROWS = 5
_MOST_CROSSING = 0.25
_MOST_SPLITS = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Text in a row without a wide gap; ``size`` is the height of its signs."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """The height at which the run stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column: its run, the column's edges, and whether it is a row of a table."""

    run: Run
    left: float
    right: float
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The runs of a page and its height."""

    runs: tuple[Run, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Block:
    """A column, or what lies across columns, and its edges."""

    runs: tuple[Run, ...]
    left: float
    right: float


def runs(signs: Iterable[Run]) -> list[Run]:
    """Signs (runs of one character) put together, in the order given, to runs."""
    found: list[list[Run]] = []
    for sign in signs:
        if found and _follows(found[-1][-1], sign):
            found[-1].append(sign)
        elif not (found and _is_shadow(found[-1][-1], sign)):
            found.append([sign])
    return _side_by_side([_joined(group) for group in found])


def lines(found: Sequence[Run]) -> list[Line]:
    """The lines of a page in reading order, column by column."""
    if not found:
        return []
    return [line for block in _blocks(list(found), *_edges(found)) for line in _block_lines(block)]


def rows(found: Iterable[Run]) -> list[list[Run]]:
    """Runs by rows from the top, each from left to right."""
    grouped: list[list[Run]] = []
    for run in sorted(found, key=lambda run: run.middle):
        if grouped and _beside(grouped[-1][-1], run):
            grouped[-1].append(run)
        else:
            grouped.append([run])
    return [sorted(group, key=lambda run: run.left) for group in grouped]


def plain(text: str) -> str:
    """Text whose Kangxi radicals, which fonts put in the place of characters, are characters."""
    text = _KANGXI.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return text.translate(_RADICALS)


def _beside(one: Run, other: Run) -> bool:
    return abs(one.middle - other.middle) < 0.45 * max(one.size, other.size)


def _follows(before: Run, sign: Run) -> bool:
    gap = sign.left - before.right
    size = max(before.size, sign.size)
    return _beside(before, sign) and -0.35 * size < gap < _CELL_GAP * size


def _is_shadow(before: Run, sign: Run) -> bool:
    """Whether a sign is printed again on itself, as bold type is faked."""
    near = abs(sign.left - before.left) + abs(sign.top - before.top) < 0.3 * sign.size
    return near and before.text == sign.text


def _joined(group: Sequence[Run]) -> Run:
    text = group[0].text
    for before, run in pairwise(group):
        text += _between(before, run) + run.text
    return Run(
        text,
        min(run.left for run in group),
        max(run.right for run in group),
        min(run.top for run in group),
        max(run.bottom for run in group),
        median(run.size for run in group),
    )


def _between(before: Run, run: Run) -> str:
    """A space where there is a gap: a small one in words of letters, a wide one in any text."""
    gap = run.left - before.right
    letters = before.text[-1:].isascii() and run.text[:1].isascii()
    least = _WORD_GAP if letters else _WIDE_GAP
    return " " if gap > least * min(before.size, run.size) else ""


def _side_by_side(found: Sequence[Run]) -> list[Run]:
    """Runs of one row without a wide gap between them put together."""
    together: list[Run] = []
    for row in rows(found):
        group = [row[0]]
        for run in row[1:]:
            if _follows(group[-1], run):
                group.append(run)
            elif not _is_shadow(group[-1], run):
                together.append(_joined(group))
                group = [run]
        together.append(_joined(group))
    return together


def _blocks(found: list[Run], left: float, right: float, depth: int = 0) -> Iterator[_Block]:
    """The columns one after the other; what lies across them stands before what is below it."""
    gutter = _gutter(found) if depth < _MOST_SPLITS else None
    if gutter is None:
        yield _Block(tuple(found), left, right)
        return
    band: list[Run] = []
    for run in sorted(found, key=lambda run: run.middle):
        if run.left < gutter < run.right:
            yield from _band(band, gutter, depth + 1)
            yield _Block((run,), left, right)
            band = []
        else:
            band.append(run)
    yield from _band(band, gutter, depth + 1)


def _band(band: list[Run], gutter: float, depth: int) -> Iterator[_Block]:
    for side in (
        [run for run in band if run.right <= gutter],
        [run for run in band if run.left >= gutter],
    ):
        if side:
            yield from _blocks(side, *_edges(side), depth)


def _edges(found: Sequence[Run]) -> tuple[float, float]:
    return min(run.left for run in found), max(run.right for run in found)


def _gutter(found: Sequence[Run]) -> float | None:
    """Where the space between two columns of prose lies, if there are columns."""
    if len(found) < 2 * _LEAST_ROWS:
        return None
    left, right = _edges(found)
    step = max((right - left) / 200, 1e-6)
    best, fewest, width = None, _MOST_CROSSING * len(found) + 1, 0
    places = [left + step * number for number in range(40, 161)]
    for at in places:
        crossing = sum(run.left < at < run.right for run in found)
        if crossing < fewest:
            best, fewest, width = at, crossing, 1
        elif crossing == fewest and best is not None and at <= best + width * step * 1.5:
            width += 1
    if best is None:
        return None
    middle = best + step * (width - 1) / 2
    sides = (
        [run for run in found if run.right <= middle],
        [run for run in found if run.left >= middle],
    )
    return middle if all(map(_is_column, sides)) else None


def _is_column(side: Sequence[Run]) -> bool:
    """Whether runs are lines of prose: many, and most of them as wide as the column."""
    if len(side) < _LEAST_ROWS:
        return False
    left, right = _edges(side)
    width = right - left
    wide = sum(run.right - run.left > 0.7 * width for run in side)
    return wide >= 0.5 * len(side) and width > 8 * median(run.size for run in side)


def _block_lines(block: _Block) -> Iterator[Line]:
    """The rows of a column as lines; neighbouring rows with cells are rows of a table."""
    found = rows(block.runs)
    for at, row in enumerate(found):
        beside = [len(near) for near in (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2])]
        is_row = len(row) > 1 and any(count > 1 for count in beside)
        text = (" | " if is_row else " ").join(run.text for run in row)
        yield Line(replace(_joined(row), text=text), block.left, block.right, is_row)
