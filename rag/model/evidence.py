"""The sentences that a model is given: those our own answer cites, then the next best."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.search import Index
from index.types import Hit
from rag.draft import Quote, citation
from rag.model.orders import orders
from rag.types import Answer, Citation

MOST = 24
"""The most sentences beyond those that our own answer cites."""


def evidence(answer: Answer, hits: Iterable[Hit], index: Index, room: int) -> tuple[Citation, ...]:
    """Numbered sentences of at most ``room`` characters in all, those of the answer first with
    the numbers that they have there."""
    own = answer.citations
    used = sum(len(one.text) for one in own)
    more: list[Citation] = []
    for one in _further(own, hits, index):
        used += len(one.text)
        if used > room or len(more) == MOST:
            break
        more.append(replace(one, number=len(own) + len(more) + 1))
    return (*own, *more)


def _further(own: Sequence[Citation], hits: Iterable[Hit], index: Index) -> Iterator[Citation]:
    """The sentences of the hits, best first, that the answer does not cite already; none that
    gives orders."""
    seen = {one.text for one in own}
    for hit in sorted(hits, key=lambda hit: (-hit.score, hit.row)):
        passage = hit.passage
        inside = any(
            one.source == passage.source and one.start < passage.end and passage.start < one.end
            for one in own
        )
        if inside or passage.text in seen or orders(passage.text):
            continue
        seen.add(passage.text)
        quote = Quote(passage.source, passage.start, passage.end)
        yield citation(index.document(passage.source), quote, 0)
