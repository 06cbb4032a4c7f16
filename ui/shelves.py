"""What of an answer can be opened at its source: citations, near misses, passages. Pure."""

from collections.abc import Sequence

from corpus.types import Identity
from rag.types import Answer, Citation, Retrieved
from ui.types import Entry, Exchange, Opened, Shelf


def on_shelf(answer: Answer, shelf: Shelf, entries: Sequence[Entry]) -> tuple[Citation, ...]:
    """What stands on one shelf of an answer; what is not cited has the number 0."""
    if shelf == "passage":
        return passages(answer, entries)
    return answer.near_misses if shelf == "near" else answer.citations


def opened_on(
    exchanges: Sequence[Exchange], opened: Opened, entries: Sequence[Entry]
) -> tuple[Citation, ...]:
    """The shelf that ``opened`` points into; empty where it points at cards or at nothing."""
    if opened.index is None or not 0 <= opened.exchange < len(exchanges):
        return ()
    answer = exchanges[opened.exchange].answer
    shelf = on_shelf(answer, opened.shelf, entries) if answer else ()
    return shelf if 0 <= opened.index < len(shelf) else ()


def passages(answer: Answer, entries: Sequence[Entry]) -> tuple[Citation, ...]:
    """What was looked at and neither cited nor shown as coming close, best first."""
    shown = (*answer.citations, *answer.near_misses)
    known = {entry.source: entry.identity for entry in entries}
    left = (one for one in answer.passages if not any(_overlap(one, other) for other in shown))
    return tuple(_as_citation(one, known.get(one.source, Identity())) for one in left)


def _overlap(passage: Retrieved, citation: Citation) -> bool:
    same = passage.source == citation.source
    return same and passage.start < citation.end and citation.start < passage.end


def _as_citation(passage: Retrieved, identity: Identity) -> Citation:
    return Citation(
        number=0,
        source=passage.source,
        title=identity.title,
        place=identity.place,
        year=identity.year,
        headings=(),
        page=None,
        start=passage.start,
        end=passage.end,
        text=passage.text,
    )
