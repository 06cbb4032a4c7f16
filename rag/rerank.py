"""The best hits of a search put in an order that a reranker has a say in."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.types import Hit, Reranker, Vectors

_BEST = 30
_SHARE = 0.5


def reranked(question: str, hits: Sequence[Hit], reranker: Reranker | None) -> list[Hit]:
    """The hits, best first; half the score of the best thirty is what the reranker says of them.

    Scores stay on the scale they had: the best possible is the highest of before. Whatever is
    past the thirty gets nothing from the reranker. ``parts`` gains ``reranked``, 0 to 1.
    """
    if reranker is None or not hits:
        return list(hits)
    said = np.zeros(len(hits), np.float32)
    texts = [hit.passage.text for hit in hits[:_BEST]]
    said[:_BEST] = _from_0_to_1(reranker.scores(question, texts))
    top = max(hit.score for hit in hits)
    mixed = [
        replace(
            hit,
            score=(1 - _SHARE) * hit.score + _SHARE * top * float(share),
            parts={**hit.parts, "reranked": float(share)},
        )
        for hit, share in zip(hits, said, strict=True)
    ]
    return sorted(mixed, key=lambda hit: (-hit.score, hit.row))


def _from_0_to_1(scores: Vectors) -> Vectors:
    """Scores between the lowest, which is 0, and the highest, 1; all 0 where all are equal."""
    low, high = scores.min(), scores.max()
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)
