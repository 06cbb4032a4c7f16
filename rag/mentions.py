"""Who uses a phrase or a figure: every place where it stands, over the whole text of each document.

A scan takes some milliseconds a hundred reports once their comparable forms are made.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.figures import Figure, figures
from corpus.spellings import matches, spellings
from corpus.types import Document, Identity
from index.plain import Plain, comparable, plain
from index.search import Index
from index.types import Scope
from rag.query import Query
from rag.sought import Sought

_BEFORE, _AFTER = 18, 20
_HAN_DIGIT = "零〇一二两三四五六七八九十百千"


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a document uses what is looked for: ``document.text[start:end]``."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Needle:
    """Comparable words, and what has to follow them: one of the ``tails``."""

    text: str
    tails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A document that uses it, with every mention in order; never without one."""

    source: str
    identity: Identity
    mentions: tuple[Mention, ...]

    @property
    def count(self) -> int:
        return len(self.mentions)


@dataclass(frozen=True, slots=True)
class YearCount:
    """How often the documents of a year use it, how many of them do, and how many there are."""

    year: int
    mentions: int
    documents: int
    held: int


def uses(sought: Sought, index: Index, scope: Scope) -> tuple[Use, ...]:
    """The documents of a scope that use what is looked for, in the order of the library."""
    heard, needles = frozenset(scope.speakers), _needles(sought)
    found = []
    for document in index.within(scope):
        mentions = _mentions(sought, needles, document, index.plain[document.source])
        if heard:
            mentions = [m for m in mentions if _speaker(m, index) in heard]
        if mentions:
            found.append(Use(document.source, document.identity, tuple(mentions)))
    return tuple(found)


def used_in(sought: Sought, text: str) -> bool:
    """Whether a text uses what is looked for."""
    document = Document("", text, Identity())
    return bool(_mentions(sought, _needles(sought), document, plain(text)))


def by_year(found: Sequence[Use], index: Index, scope: Scope) -> tuple[YearCount, ...]:
    """A count for each year of which the scope has documents, rising: a line to plot."""
    held: dict[int, list[str]] = {}
    for document in index.within(scope):
        if document.identity.year:
            held.setdefault(document.identity.year, []).append(document.source)
    counts = {use.source: use.count for use in found}
    return tuple(
        YearCount(
            year,
            sum(counts.get(source, 0) for source in sources),
            sum(source in counts for source in sources),
            len(sources),
        )
        for year, sources in sorted(held.items())
    )


def first_use(found: Sequence[Use]) -> Use | None:
    """The use in the oldest document whose year is known: by year, then by day."""
    dated = [use for use in found if use.identity.year]
    return min(dated, key=_age, default=None)


def newest_first(found: Sequence[Use]) -> list[Use]:
    """By year, the newest first; in a year the country, then who uses it most often."""
    return sorted(
        found,
        key=lambda use: (
            -(use.identity.year or 0),
            use.identity.place != "全国",
            -use.count,
            use.source,
        ),
    )


def oldest_first(found: Sequence[Use]) -> list[Use]:
    """By age; those whose year is not known last."""
    return sorted(found, key=lambda use: (use.identity.year is None, _age(use)))


def settled(query: Query, index: Index) -> Query:
    """The query; where nobody uses a phrase that was typed alone or that somebody is to have
    said, it is read as the keywords or the question that it may be as well."""
    sought = query.sought
    if query.kind != "mention" or sought is None or sought.figure is not None:
        return query
    if not (sought.alone or sought.asks == "speakers") or uses(sought, index, query.scope):
        return query
    return replace(query, kind="number" if sought.alone else "who")


def _age(use: Use) -> tuple[int, str, str]:
    """Orders by the year; in a year by the day of the report, unknown days last."""
    day = use.identity.delivered or use.identity.published
    return use.identity.year or 0, day.isoformat() if day else "9999", use.source


def _speaker(mention: Mention, index: Index) -> str:
    return index.passage(index.row_at(mention.source, mention.start)).speaker


def _needles(sought: Sought) -> tuple[_Needle, ...]:
    """What to look for in comparable forms."""
    if sought.figure is None:
        return (_Needle(comparable(sought.phrase), ("",)),)
    return tuple(
        _Needle(comparable(one.number), tuple(map(comparable, one.tails)))
        for one in spellings(sought.figure)
    )


def _mentions(
    sought: Sought, needles: Sequence[_Needle], document: Document, plain: Plain
) -> list[Mention]:
    spans = (span for needle in needles for span in _found(needle, plain))
    if sought.figure is not None:
        spans = (told for span in spans for told in _figures(sought.figure, span, document.text))
    return [Mention(document.source, start, end) for start, end in sorted(set(spans))]


def _found(needle: _Needle, plain: Plain) -> Iterator[tuple[int, int]]:
    for at in plain.find(needle.text):
        end = at + len(needle.text)
        if plain.text.startswith(needle.tails, end) and _whole(plain.text, at, end):
            yield plain.span(at, end)


def _figures(figure: Figure, span: tuple[int, int], text: str) -> Iterator[tuple[int, int]]:
    """The figure that stands at a span, if it is the one looked for, by value and unit."""
    start, end = span
    left = max(0, start - _BEFORE)
    for told in figures(text[left : end + _AFTER]):
        first, last = left + told.end - len(told.text), left + told.end
        if first < end and start < last and matches(figure, told):
            yield first, last


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a number at either edge is whole: 5% does not stand in 5.5%, 六大 not in 十六大."""
    return not (
        (text[start].isdigit() and re.search(r"\d[.,]?$", text[max(0, start - 2) : start]))
        or (text[start] in _HAN_DIGIT and text[start - 1 : start] in tuple(_HAN_DIGIT))
        or (text[end - 1].isdigit() and re.match(r"[.,]?\d", text[end : end + 2]))
    )
