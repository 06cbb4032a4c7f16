"""Phrases followed over the years, and two reports of a place held beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.errors import UserError
from corpus.types import Document
from index.search import Index
from index.types import EVERYWHERE, Scope
from rag.draft import Quote, citation
from rag.engine import Engine
from rag.mentions import Use, YearCount, by_year, first_use, newest_first, uses
from rag.quotes import quote
from rag.sought import of_words
from rag.types import Citation
from rag.wordings.changes import Change, only_in
from rag.wordings.reworded import reworded

LONGEST = 40
"""The longest phrase in characters."""
_TERMS, _PAIRS = 30, 40


@dataclass(frozen=True, slots=True)
class Used:
    """A document that uses a phrase: where it first does, and how often."""

    citation: Citation
    count: int


@dataclass(frozen=True, slots=True)
class Course:
    """A phrase over the years: a count for each year that the library has documents of, rising;
    who uses it, the newest first; the oldest document that does, None where none has a year."""

    phrase: str
    counts: tuple[YearCount, ...]
    used: tuple[Used, ...]
    first: Used | None


@dataclass(frozen=True, slots=True)
class Termed:
    """A term that only one of two reports uses, where it first does, and how often."""

    text: str
    count: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Reworded:
    """A sentence of the older report and the one that took its place."""

    old: Citation
    new: Citation


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs in wording between two reports of a place."""

    place: str
    before: int
    after: int
    new: tuple[Termed, ...]
    dropped: tuple[Termed, ...]
    reworded: tuple[Reworded, ...]


@dataclass(frozen=True, slots=True)
class Tracker:
    """The wordings of an engine's library, as it now is."""

    engine: Engine

    def course(self, phrase: str) -> Course:
        """Where a phrase stands as it is written. Raises ``UserError`` for one that is too long or
        says nothing."""
        said = phrase.strip().strip("“”\"'")
        if not said or len(said) > LONGEST:
            raise UserError(f"词语要有1到{LONGEST}个字。")
        index = self.engine.now().index
        found = uses(of_words(said), index, EVERYWHERE)
        oldest = first_use(found)
        return Course(
            said,
            by_year(found, index, EVERYWHERE),
            tuple(_used(use, index) for use in newest_first(found)),
            _used(oldest, index) if oldest else None,
        )

    def compared(self, place: str, before: int, after: int) -> Compared:
        """The reports of two years of a place. Raises ``UserError`` where one is missing."""
        index = self.engine.now().index
        before, after = sorted((before, after))
        if before == after:
            raise UserError("请选两个不同的年份。")
        older, newer = (_report(place, year, index) for year in (before, after))
        return Compared(
            place,
            before,
            after,
            _termed(only_in(newer, older, index, _TERMS), newer),
            _termed(only_in(older, newer, index, _TERMS), older),
            tuple(
                Reworded(
                    _cited(index.document(pair.old.source), pair.old.start, pair.old.end),
                    _cited(index.document(pair.new.source), pair.new.start, pair.new.end),
                )
                for pair in reworded(older, newer, index, _PAIRS)
            ),
        )


def _used(use: Use, index: Index) -> Used:
    first, document = use.mentions[0], index.document(use.source)
    span = quote(document, first.start, first.end)
    return Used(citation(document, span, 0), use.count)


def _report(place: str, year: int, index: Index) -> Document:
    held = index.within(Scope(places=(place,), years=(year,)))
    reports = [document for document in held if document.identity.kind == "report"] or list(held)
    if not reports:
        raise UserError(f"文库里没有{place}{year}年的报告。")
    return reports[0]


def _termed(changes: Sequence[Change], document: Document) -> tuple[Termed, ...]:
    return tuple(
        Termed(one.text, one.count, _cited(document, one.start, one.end, whole=False))
        for one in changes
    )


def _cited(document: Document, start: int, end: int, *, whole: bool = True) -> Citation:
    span = Quote(document.source, start, end) if whole else quote(document, start, end)
    return citation(document, span, 0)
