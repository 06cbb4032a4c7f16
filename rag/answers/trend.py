"""The same thing over years: each year in order, the change between two, and what was revised."""

from collections.abc import Sequence
from dataclasses import replace

from index.search import Index
from rag.answers.number import answer as number
from rag.answers.number import piece
from rag.answers.sides import Side, difference, mixed, pieces_of, recorded, side
from rag.answers.table import title
from rag.draft import Cells, Draft, Piece, closed
from rag.query import Query
from rag.retrieve import Found, on_record
from rag.revised import revisions
from rag.series import telling
from rag.stated import every_year, wanted

_ROOM = 130


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """What each year asked about says, as text and as a table; a question without several years
    is answered as one."""
    course = telling(query, found, index)
    if course is not None and not _on_record(query, found, index):
        return Draft("trend", (piece(query, course, index, _ROOM, whole=_ROOM),))
    sides = _sides(query, found, index)
    if not sides:
        return number(query, found, index)
    said = [*pieces_of(sides), *_silent(sides, found), *difference(sides)]
    return Draft(
        "trend",
        (*closed(said), *revisions([one.item for one in sides if one.item], index)),
        columns=("地区", "年份", _title(query, sides)) if len(sides) > 1 else (),
        rows=_rows(sides, index) if len(sides) > 1 else (),
    )


def _sides(query: Query, found: Found, index: Index) -> list[Side]:
    """A side a year that tells something, in order; the same words tell of one year only."""
    if not query.years:
        told = [recorded(item, "", year) for year, item in every_year(query, index).items()]
    else:
        groups = [group for group in found.groups if group.year]
        told = [one for one in (side(query, group, index) for group in groups) if one]
    by_words = {(one.quotes, one.text): one for one in reversed(told)}
    return sorted(by_words.values(), key=lambda one: (one.place, one.year or 0))


def _silent(sides: Sequence[Side], found: Found) -> list[Piece]:
    """The years asked about that no document tells of."""
    told = {(one.place, one.year) for one in sides}
    silent = [g for g in found.groups if g.year and (g.place, g.year) not in told]
    named = "、".join(f"{group.place}{group.year}年" for group in silent)
    return [Piece(f"未提及：{named}；")] if named else []


def _rows(sides: Sequence[Side], index: Index) -> tuple[Cells, ...]:
    """The sides as rows; a target beside results is marked as one."""
    return tuple(
        Cells(
            one.place or index.document(one.quotes[0].source).identity.place,
            one.year,
            f"{one.value}（目标）" if one.is_target and mixed(sides) else one.value,
            one.quotes,
        )
        for one in sides
    )


def _title(query: Query, sides: Sequence[Side]) -> str:
    sought = wanted(query)
    if sought is None or any(one.item is None for one in sides):
        return "数值"
    return title(replace(sought, target=all(one.is_target for one in sides)))


def _on_record(query: Query, found: Found, index: Index) -> bool:
    """Whether the ledger states the thing for one of the years."""
    return any(on_record(query, index, g.place, g.year) for g in found.groups if g.year)
