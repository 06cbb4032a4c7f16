"""Is it the first, the fourth, among the first three? By the rank that a sentence gives."""

from collections.abc import Sequence

from index.search import Index
from index.types import Hit
from rag.query import Query
from rag.ranks import holds, ranks_in, told, without_ranks
from rag.retrieve import Found
from rag.yes_no.decision import Decision, proof
from rag.yes_no.question import Proposition

_NEAR = 0.5
_DEEP = 8


def decide(asked: Proposition, query: Query, found: Found, index: Index) -> Decision | None:
    """Whether the rank asked about is the one that the best sentence gives."""
    ranks = ranks_in(asked.text)
    if len(ranks) != 1:
        return None
    about = without_ranks(query.core)
    for hit in _timely(found.hits[:_DEEP], query, index):
        given = told(ranks[0], about, hit.passage.text, index)
        if given is not None and given[1] >= _NEAR:
            return Decision(holds(ranks[0], given[0]), (proof(query, hit, index),))
    return None


def _timely(hits: Sequence[Hit], query: Query, index: Index) -> list[Hit]:
    """The hits that speak of a year asked about or do not say of which."""
    periods = [(hit, index.period(hit.row).last) for hit in hits]
    return [hit for hit, last in periods if not query.years or last is None or last in query.years]
