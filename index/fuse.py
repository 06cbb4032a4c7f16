"""Several scores of the same rows made one."""

import numpy as np
import numpy.typing as npt

from index.types import Vectors

Joined = npt.NDArray[np.bool_]


def scaled(scores: Vectors) -> Vectors:
    """Scores divided by the highest, so that the best is 1; all zero where none is positive."""
    top = float(scores.max()) if len(scores) else 0.0
    return scores / top if top > 0 else np.zeros_like(scores)


def joined(table: npt.NDArray[np.int32]) -> Joined:
    """Whether each row of a table stands in the same paragraph as the row before it."""
    result = np.zeros(len(table), bool)
    if len(table):
        near = table[1:, 1] - table[:-1, 2] <= 0
        result[1:] = (table[1:, 0] == table[:-1, 0]) & near
    return result


def with_neighbours(scores: Vectors, joined: Joined, share: float) -> Vectors:
    """Each score plus ``share`` of the scores of the rows beside it.

    ``joined[i]`` says whether row i belongs together with row i - 1. Shapes (rows,).
    """
    result = scores.copy()
    link = joined[1:] * np.float32(share)
    result[1:] += link * scores[:-1]
    result[:-1] += link * scores[1:]
    return result


def best(scores: Vectors, k: int) -> list[int]:
    """Positions of the ``k`` highest positive scores, highest first, ties by position."""
    size = min(k, len(scores))
    if size <= 0:
        return []
    last = np.partition(scores, len(scores) - size)[len(scores) - size]
    above = np.flatnonzero(scores > last)
    level = np.flatnonzero(scores == last)[: size - len(above)]
    top = np.concatenate([above, level])
    ordered = top[np.lexsort((top, -scores[top]))]
    return [int(at) for at in ordered if scores[at] > 0]
