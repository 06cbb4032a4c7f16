"""The verdict on a statement, and the kind of error of one that is refuted."""

from eval.case import Case
from eval.metrics.types import Metric
from rag.types import Answer


def verdict(case: Case, answer: Answer) -> float | None:
    """1 where the verdict is right."""
    return float(answer.verdict == case.verdict) if case.verdict else None


def error(case: Case, answer: Answer) -> float | None:
    """1 where the kind of error is right, of the statements that are rightly refuted."""
    if case.verdict != "refuted" or not case.error or answer.verdict != "refuted":
        return None
    return float(answer.error == case.error)


METRICS = (Metric("verdict", "判断", verdict), Metric("error", "错误类型", error))
