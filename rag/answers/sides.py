"""One side of a comparison or one year of a course: what it says, and with which figure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.figures import Figure, figures, signed
from corpus.numerals import says_year
from index.search import Index
from index.types import Hit
from rag.answers.number import piece
from rag.draft import Piece, Quote, without_stop
from rag.figured import best_figured
from rag.query import Query
from rag.retrieve import Group, aims, on_record
from rag.stated import Stated
from rag.wanted import asked_units

_ROOM = 90
_DEEP = 4
_NEARLY = 0.75
_IN_WORDS = re.compile(r"怎么(?!变)|如何(?!变)|做法|措施|举措|思路|重点|侧重|哪些")


@dataclass(frozen=True, slots=True)
class Side:
    """What is said of one place or year. ``figure`` is what is compared, None where it is said in
    words; ``is_target`` is None where the text does not tell; ``item`` is the ledger's fact."""

    place: str
    year: int | None
    text: str
    quotes: tuple[Quote, ...]
    figure: Figure | None
    is_target: bool | None
    item: Stated | None = None

    @property
    def name(self) -> str:
        """The place and the year."""
        return f"{self.place}{self.year}年" if self.year else self.place

    @property
    def value(self) -> str:
        """The figure as it is written; what is said, where there is none."""
        if self.item:
            return self.item.fact.value
        return self.figure.text if self.figure else self.text


def side(query: Query, group: Group, index: Index) -> Side | None:
    """What a group says: the ledger's words, else those of its best hit; None where it has none
    of the year asked about."""
    item = on_record(query, index, group.place, group.year)
    if item is not None:
        return recorded(item, group.place, group.year)
    hit = _told(query, group, index)
    if hit is None:
        return None
    period = index.period(hit.row)
    is_target = period.role in ("target", "plan") if group.year == period.last else None
    if aims(query) and not is_target:
        return None
    said = piece(query, hit, index, _ROOM)
    return Side(
        group.place,
        group.year,
        without_stop(said.text),
        said.quotes,
        _figure(query, said.text),
        is_target,
    )


def recorded(item: Stated, place: str, year: int | None) -> Side:
    """A side that the ledger tells."""
    fact = item.fact
    words = without_stop(item.document.text[fact.start : fact.end].strip())
    figure = next(iter(figures(fact.value)), None)
    return Side(place, year, words, (item.sentence,), figure, item.is_target, item)


def pieces_of(sides: Sequence[Side]) -> list[Piece]:
    """Each side with its name before it, and with its role where theirs differ."""
    mixed = {True, False} <= {one.is_target for one in sides}
    return [
        Piece(f"{one.name}{_role(one) if mixed else ''}：{one.text}；", one.quotes) for one in sides
    ]


def mixed(sides: Sequence[Side]) -> bool:
    """Whether some sides are targets and some results."""
    return {True, False} <= {one.is_target for one in sides}


def _role(one: Side) -> str:
    return {True: "目标", False: "实绩", None: ""}[one.is_target]


def difference(sides: Sequence[Side]) -> list[Piece]:
    """Which of two sides is higher and by how much; nothing where their units differ.

    It is computed, so it carries the markers of both.
    """
    if len(sides) != 2:
        return []
    first, second = sides
    if not (first.figure and second.figure) or first.figure.unit != second.figure.unit:
        return []
    quotes = (*first.quotes, *second.quotes)
    if _is_range(first.figure) or _is_range(second.figure):
        return []
    gap = signed(first.figure) - signed(second.figure)
    if gap == 0 and _side_of(first.figure) != _side_of(second.figure):
        each = "，".join(f"{one.name}为{one.figure.text}" for one in sides if one.figure)
        return [Piece(f"数值相同，{each}。", quotes)]
    if gap == 0:
        return [Piece(f"两者相同，均为{first.figure.text}。", quotes)]
    higher, lower = (first, second) if gap > 0 else (second, first)
    told = shown(abs(gap), first.figure.unit)
    return [Piece(f"{higher.name}高于{lower.name}，相差{told}。", quotes)]


def _is_range(figure: Figure) -> bool:
    """Whether a figure is no single value (4.5%—5%): it is neither equal, higher nor lower."""
    return figure.low != figure.high


def _side_of(figure: Figure) -> str:
    """The side on which a figure is open: 以上, 以内, or neither."""
    sides = {"over": "above", "at_least": "above", "under": "below", "at_most": "below"}
    return sides.get(figure.qualifier, "")


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


def _told(query: Query, group: Group, index: Index) -> Hit | None:
    """The hit that speaks for a side: where figures are compared, the best figured one. A
    sentence about other years speaks for none."""
    if not group.hits:
        return None
    near = [hit for hit in group.hits[:_DEEP] if hit.score >= _NEARLY * group.hits[0].score]
    if _IN_WORDS.search(query.resolved):
        return group.hits[0]
    near = [hit for hit in near if _of_year(hit, group.year, index)]
    return best_figured(query, near, index) if near else None


def _of_year(hit: Hit, year: int | None, index: Index) -> bool:
    told = index.period(hit.row).last
    return year is None or told in (None, year) or says_year(hit.passage.text, year)


def _figure(query: Query, text: str) -> Figure | None:
    """The figure compared: that of the unit asked for, else the first."""
    found = figures(text)
    units = asked_units(query.wording)
    fitting = [figure for figure in found if any(unit in figure.unit for unit in units)]
    return next(iter(fitting or found), None)
