"""What to look for and where: one search a place (or year) that is asked about, then joined."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpus.types import Identity, Passage
from index.search import Index
from index.types import Hit, Reranker, Scope
from rag.choose import choose
from rag.mentions import newest_first, uses
from rag.query import Query
from rag.rerank import reranked
from rag.stated import Stated, nothing_else, stated, wanted
from rag.times import aims_throughout, document_years, is_told_as_done, leaning, leaning_of
from rag.types import Retrieved

_DEPTH = 40
_PASSAGE = 480
_OTHER_YEAR = 0.82
_OLDER = 0.9
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Group:
    """The hits for one place and year asked about (both empty where the question is one)."""

    place: str
    year: int | None
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything retrieved: by group, and all together, best first."""

    groups: tuple[Group, ...]
    hits: tuple[Hit, ...]
    passages: tuple[Retrieved, ...]


def retrieve(
    query: Query, index: Index, passages: int = 10, reranker: Reranker | None = None
) -> Found:
    """The evidence for a query: each place and year asked about gets its own.

    A ``reranker`` has a say in the order of what search finds; what the ledger states leads.
    """
    groups = (
        _read_off(query, index)
        or _used(query, index)
        or tuple(
            Group(place, year, _led(query, index, reranker, scope, place, year))
            for place, year, scope in _scopes(query, index)
        )
    )
    hits = tuple(_interleaved([group.hits for group in groups]))
    return Found(groups, _naming(query.inside, hits), _windows(hits, index, passages))


def _naming(places: Sequence[str], hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Only the hits that name each place that has no documents of its own, if there are any."""
    told = [(hit, "\n".join((hit.passage.text, *hit.passage.headings))) for hit in hits]
    return tuple(hit for hit, text in told if all(place in text for place in places)) or hits


def _read_off(query: Query, index: Index) -> tuple[Group, ...]:
    """For a table of what the ledger keeps: the sentences that state it, a group a place."""
    sought = wanted(query)
    if query.kind != "table" or sought is None or len(query.years) != 1:
        return ()
    year = query.years[0]
    found = [(place, stated(sought, place, year, index)) for place in query.places]
    return tuple(Group(place, year, (_hit(item, index),)) for place, item in found if item)


def _used(query: Query, index: Index) -> tuple[Group, ...]:
    """For a phrase or figure: the first sentence of each document that uses it, newest first."""
    if query.kind != "mention" or query.sought is None:
        return ()
    found = newest_first(uses(query.sought, index, query.scope))
    firsts = [use.mentions[0] for use in found[:_DEPTH]]
    hits = [_sure(index.row_at(first.source, first.start), index) for first in firsts]
    return (Group("", None, tuple(hits)),) if hits else ()


def _led(
    query: Query,
    index: Index,
    reranker: Reranker | None,
    scope: Scope,
    place: str,
    year: int | None,
) -> tuple[Hit, ...]:
    """What search finds for a side of a question, led by what the ledger states of it."""
    hits = _search(query, index, reranker, scope, year)
    item = on_record(query, index, place, year)
    if item is None:
        return hits
    first = _hit(item, index)
    top = max((hit.score for hit in hits), default=0.0)
    return (replace(first, score=top + 1.0), *(hit for hit in hits if hit.row != first.row))


def on_record(query: Query, index: Index, place: str, year: int | None) -> Stated | None:
    """What the ledger states for a side of a question that asks for nothing narrower."""
    if query.kind not in ("number", "compare", "trend") or query.scope.sources or query.inside:
        return None
    sought = wanted(query)
    places = (place,) if place else query.places
    years = (year,) if year else query.years
    if sought is None or len(places) != 1 or len(years) != 1 or not nothing_else(query, sought):
        return None
    if len(query.years) > 1:
        lean = leaning_of(_written_out(query), years[0])
        sought = replace(sought, target=lean > 0 if lean else None)
    if aims(query):
        return stated(replace(sought, target=True), places[0], years[0], index)
    found = stated(sought, places[0], years[0], index)
    if found is None and query.kind == "trend":
        found = stated(replace(sought, target=None), places[0], years[0], index)
    return found


def aims(query: Query) -> bool:
    """Whether a course of targets is asked for, in which no result has a place."""
    return query.kind == "trend" and aims_throughout(_written_out(query))


def _written_out(query: Query) -> str:
    """The question with 今年 and the like as years; an English one as it was asked."""
    return query.resolved if query.english else query.search


def _hit(item: Stated, index: Index) -> Hit:
    """The sentence of a fact as a hit that is sure."""
    return _sure(index.row_at(item.document.source, item.fact.start), index)


def _sure(row: int, index: Index) -> Hit:
    return Hit(row, index.passage(row), 1.0, {"dense": 1.0, "soft": 1.0})


def identity_of(index: Index, source: str) -> Identity:
    """The identity of a document of the library."""
    return index.document(source).identity


def _scopes(query: Query, index: Index) -> list[tuple[str, int | None, Scope]]:
    """One scope a place and year to compare; the whole scope where there is nothing to split."""
    places: Sequence[str] = query.places if len(query.places) > 1 else ("",)
    years: Sequence[int | None] = (None,)
    if query.kind in ("trend", "compare") and len(query.years) > 1:
        years = query.years
    if len(places) * len(years) == 1:
        return [("", None, query.scope)]
    return [
        (place, year, _narrowed(query.scope, place, year, index))
        for place in places
        for year in years
    ]


def _narrowed(scope: Scope, place: str, year: int | None, index: Index) -> Scope:
    if place:
        scope = replace(scope, places=(place,))
    if year is not None:
        there = {d.identity.year for d in index.documents if place in ("", d.identity.place)}
        known = tuple(sorted(y for y in there if y))
        scope = replace(scope, years=document_years((year,), known) or scope.years)
    return scope


def _search(
    query: Query, index: Index, reranker: Reranker | None, scope: Scope, year: int | None
) -> tuple[Hit, ...]:
    said = query.core if scope.places or scope.years else query.search
    hits = reranked(
        query.wording, index.search(said, _DEPTH, scope, query.also, _meant(query)), reranker
    )
    asked = (year,) if year is not None else query.years
    lean = leaning(query.resolved) if year is None else leaning_of(_written_out(query), year)
    newest = max((d.identity.year or 0 for d in index.documents), default=0)
    weighed = [
        replace(
            hit, score=hit.score * _fit(identity_of(index, hit.passage.source), asked, lean, newest)
        )
        for hit in hits
    ]
    return tuple(choose(query, weighed, asked, lean or -is_told_as_done(query.resolved), index))


def _meant(query: Query) -> str:
    """What the vectors read: an English question as it was asked."""
    return query.resolved if query.english else ""


def _fit(identity: Identity, asked: Sequence[int], lean: int, newest: int) -> float:
    """How well a document's year fits: targets stand in the year's report, results in the next."""
    if identity.year is None:
        return 1.0
    if not asked:
        return 1.0 if identity.year == newest else _OLDER
    told_next = all(identity.year != year for year in asked)
    if lean == 0:
        return 1.0
    return _OTHER_YEAR if told_next == (lean > 0) else 1.0


def _interleaved(groups: Sequence[Sequence[Hit]]) -> Iterable[Hit]:
    """The best of each group, then the second of each, each row once."""
    seen: set[int] = set()
    for row in zip_longest(*groups):
        for hit in row:
            if hit is not None and hit.row not in seen:
                seen.add(hit.row)
                yield hit


def _windows(hits: Sequence[Hit], index: Index, count: int) -> tuple[Retrieved, ...]:
    """Passages of about 480 characters around the best hits, none inside an earlier one."""
    windows: list[Passage] = []
    found: list[Retrieved] = []
    for hit in hits:
        if any(_inside(hit.passage, window) for window in windows):
            continue
        window = index.around(hit.row, _PASSAGE)
        windows.append(window)
        found.append(Retrieved(window.source, window.start, window.end, window.text, hit.score))
        if len(found) == count:
            break
    return tuple(found)


def _inside(passage: Passage, window: Passage) -> bool:
    same = passage.source == window.source
    return same and window.start <= passage.start and passage.end <= window.end
