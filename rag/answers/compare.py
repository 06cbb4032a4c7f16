"""Places or years side by side, and which is higher by how much where the units agree."""

from index.search import Index
from rag.answers.number import answer as number
from rag.answers.sides import difference, pieces_of, side
from rag.draft import Draft, closed
from rag.query import Query
from rag.retrieve import Found


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """One piece a side, then the difference."""
    sides = [one for one in (side(query, group, index) for group in found.groups) if one]
    if len(sides) < 2:
        return number(query, found, index)
    return Draft(query.kind, closed([*pieces_of(sides), *difference(sides)]))
