"""What a way to decide hands over, and how the sentence that decides is shown."""

from dataclasses import dataclass

from index.search import Index
from index.types import Hit
from rag.answers.number import piece
from rag.draft import Piece
from rag.query import Query

_WHOLE = 90
"""Characters up to which a sentence is shown whole."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the statement asked about holds, and the words that show it."""

    holds: bool
    pieces: tuple[Piece, ...]


def proof(query: Query, hit: Hit, index: Index) -> Piece:
    """The sentence that decides, or the clauses of it that do."""
    return piece(query, hit, index, whole=_WHOLE)
