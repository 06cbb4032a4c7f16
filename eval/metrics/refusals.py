"""False refusals and false answers: the two ways to be wrong about whether to answer."""

from eval.case import Case
from eval.metrics.types import Metric
from rag.types import Answer


def false_refusal(case: Case, answer: Answer) -> float | None:
    """1 for a question refused that has an answer; statements and tables are not counted."""
    if not case.answerable or case.type == "claim" or case.cells:
        return None
    return float(not answer.answered)


def false_answer(case: Case, answer: Answer) -> float | None:
    """1 for an answer to a question that has none."""
    return None if case.answerable else float(answer.answered)


METRICS = (
    Metric("false_refusal", "误拒", false_refusal, higher_is_better=False),
    Metric("false_answer", "误答", false_answer, higher_is_better=False),
)
