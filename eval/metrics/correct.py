"""correct: whether the answer is right by all that its type asks for."""

import re

from eval.case import Case
from eval.matching import fold, stands
from eval.metrics.cells import cells
from eval.metrics.cited import HALF, cited
from eval.metrics.facts import facts
from eval.metrics.types import Metric
from rag.types import Answer

_MARKER = re.compile(r"\[\d+\]")
_LONG = frozenset(
    {"enumeration", "list", "how", "compare", "trend", "aggregate", "english", "followup"}
)
_LEAST, _LEAST_LONG = 160, 400


def correct(case: Case, answer: Answer) -> float:
    """1 for a right answer, else 0.

    A statement is right by its verdict, a table by all of its cells, what cannot be answered by
    a refusal. All else needs every fact, nothing that is ruled out, half of the evidence cited,
    the right 是 or 否 first, and must not be a dump.
    """
    return float(_is_correct(case, answer))


def _is_correct(case: Case, answer: Answer) -> bool:
    if case.verdict:
        return answer.verdict == case.verdict
    if case.cells:
        return cells(case, answer) == 1.0
    if not case.answerable:
        return not answer.answered
    if case.type == "yesno" and case.answer and answer.answer[:1] != case.answer[:1]:
        return False
    return (
        answer.answered
        and facts(case, answer) in (None, 1.0)
        and not any(stands(wrong, _MARKER.sub("", answer.answer)) for wrong in case.must_not)
        and (cited(case, answer) or HALF * (not case.evidence)) >= HALF
        and not is_dump(case, answer)
    )


def is_dump(case: Case, answer: Answer) -> bool:
    """Whether the answer is too long to be one: whole passages poured out."""
    gold = sum(len(fold(evidence.quote)) for evidence in case.evidence)
    least = _LEAST_LONG if case.type in _LONG else _LEAST
    return length_of(answer) > max(least, 3 * gold)


def length_of(answer: Answer) -> int:
    """The characters of an answer, folded, without its markers."""
    return len(fold(_MARKER.sub("", answer.answer)))


METRICS = (Metric("correct", "答对", correct),)
