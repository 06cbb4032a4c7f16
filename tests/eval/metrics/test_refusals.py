"""Refused though there is an answer, answered though there is none."""

from eval.metrics.refusals import false_answer, false_refusal
from tests.eval.answers import GOLD, REFUSAL, answer, case


def test_only_questions_with_an_answer_can_be_refused_falsely() -> None:
    assert false_refusal(case(), REFUSAL) == 1.0
    assert false_refusal(case(), answer()) == 0.0
    for name in ("claim", "table", "unanswerable"):
        assert false_refusal(GOLD[name][0], REFUSAL) is None


def test_only_questions_without_an_answer_can_be_answered_falsely() -> None:
    nothing, _ = GOLD["unanswerable"]
    assert false_answer(nothing, answer()) == 1.0
    assert false_answer(nothing, REFUSAL) == 0.0
    assert false_answer(case(), answer()) is None
