"""One row a place: the figure that its document gives, or nothing where it is silent.

Indicators that the ledger keeps are read off it; any other is looked for by search. 最高, 最低 and
高于5% order and choose the rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.search import Index
from index.types import Scope
from rag.answers import looked_up
from rag.draft import Cells, Draft, Piece, Quote
from rag.query import Query
from rag.ranking import Ranking, ranking
from rag.retrieve import Found
from rag.stated import Stated, Wanted, stated, wanted

_FEW = 12
_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Row:
    """A place with what it states; ``value`` is the figure to order by."""

    place: str
    text: str = ""
    quotes: tuple[Quote, ...] = ()
    value: Decimal | None = None


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The table, and a sentence that says which places give a figure and which do not."""
    sought = wanted(query)
    year = _year(query, sought, index) if sought else None
    if sought is None or year is None:
        return looked_up.answer(query, found, index)
    there, without = _places(query, year, index)
    cells = {place: stated(sought, place, year, index) for place in there}
    sought = one_role(sought, list(cells.values()))
    cells = {place: stated(sought, place, year, index) for place in there}
    if not any(cells.values()):
        return None
    rows = [_row(place, item) for place, item in cells.items()]
    asked = ranking(query.wording)
    chosen = asked.of(rows, lambda row: row.value) if asked else rows
    return Draft(
        "table",
        tuple(_told(query, sought, year, rows, chosen, asked, without)),
        columns=("地区", "年份", title(sought)),
        rows=tuple(Cells(row.place, year, row.text, row.quotes) for row in chosen),
        notes=() if query.years else (f"没有说年份，按给出的地方最多的{year}年理解",),
    )


def _year(query: Query, sought: Wanted, index: Index) -> int | None:
    """The one year asked about; where none is, the one that most places tell of, the newest of
    several. None where there are more."""
    if query.years or query.asked.scope.years:
        return query.years[0] if len(query.years) == 1 else None
    reports = {d.identity.year for d in index.documents if d.identity.year}
    told = {year: _tell(query, sought, year, index) for year in reports | {y - 1 for y in reports}}
    best = max(told, key=lambda year: (told[year], year), default=None)
    return best if best is not None and told[best] else None


def _tell(query: Query, sought: Wanted, year: int, index: Index) -> int:
    """How many of the places asked about state it of the year: as a result, unless a target is
    asked for."""
    as_asked = sought if sought.target else replace(sought, target=False)
    there, _ = _places(query, year, index)
    return sum(stated(as_asked, place, year, index) is not None for place in there)


def _places(query: Query, year: int, index: Index) -> tuple[list[str], int]:
    """The places asked about that have a report that can tell of the year, and how many have
    none; all provinces where no place is named."""
    able = {d.identity.place for d in index.within(Scope(years=(year, year + 1)))}
    asked = [place for place in query.places if place != "全国" or len(query.places) == 1]
    return [place for place in asked if place in able], sum(place not in able for place in asked)


def one_role(sought: Wanted, found: Sequence[Stated | None]) -> Wanted:
    """Results or targets, never both in one table: results where most places state them."""
    if sought.target is not None:
        return sought
    there = [item for item in found if item]
    targets = sum(item.is_target for item in there)
    return replace(sought, target=2 * targets > len(there))


def _row(place: str, item: Stated | None) -> _Row:
    if item is None:
        return _Row(place)
    return _Row(place, item.fact.value, (item.quote,), item.value)


def title(sought: Wanted) -> str:
    """What a column of it is called: 地区生产总值增速目标."""
    role = "目标" if sought.target else ""
    growth = "增速" if sought.measure == "growth" and sought.indicator.growth else ""
    return f"{sought.indicator.name}{growth}{role}"


def _told(
    query: Query,
    sought: Wanted,
    year: int,
    rows: Sequence[_Row],
    chosen: Sequence[_Row],
    asked: Ranking | None,
    without: int,
) -> list[Piece]:
    """The sentence above the table: the answer where one is asked for, else the coverage."""
    given = [row for row in rows if row.text]
    when = f"{year}年" if query.years else ""
    name = f"{when}{title(sought)}"
    pieces = []
    if asked:
        pieces += _ranked(asked, name, given, chosen)
    else:
        pieces.append(Piece(f"{len(given)}/{len(rows)}个地方的文件给出了{name}"))
        if len(given) <= _FEW:
            pieces.append(Piece("："))
            pieces += _listed(given)
    silent = [row.place for row in rows if not row.text]
    if silent:
        pieces.append(Piece(f"；未提及：{'、'.join(silent)}"))
    if without:
        pieces.append(Piece(f"；文库里另有{without}个地方没有能说明{when or '这一年'}的文件"))
    return [*pieces, Piece("。")]


def _ranked(
    asked: Ranking, name: str, given: Sequence[_Row], chosen: Sequence[_Row]
) -> list[Piece]:
    if not chosen:
        return [Piece(f"{len(given)}个地方给出了{name}，没有{asked.words}的")]
    if asked.superlative:
        return [
            Piece(f"给出{name}的{len(given)}个地方中，{asked.words}的是"),
            *_listed(asked.best(chosen, lambda row: row.value)),
        ]
    return [Piece(f"{name}{asked.words}的有{len(chosen)}个：{''}"), *_listed(chosen)]


def _listed(rows: Sequence[_Row]) -> list[Piece]:
    """Places with their values, each cited."""
    pieces: list[Piece] = []
    for row in rows:
        if pieces:
            pieces.append(Piece("，"))
        pieces.append(Piece(f"{row.place}{row.text}", row.quotes))
    return pieces
