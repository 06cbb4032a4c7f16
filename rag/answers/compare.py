"""Places or years side by side, and which is higher by how much where the units agree."""

from collections.abc import Sequence
from decimal import Decimal

from corpus.figures import Figure, figures
from index.search import Index
from index.types import Hit
from rag.answers.number import answer as number
from rag.answers.number import piece
from rag.draft import Draft, Piece, closed, without_stop
from rag.query import Query
from rag.retrieve import Found, Group
from rag.wanted import asked_units

_ROOM = 90


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """One piece a side; the difference is computed, so it carries the markers of both sides."""
    sides = [(group, best) for group in found.groups if (best := _best(query, group)) is not None]
    if len(sides) < 2:
        return number(query, found, index)
    pieces = [_side(query, group, hit, index) for group, hit in sides]
    if len(sides) == 2:
        pieces += _difference(query, sides, pieces)
    return Draft(query.kind, closed(pieces))


def _best(query: Query, group: Group) -> Hit | None:
    hits = group.hits
    return hits[0] if hits else None


def _side(query: Query, group: Group, hit: Hit, index: Index) -> Piece:
    said = piece(query, hit, index, _ROOM)
    return Piece(f"{_name(group)}：{without_stop(said.text)}；", said.quotes)


def _name(group: Group) -> str:
    year = f"{group.year}年" if group.year else ""
    return f"{group.place}{year}"


def _difference(
    query: Query, sides: Sequence[tuple[Group, Hit]], pieces: Sequence[Piece]
) -> list[Piece]:
    """A sentence that says which side is higher and by how much; none where units differ."""
    first, second = (_figure(query, piece.text) for piece in pieces)
    if first is None or second is None or first.unit != second.unit:
        return []
    names = [_name(group) for group, _ in sides]
    quotes = tuple(quote for piece in pieces for quote in piece.quotes)
    gap = first.high - second.high
    if gap == 0:
        return [Piece(f"两者相同，均为{first.text}。", quotes)]
    higher, lower = (names[0], names[1]) if gap > 0 else (names[1], names[0])
    return [Piece(f"{higher}高于{lower}，相差{shown(abs(gap), first.unit)}。", quotes)]


def _figure(query: Query, text: str) -> Figure | None:
    """The figure that is compared: of the unit asked for, else the first."""
    stated = figures(text.split("：", 1)[-1])
    units = asked_units(query.wording)
    fitting = [figure for figure in stated if any(unit in figure.unit for unit in units)]
    return next(iter(fitting or stated), None)


def shown(value: Decimal, unit: str) -> str:
    """A value in base units as a person writes it.

    >>> shown(Decimal(15000000000), "元")
    '150亿元'
    """
    for size, word in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")):
        if value >= size and unit not in ("%", "个百分点"):
            return f"{_plain(value / size)}{word}{unit}"
    return f"{_plain(value)}{'个百分点' if unit == '%' else unit}"


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
