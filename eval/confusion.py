"""Verdicts given against verdicts due, by kind of error, and the F1 of refuting."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.run import Result

_VERDICTS = ("supported", "not_enough_info")


@dataclass(frozen=True, slots=True)
class Confusion:
    """``counts[i][j]``: statements due ``labels[i]`` that were given ``labels[j]``.

    A label is a verdict, or for a refuted statement the kind of its error.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    refuted_f1: float


def confusion(results: Sequence[Result]) -> Confusion | None:
    """The matrix of the statements among the results; None without any."""
    from sklearn.metrics import confusion_matrix, f1_score

    claims = [r for r in results if r.case.verdict]
    if not claims:
        return None
    due = [_label(r.case.verdict, r.case.error) for r in claims]
    given = [_given(r) for r in claims]
    kinds = sorted({*due, *given} - set(_VERDICTS))
    labels = (*_VERDICTS, *kinds)
    counts = confusion_matrix(due, given, labels=list(labels))
    f1 = f1_score(
        [r.case.verdict == "refuted" for r in claims],
        [r.answer is not None and r.answer.verdict == "refuted" for r in claims],
        zero_division=0.0,
    )
    return Confusion(labels, tuple(tuple(int(n) for n in line) for line in counts), float(f1))


def _given(result: Result) -> str:
    if result.answer is None or result.answer.verdict is None:
        return "no verdict"
    return _label(result.answer.verdict, result.answer.error or "")


def _label(verdict: str, error: str) -> str:
    return (error or "refuted") if verdict == "refuted" else verdict
