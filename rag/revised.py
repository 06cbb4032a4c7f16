"""A past figure that another document gives otherwise: shown beside the one that is told."""

from collections.abc import Sequence
from decimal import Decimal

from corpus.agreement import same
from corpus.figures import figures, signed
from index.search import Index
from rag.draft import Piece
from rag.stated import Stated, results_beside

_POINTS = 2
"""How many percentage points a revision of a percentage is at most, and what share of a level."""
_SHARE = Decimal("0.15")


def revisions(told: Sequence[Stated], index: Index) -> list[Piece]:
    """A sentence for each result of which another document of the same place tells another figure:
    2024年的数，2026年的文件写的是5.6%."""
    return [_said(item, other) for item in told for other in _otherwise(item, index)]


def _otherwise(item: Stated, index: Index) -> list[Stated]:
    """One other statement a document that does not say the same, the oldest document first.

    A document that tells both figures tells of two things (nominal and real growth); one far off
    is of something else.
    """
    if item.is_target or item.value is None:
        return []
    beside = list(results_beside(item, index))
    same_thing = {one.document.source for one in beside if _agree(one, item)}
    differing = [
        one for one in beside if one.document.source not in same_thing and _near(one, item)
    ]
    by_document = {one.document.source: one for one in reversed(differing)}
    return sorted(by_document.values(), key=lambda one: (_year(one), one.document.source))


def _agree(one: Stated, other: Stated) -> bool:
    first, second = figures(one.fact.value)[0], figures(other.fact.value)[0]
    return same(first, second) or same(second, first)


def _near(one: Stated, other: Stated) -> bool:
    first, second = figures(one.fact.value)[0], figures(other.fact.value)[0]
    gap = abs(signed(first) - signed(second))
    within = _POINTS if first.unit == "%" else _SHARE * max(first.high, second.high)
    return first.unit == second.unit and gap <= within


def _year(item: Stated) -> int:
    return item.document.identity.year or 0


def _said(item: Stated, other: Stated) -> Piece:
    words = f"{item.fact.period.last}年的数，{_year(other)}年的文件写的是{other.fact.value}。"
    return Piece(words, (other.sentence,))
