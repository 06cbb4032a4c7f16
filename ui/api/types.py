"""What the doors for programs answer from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from index.types import Scope
from rag.keys import Keys
from rag.lookup import Role, Sighting
from rag.proofread.desk import Desk
from rag.types import Answer
from ui.types import Chain, Library

MAX_BODY_BYTES = 1_000_000
"""The longest request: a question and its conversation, or a text to check."""


class Finder(Protocol):
    """What is looked up in the library without a question."""

    def scope(self, places: Sequence[str], years: Sequence[int]) -> Scope:
        """Where to look; UserError for a place or a year that the library has no document of."""

    def search(self, query: str, limit: int, scope: Scope) -> tuple[Sighting, ...]:
        """The sentences that come nearest, best first."""

    def table(
        self, indicator: str, places: Sequence[str], years: Sequence[int], role: Role
    ) -> Answer:
        """An answer of kind "table"; UserError for an indicator that no table can be made of."""


@dataclass(frozen=True, slots=True)
class Api:
    """The engine and the library, who may ask, and where it is noted.

    ``keys`` reads the keys in force, None where none was ever made; it raises UserError.
    ``log`` is the file that each use is added to, None where none is.
    """

    chain: Chain
    library: Library
    desk: Desk
    finder: Finder
    keys: Callable[[], Keys | None]
    log: Path | None = None
