"""What a metric is: a score of one answer, and how the scores of many are summed up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from eval.case import Case
from rag.types import Answer

Scores = npt.NDArray[np.float64]
Unit = Literal["share", "seconds", "characters"]


def mean(scores: Scores) -> Scores:
    """The mean along the last axis."""
    return np.asarray(scores.mean(axis=-1))


@dataclass(frozen=True, slots=True)
class Metric:
    """``score`` gives None where the metric does not apply to the case; ``title`` is what a
    person reads. ``total`` sums up along the last axis."""

    name: str
    title: str
    score: Callable[[Case, Answer], float | None]
    total: Callable[[Scores], Scores] = mean
    higher_is_better: bool = True
    unit: Unit = "share"
