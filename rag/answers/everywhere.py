"""A figure asked for of no place: the country's where it states one, else how far places differ.

No single province's figure may stand for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.search import Index
from index.types import Scope
from rag.answers.number import said
from rag.answers.table import one_role, title
from rag.draft import Draft, Piece
from rag.query import Query
from rag.stated import Stated, Wanted, nothing_else, stated, unknown_name, wanted
from rag.types import Suggestion

_COUNTRY = "全国"
_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Of:
    """What a place states, and its figure."""

    place: str
    item: Stated
    value: Decimal


def answer(query: Query, index: Index) -> Draft | None:
    """The draft; None where a place is named, or nothing stated that can be put side by side."""
    sought = _sought(query)
    if sought is None:
        return None
    years = _years(query, index)
    results = () if _chosen(query) or sought.target else (replace(sought, target=False),)
    drafts = (_of_year(query, one, year, index) for one in (*results, sought) for year in years)
    return next(filter(None, drafts), None)


def _of_year(query: Query, sought: Wanted, year: int, index: Index) -> Draft | None:
    notes = () if _chosen(query) else (f"没有说年份，按最新的{year}年理解",)
    country = stated(sought, _COUNTRY, year, index)
    if country:
        note = "没有说地方，按全国理解"
        return Draft("number", (said(country, _COUNTRY, year),), notes=(*notes, note))
    sought, told = _told(sought, year, index)
    if not told:
        return None
    if len(told) == 1:
        return Draft("number", (said(told[0].item, told[0].place, year),), notes=notes)
    name = title(sought)
    table = f"各省{year}年{name}"
    return Draft(
        "number",
        tuple(_range(f"{year}年{name}" if _chosen(query) else name, told)),
        suggestions=(Suggestion(table, f"{table}是多少"),),
        notes=notes,
    )


def _sought(query: Query) -> Wanted | None:
    """The indicator asked for, where a number is asked of no one and of no other than it."""
    scope = query.asked.scope
    if query.kind != "number" or len(query.years) > 1 or scope.places or scope.sources:
        return None
    if query.places or query.inside or query.lacking or query.missing or query.scope.speakers:
        return None
    sought = wanted(query)
    if sought is None or not nothing_else(query, sought) or unknown_name(query, sought):
        return None
    return sought


def _chosen(query: Query) -> tuple[int, ...]:
    """The years asked about, or set by hand."""
    return query.years or query.asked.scope.years


def _years(query: Query, index: Index) -> tuple[int, ...]:
    """The one year asked about, else the newest that a document is of, and the one before."""
    chosen = _chosen(query)
    if chosen:
        return chosen if len(chosen) == 1 else ()
    newest = max((d.identity.year for d in index.documents if d.identity.year), default=0)
    return (newest, newest - 1) if newest else ()


def _told(sought: Wanted, year: int, index: Index) -> tuple[Wanted, list[_Of]]:
    """What each place states of the year in one role and measure, the lowest first."""
    able = index.within(Scope(years=(year, year + 1)))
    places = sorted({d.identity.place for d in able} - {"", _COUNTRY})
    found = {place: stated(sought, place, year, index) for place in places}
    sought = one_role(sought, list(found.values()))
    found = {place: stated(sought, place, year, index) for place in places}
    told = [
        _Of(place, item, item.value)
        for place, item in found.items()
        if item and item.value is not None and item.fact.measure == sought.measure
    ]
    return sought, sorted(told, key=lambda one: one.value)


def _range(name: str, told: Sequence[_Of]) -> list[Piece]:
    """How many places state it, the lowest and the highest, each cited."""
    lowest = [one for one in told if one.value == told[0].value]
    highest = [one for one in told if one.value == told[-1].value]
    opening = f"问题没有说地方；{len(told)}个地方的文件给出了{name}"
    if told[0].value == told[-1].value:
        return [Piece(f"{opening}，数值都一样："), *_listed(lowest), Piece("。")]
    return [
        Piece(f"{opening}，各不相同：最低的是"),
        *_listed(lowest),
        Piece("，最高的是"),
        *_listed(highest),
        Piece("。"),
    ]


def _listed(equal: Sequence[_Of]) -> list[Piece]:
    """Places with their values; of many the first three, and how many more there are."""
    pieces: list[Piece] = []
    for one in equal[:_NAMED]:
        if pieces:
            pieces.append(Piece("、"))
        pieces.append(Piece(f"{one.place}{one.item.fact.value}", (one.item.quote,)))
    if len(equal) > _NAMED:
        pieces.append(Piece(f"等{len(equal)}个地方"))
    return pieces
