"""The nouns of the index: where to look, what was found, what an engine must do."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.types import Passage

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
