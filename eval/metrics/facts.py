"""facts: the share of key facts that stand in the answer."""

from eval.case import Case
from eval.matching import stands
from eval.metrics.types import Metric
from rag.types import Answer


def facts(case: Case, answer: Answer) -> float | None:
    """The share of facts of which one accepted spelling stands in the answer."""
    if not case.must:
        return None
    text = answer.answer
    return sum(any(stands(s, text) for s in fact) for fact in case.must) / len(case.must)


METRICS = (Metric("facts", "要点", facts),)
