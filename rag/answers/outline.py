"""What a document as a whole is about: its own headings, in their order."""

from collections.abc import Iterator, Sequence

from corpus.types import Document, Heading
from index.search import Index
from rag.draft import Draft, Piece, Quote
from rag.query import Query
from rag.whole import whole_document

_MOST = 60
_DEEP = 2


def answer(query: Query, index: Index) -> Draft | None:
    """The outer headings of the document that is asked about, those within them beneath; None for
    a question that is not about a whole document."""
    document = whole_document(query, index)
    if document is None:
        return None
    pieces = tuple(_pieces(document, outer(document.headings)))
    return Draft("list", pieces) if pieces else None


def outer(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings of the two outermost levels that number a text, without its title."""
    levels = sorted({heading.level for heading in headings})
    counted = [level for level in levels if sum(h.level == level for h in headings) > 1]
    kept = counted[:_DEEP] or levels[-1:]
    return tuple(heading for heading in headings if heading.level in kept)


def _pieces(document: Document, headings: Sequence[Heading]) -> Iterator[Piece]:
    """A line a heading; those within another are set under it."""
    if not headings:
        return
    top = min(heading.level for heading in headings)
    for at, heading in enumerate(headings[:_MOST]):
        lead = ("\n" if at else "") + ("" if heading.level == top else "- ")
        quote = Quote(document.source, heading.start, heading.end)
        yield Piece(f"{lead}{heading.title}", (quote,))
