"""What an answer costs: its length for the reader, its time for everybody."""

import numpy as np

from eval.case import Case
from eval.metrics.correct import length_of
from eval.metrics.types import Metric, Scores
from rag.types import Answer


def length(case: Case, answer: Answer) -> float | None:
    """The characters of an answer without its markers."""
    return float(length_of(answer)) if answer.answered else None


def seconds(case: Case, answer: Answer) -> float | None:
    """The seconds that an answer took."""
    return answer.seconds or None


def _p50(scores: Scores) -> Scores:
    return np.asarray(np.quantile(scores, 0.5, axis=-1))


def _p95(scores: Scores) -> Scores:
    return np.asarray(np.quantile(scores, 0.95, axis=-1))


METRICS = (
    Metric("length", "字数", length, higher_is_better=False, unit="characters"),
    Metric("p50", "用时中位", seconds, _p50, higher_is_better=False, unit="seconds"),
    Metric("p95", "用时95%", seconds, _p95, higher_is_better=False, unit="seconds"),
)
