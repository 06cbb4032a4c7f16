"""The same thing over years: one piece a year, in order, and the change between two."""

from index.search import Index
from rag.answers.compare import difference, side
from rag.answers.number import answer as number
from rag.draft import Draft, Piece, Quote, closed
from rag.query import Query
from rag.retrieve import Found


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """What each year asked about says; a question without several years is answered as one."""
    told = [(group, group.hits[0]) for group in found.groups if group.year and group.hits]
    if not told:
        return number(query, found, index)
    told.sort(key=lambda pair: (pair[0].place, pair[0].year or 0))
    pieces: list[Piece] = []
    seen: set[tuple[Quote, ...]] = set()
    for group, hit in told:
        said = side(query, group, hit, index)
        if said.quotes not in seen:
            seen.add(said.quotes)
            pieces.append(said)
    if len(pieces) == len(told):
        pieces += difference(query, told, pieces, index)
    return Draft("trend", closed(pieces))
