"""A part of a statement that gives a rank and no figure, ruled by the rank of a sentence."""

from collections.abc import Sequence

from index.search import Index
from index.types import Hit
from rag.claims.by_words import words_elsewhere
from rag.claims.context import other_place, timely
from rag.claims.parts import Part
from rag.claims.ruling import ABOUT, LIKELY, Ruling
from rag.query import Query
from rag.ranks import holds, ranks_in, told, without_ranks
from rag.soft import content

_AHEAD = ("target", "plan")
_UNSAID = 0.12


def by_rank(part: Part, query: Query, sentences: Sequence[Hit], index: Index) -> Ruling | None:
    """The ruling by the sentence whose rank is most about the same thing; None where the part
    does not give one rank."""
    claimed = ranks_in(part.text)
    if len(claimed) != 1:
        return None
    about = without_ranks(part.core)
    given = [
        (near - _UNSAID * _unsaid(about, hit.passage.text), rank, hit)
        for hit in sentences
        if _of_the_same(part, hit, query, index)
        for rank, near in [told(claimed[0], about, hit.passage.text, index) or (None, 0.0)]
        if rank is not None
    ]
    near, rank, hit = max(given, key=lambda one: one[0], default=(0.0, None, None))
    if rank is None or query.missing or near < LIKELY:
        return words_elsewhere(part, query, index)
    if holds(claimed[0], rank):
        return Ruling(part, "supported", hit=hit)
    if near < ABOUT:
        return words_elsewhere(part, query, index)
    return Ruling(part, "refuted", "wrong_figure", hit)


def _unsaid(about: str, sentence: str) -> int:
    """How many words of what is ranked have no pair of characters in a sentence."""
    named = [word for word in content(about) if len(word) > 1]
    return sum(not any(w[at : at + 2] in sentence for at in range(len(w) - 1)) for w in named)


def _of_the_same(part: Part, hit: Hit, query: Query, index: Index) -> bool:
    """Whether a sentence tells of the place and the time, and not of what is only aimed at."""
    period = index.period(hit.row)
    ahead = period.role in _AHEAD
    return timely(period, query) and not ahead and not other_place(part, hit, index)
