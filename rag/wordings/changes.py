"""Which terms one report has and the other lacks, the most characteristic first."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log

from corpus.types import Document
from index.plain import plain
from index.search import Index
from index.types import EVERYWHERE
from rag.wordings.body import body
from rag.wordings.terms import Origin, Term, terms

_WEIGHTS: dict[Origin, float] = {"quoted": 2.5, "announced": 2.5, "heading": 1.5, "run": 1.0}
_TRIED = 240
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Change:
    """A term that only one of two reports uses; ``text[start:end]`` of that one is its first use.

    ``others`` counts the other documents of the library that use it.
    """

    text: str
    start: int
    end: int
    count: int
    others: int


def only_in(report: Document, other: Document, index: Index, most: int) -> tuple[Change, ...]:
    """The terms of a report that the other one does not use at all, at most ``most``.

    A term weighs by how often the report uses it and how few documents of the library do, more
    where it is quoted or announced as a set. Of terms that are alike the first is kept.
    """
    report = body(report)
    own, there = plain(report.text), index.plain[other.source].text
    absent = [term for term in terms(report, own.text) if term.plain not in there]
    absent.sort(key=_weight, reverse=True)
    rest = [
        index.plain[document.source].text
        for document in index.within(EVERYWHERE)
        if document.source not in (report.source, other.source)
    ]
    rated = [(term, sum(term.plain in text for text in rest)) for term in absent[:_TRIED]]
    rated.sort(key=lambda pair: (-_weight(pair[0]) * _rarity(pair[1], len(rest)), pair[0].text))
    kept: list[Change] = []
    for term, others in rated:
        if len(kept) == most:
            break
        if any(_alike(term.plain, one.text) for one in kept):
            continue
        at = next(own.find(term.plain))
        start, end = own.span(at, at + len(term.plain))
        kept.append(Change(term.text, start, end, term.count, others))
    return tuple(kept)


def _weight(term: Term) -> float:
    return _WEIGHTS[term.origin] * (1 + log(term.count))


def _rarity(others: int, total: int) -> float:
    return log((total + 2) / (others + 1))


def _alike(one: str, other: str) -> bool:
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _ALIKE
