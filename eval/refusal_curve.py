"""False answers against false refusals as the threshold for refusing moves."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from eval.run import Result


@dataclass(frozen=True, slots=True)
class Point:
    """At this threshold: the share of unanswerable questions that are answered, and of
    answerable ones that are refused."""

    threshold: float
    false_answers: float
    false_refusals: float


def refusal_curve(results: Sequence[Result]) -> tuple[Point, ...]:
    """The points by rising threshold; empty where one of the two kinds of question is missing.

    An answer is given where the certainty reaches the threshold, which is above 0. What was refused
    for another reason (a place or year that is not there) is refused at every threshold.
    """
    from sklearn.metrics import det_curve

    counted = [r for r in results if {"false_refusal", "false_answer"} & r.scores.keys()]
    answerable = [r.case.answerable for r in counted]
    if len(set(answerable)) < 2:
        return ()
    answered, refused, thresholds = det_curve(answerable, [_certainty(r) for r in counted])
    points = zip(thresholds, answered, refused, strict=True)
    return tuple(Point(float(t), float(a), float(r)) for t, a, r in points if 0 < t < math.inf)


def _certainty(result: Result) -> float:
    return result.answer.certainty if result.answer else 0.0
