"""Searching in Milvus: what is best by each score, then all scores of all of these."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.backends.milvus.rows import MilvusRows
from index.backends.milvus.schema import LEXICAL, among, analysed, within
from index.fuse import Joined, joined, with_neighbours
from index.store import Contents
from index.types import Asked, Candidates, Rows, Scope, Vectors
from index.words import bigrams

_ALSO = np.float32(0.5)


@dataclass(frozen=True)
class MilvusSearcher:
    """Asks Milvus twice: what is best by each score, then what all scores of all of these are."""

    contents: Contents
    held: MilvusRows

    def candidates(self, asked: Asked, scope: Scope, rows: Rows, most: int) -> Candidates:
        allowed, texts = within(scope), _texts(asked)
        best = self.held.best("dense", [asked.vector], allowed, most)
        for name in ("words", "bigrams"):
            best += self._best(name, texts[name], allowed, most)
        found = np.unique([row for rows in best for row in rows]).astype(np.int64)
        parts = self._lexical(texts, found, asked.weights.neighbour)
        parts["dense"] = np.maximum(self.held.vectors(found) @ asked.vector, 0)
        return Candidates(found, parts)

    def _best(
        self, name: str, texts: Sequence[str], allowed: str, most: int
    ) -> list[dict[int, float]]:
        """The best rows for each text; an empty one, which Milvus refuses, finds none."""
        asked = [text for text in texts if text]
        found = iter(self.held.best(name, asked, allowed, most) if asked else [])
        return [next(found) if text else {} for text in texts]

    def _lexical(
        self, texts: dict[str, list[str]], found: Rows, share: float
    ) -> dict[str, Vectors]:
        """BM25 of some rows, each with a share of the scores of those beside it."""
        near = np.unique(np.concatenate([found - 1, found, found + 1]))
        near = near[(near >= 0) & (near < len(self.held))]
        follows = self._joined[near] & (np.diff(near, prepend=-2) == 1)
        parts = {}
        for name in LEXICAL:
            scores = np.zeros(len(near), np.float32)
            told = self._best(name, texts[name], among(near), len(near))
            for weight, rows in zip((np.float32(1), _ALSO), told, strict=False):
                places = np.searchsorted(near, list(rows))
                scores[places] += weight * np.array(list(rows.values()), np.float32)
            smooth = with_neighbours(scores, follows, share)
            parts[name] = smooth[np.searchsorted(near, found)]
        return parts

    @cached_property
    def _joined(self) -> Joined:
        return joined(self.contents.rows)


def _texts(asked: Asked) -> dict[str, list[str]]:
    """What each field is asked: the question, then the further words."""
    return {
        "words": [analysed(asked.text), analysed(asked.also)],
        "bigrams": [" ".join(bigrams(asked.text)), " ".join(bigrams(asked.also))],
        "headings": [" ".join(bigrams(f"{asked.text} {asked.also}"))],
    }
