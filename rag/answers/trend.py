"""The same thing over years: one piece a year, in order."""

from index.search import Index
from rag.answers.number import answer as number
from rag.answers.number import piece
from rag.draft import Draft, Piece, closed, without_stop
from rag.query import Query
from rag.retrieve import Found

_ROOM = 90


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """What each year asked about says; a question without several years is answered as one."""
    told = [(group, hits[0]) for group in found.groups if group.year and (hits := group.hits)]
    if not told:
        return number(query, found, index)
    pieces, seen = [], set()
    for group, hit in sorted(told, key=lambda pair: (pair[0].place, pair[0].year or 0)):
        said = piece(query, hit, index, _ROOM)
        if said.quotes not in seen:
            seen.add(said.quotes)
            pieces.append(
                Piece(f"{group.place}{group.year}年：{without_stop(said.text)}；", said.quotes)
            )
    return Draft("trend", closed(pieces))
