"""What a way to decide hands over."""

from dataclasses import dataclass

from rag.draft import Piece


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the statement asked about holds, and the words that show it."""

    holds: bool
    pieces: tuple[Piece, ...]
