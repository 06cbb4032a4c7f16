"""Places or years side by side, and which is higher by how much where the units agree."""

import re
from collections.abc import Sequence
from decimal import Decimal

from corpus.figures import Figure, figures, signed
from index.search import Index
from index.types import Hit
from rag.answers.number import answer as number
from rag.answers.number import piece
from rag.draft import Draft, Piece, closed, without_stop
from rag.figured import best_figured
from rag.query import Query
from rag.retrieve import Found, Group, on_record
from rag.wanted import asked_units

_ROOM = 90
_DEEP = 4
_NEARLY = 0.75
_IN_WORDS = re.compile(r"怎么(?!变)|如何(?!变)|做法|措施|举措|思路|重点|侧重|哪些")


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """One piece a side; the difference is computed, so it carries the markers of both sides."""
    sides = [(group, told(query, group, index)) for group in found.groups if group.hits]
    if len(sides) < 2:
        return number(query, found, index)
    pieces = [side(query, group, hit, index) for group, hit in sides]
    return Draft(query.kind, closed([*pieces, *difference(query, sides, pieces, index)]))


def told(query: Query, group: Group, index: Index) -> Hit:
    """The hit that speaks for a side: where figures are compared, the best figured one."""
    near = [hit for hit in group.hits[:_DEEP] if hit.score >= _NEARLY * group.hits[0].score]
    near = [hit for hit in near if index.period(hit.row).last in (None, group.year)] or near
    return group.hits[0] if _IN_WORDS.search(query.resolved) else best_figured(query, near, index)


def side(query: Query, group: Group, hit: Hit, index: Index) -> Piece:
    """What one place or year says, with its name before it: the ledger's words, else the hit's."""
    item = on_record(query, index, group.place, group.year)
    if item is not None:
        fact = item.document.text[item.fact.start : item.fact.end].strip()
        return Piece(f"{name(group)}：{without_stop(fact)}；", (item.sentence,))
    said = piece(query, hit, index, _ROOM)
    return Piece(f"{name(group)}：{without_stop(said.text)}；", said.quotes)


def name(group: Group) -> str:
    """The place and the year of a side."""
    year = f"{group.year}年" if group.year else ""
    return f"{group.place}{year}"


def difference(
    query: Query, sides: Sequence[tuple[Group, Hit]], pieces: Sequence[Piece], index: Index
) -> list[Piece]:
    """Which of two sides is higher and by how much; nothing where their units differ."""
    if len(sides) != 2:
        return []
    first, second = (
        _figure(query, group, said, index) for (group, _), said in zip(sides, pieces, strict=True)
    )
    if first is None or second is None or first.unit != second.unit:
        return []
    names = [name(group) for group, _ in sides]
    quotes = tuple(quote for said in pieces for quote in said.quotes)
    gap = signed(first) - signed(second)
    if gap == 0:
        return [Piece(f"两者相同，均为{first.text}。", quotes)]
    higher, lower = (names[0], names[1]) if gap > 0 else (names[1], names[0])
    return [Piece(f"{higher}高于{lower}，相差{shown(abs(gap), first.unit)}。", quotes)]


def _figure(query: Query, group: Group, said: Piece, index: Index) -> Figure | None:
    """The figure compared: the ledger's, else that of the unit asked for, else the first."""
    item = on_record(query, index, group.place, group.year)
    if item is not None:
        return next(iter(figures(item.fact.value)), None)
    stated = figures(said.text.split("：", 1)[-1])
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
