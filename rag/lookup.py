"""What is looked up without a question: sentences near some words, a table of an indicator."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.errors import UserError
from corpus.indicators import INDICATORS
from index.search import Index
from index.types import Hit, Scope
from rag.answers.table import one_role, title
from rag.draft import Cells, Draft, Piece, Quote, citation, finish
from rag.engine import Engine
from rag.named_place import known_places, known_years
from rag.query import Query
from rag.rerank import reranked
from rag.stated import Stated, Wanted, stated, wanted
from rag.types import Answer, Citation, Question

Role = Literal["any", "target", "result", "both"]
"""Which values a table holds: of the role that most state, targets, results, or the two together,
a target marked as one."""

_AIMED = "（目标）"
_MOST_CELLS = 2000
_FEW = 12
_SPARE = 20


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sentence that was found, and how near it comes: higher is nearer."""

    citation: Citation
    score: float


@dataclass(frozen=True, slots=True)
class Lookup:
    """The library of an engine."""

    engine: Engine

    def scope(self, places: Sequence[str], years: Sequence[int]) -> Scope:
        """Where to look; ``UserError`` for a place or year that the library has nothing of."""
        known = self.engine.known
        return Scope(known_places(places, known.places), known_years(years, known.years()))

    def search(self, query: str, limit: int, scope: Scope) -> tuple[Sighting, ...]:
        """The ``limit`` sentences that come nearest within a scope, numbered, best first.

        Official words stand in for everyday ones, Chinese for English ones, as in a question.
        """
        asked, index = self.engine.understand(Question(query)), self.engine.index
        meant = asked.resolved if asked.english else ""
        hits = index.search(asked.search, limit + _SPARE, scope, asked.also, meant)
        hits = reranked(asked.wording, [hit for hit in hits if _says(hit)], self.engine.reranker)
        return tuple(_sighting(hit, number, index) for number, hit in enumerate(hits[:limit], 1))

    def table(
        self, indicator: str, places: Sequence[str], years: Sequence[int], role: Role
    ) -> Answer:
        """A row a place and year: what the documents state of the indicator, each value cited.

        Without places it is all that the library has documents of, without years its newest.
        The words of ``indicator`` say more where they can: GDP总量, 就业目标. Results and
        targets never stand in one table. Raises ``UserError``.
        """
        query = self.engine.understand(Question(indicator))
        sought = wanted(query)
        if sought is None:
            there = "、".join(one.name for one in INDICATORS)
            raise UserError(f"“{indicator[:20]}”列不成表；能列的指标有：{there}。")
        sides = (self._places(places), self._years(years))
        if role == "both":
            return self._both(query, sought, *sides)
        if role != "any":
            sought = replace(sought, target=role == "target")
        cells = self._cells(sought, *sides)
        if sought.target is None:
            sought = one_role(sought, list(cells.values()))
            cells = self._cells(sought, *sides)
        draft = Draft(
            "table",
            (Piece(told(title(sought), cells)),),
            columns=("地区", "年份", title(sought)),
            rows=tuple(_row(*at, item) for at, item in cells.items()),
        )
        return finish(draft, query, self.engine.index)

    def _both(
        self, query: Query, sought: Wanted, places: Sequence[str], years: Sequence[int]
    ) -> Answer:
        """Targets and results of the same places and years, the two of a year side by side."""
        targets, results = (
            self._cells(replace(sought, target=target), places, years) for target in (True, False)
        )
        aimed, reached = (title(replace(sought, target=target)) for target in (True, False))
        draft = Draft(
            "table",
            (Piece(told(aimed, targets)), Piece(told(reached, results))),
            columns=("地区", "年份", reached),
            rows=tuple(
                row
                for at in targets
                for row in (_row(*at, targets[at], _AIMED), _row(*at, results[at]))
                if row.value
            ),
        )
        return finish(draft, query, self.engine.index)

    def _places(self, given: Sequence[str]) -> tuple[str, ...]:
        known = self.engine.known
        every = dict.fromkeys(identity.place for identity in known.identities if identity.place)
        return known_places(given, known.places) or tuple(every)

    def _years(self, given: Sequence[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(given)) or self.engine.known.years()[-1:]

    def _cells(
        self, sought: Wanted, places: Sequence[str], years: Sequence[int]
    ) -> dict[tuple[str, int], Stated | None]:
        if len(places) * len(years) > _MOST_CELLS:
            raise UserError(f"表太大（{len(places)}个地方、{len(years)}年）；请少选一些。")
        index = self.engine.index
        return {(p, y): stated(sought, p, y, index) for p in places for y in years}


def _says(hit: Hit) -> bool:
    """Whether a sentence is more than the heading that it stands under."""
    return hit.passage.text not in hit.passage.headings


def _sighting(hit: Hit, number: int, index: Index) -> Sighting:
    at = hit.passage
    quote = Quote(at.source, at.start, at.end)
    return Sighting(citation(index.document(at.source), quote, number), round(hit.score, 4))


def told(name: str, cells: dict[tuple[str, int], Stated | None]) -> str:
    """A sentence a year: how many places state it, and which do not."""
    return "".join(_told_of(name, year, cells) for year in _sides(cells)[1])


def _told_of(name: str, year: int, cells: dict[tuple[str, int], Stated | None]) -> str:
    of_year = {place: item for (place, of), item in cells.items() if of == year}
    silent = [place for place, item in of_year.items() if item is None]
    given = len(of_year) - len(silent)
    names = "、".join(silent[:_FEW]) + (f"等{len(silent)}个" if len(silent) > _FEW else "")
    tail = f"；未提及：{names}" if silent else ""
    return f"{given}/{len(of_year)}个地方的文件给出了{year}年{name}{tail}。"


def _sides(cells: dict[tuple[str, int], Stated | None]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    places = tuple(dict.fromkeys(place for place, _ in cells))
    return places, tuple(dict.fromkeys(year for _, year in cells))


def _row(place: str, year: int, item: Stated | None, mark: str = "") -> Cells:
    if item is None:
        return Cells(place, year, "", ())
    return Cells(place, year, f"{item.fact.value}{mark}", (item.quote,))
