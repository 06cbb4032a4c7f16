"""The default: vectors in FAISS and our own postings, in the home folder and on this machine."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

import numpy as np

from index.backends import Place, Searcher
from index.backends.approximate import EXACT_UP_TO, Approximate, built
from index.backends.faiss import FaissBackend
from index.fuse import Joined, best, joined, scaled, with_neighbours
from index.store import Contents
from index.types import Asked, Candidates, Held, Rows, Scope, VectorBackend, Vectors
from index.words import bigrams, words

_ALSO = np.float32(0.5)
_FILE = "vectors.faiss"


def held(vectors: Vectors) -> FaissBackend:
    """Vectors in memory, searched exactly."""
    exact = FaissBackend(vectors.shape[1])
    exact.add(vectors)
    return exact


@dataclass(frozen=True, slots=True)
class Local:
    """A ``Backend`` of which everything lies in the home folder.

    Up to ``exact_up_to`` rows vectors are compared one by one, beyond it approximately; always
    one by one for None.
    """

    name: str
    exact_up_to: int | None = EXACT_UP_TO

    def ready(self, place: Place) -> None:
        """Nothing is needed."""

    def write(self, folder: Path, contents: Contents, place: Place) -> Contents:
        self._as_large(contents.vectors).save(folder / _FILE)
        return contents

    def load(self, folder: Path, place: Place) -> tuple[VectorBackend, Place]:
        path = folder / _FILE
        if Approximate.lies_at(path):
            return Approximate.load(path), Place(self.name)
        return FaissBackend.load(path), Place(self.name)

    def searcher(self, contents: Contents) -> Searcher:
        return LocalSearcher(contents)

    def _as_large(self, vectors: Held) -> VectorBackend:
        """The vectors held as their number asks for."""
        exact = self.exact_up_to is None or len(vectors) <= self.exact_up_to
        if isinstance(vectors, FaissBackend if exact else Approximate):
            return vectors
        every = vectors.vectors(np.arange(len(vectors)))
        return (None if exact else built(every)) or held(every)

    def swapped(self, folder: Path, place: Place) -> None:
        """Older generations lie in folders of their own, which the store removes."""

    def forget(self, folder: Path, place: Place) -> None:
        """As ``swapped``."""


@dataclass(frozen=True)
class LocalSearcher:
    """Scores every row by words and the nearest by vectors."""

    contents: Contents

    def candidates(self, asked: Asked, scope: Scope, rows: Rows, most: int) -> Candidates:
        lexical = {
            name: with_neighbours(score, self._joined, asked.weights.neighbour)
            for name, score in self._lexical(asked).items()
        }
        vectors = cast("VectorBackend", self.contents.vectors)
        overall = sum(getattr(asked.weights, n) * scaled(s[rows]) for n, s in lexical.items())
        near = vectors.search(asked.vector, most, self._selected(rows))
        found = np.union1d(rows[best(overall, most)], [row for row, _ in near])
        found = found.astype(np.int64)
        parts = {name: score[found] for name, score in lexical.items()}
        parts["dense"] = np.maximum(vectors.vectors(found) @ asked.vector, 0)
        return Candidates(found, parts)

    def _selected(self, rows: Rows) -> Rows | None:
        return None if len(rows) == len(self.contents.rows) else rows

    def _lexical(self, asked: Asked) -> dict[str, Vectors]:
        """BM25 of every row by words, by bigrams and by the headings above it."""
        contents, query, extra = self.contents, asked.text, asked.also
        paths = contents.headings.scores(bigrams(f"{query} {extra}"))
        found = {
            "words": contents.words.scores(words(query))
            + _ALSO * contents.words.scores(words(extra)),
            "bigrams": contents.bigrams.scores(bigrams(query))
            + _ALSO * contents.bigrams.scores(bigrams(extra)),
            "headings": paths[contents.rows[:, 3]],
        }
        if asked.weights.paragraph:
            found["paragraph"] = self._of_paragraphs(query)
        return found

    def _of_paragraphs(self, query: str) -> Vectors:
        """How well the paragraph of each row fits, by words and by bigrams alike."""
        by_words = self.contents.words.scores_of(words(query), self._paragraphs)
        by_bigrams = self.contents.bigrams.scores_of(bigrams(query), self._paragraphs)
        return scaled(by_words) + scaled(by_bigrams)

    @cached_property
    def _paragraphs(self) -> Rows:
        """The number of the paragraph that each row stands in."""
        return np.cumsum(~self._joined) - 1

    @cached_property
    def _joined(self) -> Joined:
        return joined(self.contents.rows)
