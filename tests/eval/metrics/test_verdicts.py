"""The verdict on a statement and the kind of its error."""

from dataclasses import replace

from eval.metrics.verdicts import error, verdict
from tests.eval.answers import GOLD, answer, case

REFUTED, RIGHT = GOLD["claim"]


def test_a_verdict_is_right_or_wrong() -> None:
    assert verdict(REFUTED, RIGHT) == 1.0
    assert verdict(REFUTED, replace(RIGHT, verdict="not_enough_info")) == 0.0
    assert verdict(REFUTED, answer()) == 0.0
    assert verdict(case(), RIGHT) is None


def test_the_kind_of_error_counts_where_a_statement_is_rightly_refuted() -> None:
    assert error(REFUTED, RIGHT) == 1.0
    assert error(REFUTED, replace(RIGHT, error="wrong_unit")) == 0.0
    assert error(REFUTED, replace(RIGHT, error=None)) == 0.0
    assert error(REFUTED, replace(RIGHT, verdict="supported")) is None
    assert error(replace(REFUTED, error=""), RIGHT) is None
    assert error(replace(REFUTED, verdict="supported"), RIGHT) is None
