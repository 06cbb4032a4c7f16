"""The same thing over years: one piece a year, in order, and the change between two."""

from index.search import Index
from rag.answers.compare import difference, side, told
from rag.answers.number import answer as number
from rag.answers.number import piece
from rag.draft import Draft, Piece, Quote, closed
from rag.query import Query
from rag.retrieve import Found, on_record
from rag.series import telling

_ROOM = 130


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """What each year asked about says; a question without several years is answered as one."""
    course = telling(query, found, index)
    if course is not None and not _on_record(query, found, index):
        return Draft("trend", (piece(query, course, index, _ROOM, whole=_ROOM),))
    sides = [(g, told(query, g, index)) for g in found.groups if g.year and g.hits]
    if not sides:
        return number(query, found, index)
    sides.sort(key=lambda pair: (pair[0].place, pair[0].year or 0))
    pieces: list[Piece] = []
    seen: set[tuple[Quote, ...]] = set()
    for group, hit in sides:
        said = side(query, group, hit, index)
        if said.quotes not in seen:
            seen.add(said.quotes)
            pieces.append(said)
    if len(pieces) == len(sides):
        pieces += difference(query, sides, pieces, index)
    return Draft("trend", closed(pieces))


def _on_record(query: Query, found: Found, index: Index) -> bool:
    """Whether the ledger states the thing for one of the years."""
    return any(on_record(query, index, g.place, g.year) for g in found.groups if g.year)
