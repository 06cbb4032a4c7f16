"""The nouns of the index: where to look, what was found, what an engine must do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.types import Passage
from index.weights import OFFICIAL, Weights

Vectors = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look. An empty field does not restrict; several fields are all required."""

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.places or self.years or self.sources or self.kinds or self.speakers)


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; a higher ``score`` is better. ``parts`` names what the score is made of."""

    row: int
    passage: Passage
    score: float
    parts: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search looks for: the question, further words that count half, the question's
    vector (dimension,), and how much each score counts."""

    text: str
    also: str
    vector: Vectors
    weights: Weights = OFFICIAL


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows that may answer, rising, and what each of them scores.

    ``parts`` are words, bigrams, headings and dense, each (rows,) float32, 0 or more, and each
    complete: a row that was found by its vector has its score by words too.
    """

    rows: Rows
    parts: dict[str, Vectors]


class Encoder(Protocol):
    """Texts to unit vectors. Questions and passages may be encoded differently."""

    name: str
    dimension: int

    def passages(self, texts: Sequence[str]) -> Vectors:
        """``(len(texts), dimension)`` float32, each row of length 1 (or 0 for an empty text)."""

    def questions(self, texts: Sequence[str]) -> Vectors:
        """As ``passages``, for what is asked."""


class Reranker(Protocol):
    """Scores texts by reading each together with the question: slower and finer than vectors."""

    name: str

    def scores(self, question: str, texts: Sequence[str]) -> Vectors:
        """``(len(texts),)`` float32, higher is better; only their differences mean something."""


class Held(Protocol):
    """The vectors of all rows, wherever they are held."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    @property
    def note(self) -> str:
        """A sentence for the person about how they are held, empty for the ordinary way."""

    def __len__(self) -> int:
        """How many rows there are."""

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors under ``rows``, shape (len(rows), dimension)."""


class VectorBackend(Held, Protocol):
    """Vectors that are searched on this machine."""

    def search(self, vector: Vectors, k: int, rows: Rows | None) -> list[tuple[int, float]]:
        """The ``k`` rows with the highest inner product and this, best first, ties by row.

        Only among ``rows`` (rising), or among all for None.
        """

    def save(self, path: Path) -> None:
        """Raises ``OSError`` where the file cannot be written."""
