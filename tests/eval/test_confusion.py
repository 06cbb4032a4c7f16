"""Verdicts given against verdicts due."""

from eval.confusion import Confusion, confusion
from eval.run import Result
from rag.types import Verdict
from tests.eval.answers import REFUSAL, answer, result


def claim(due: str, given: Verdict | None, kind: str = "", told: str | None = None) -> Result:
    said = answer("[1]", kind="claim", verdict=given, error=told)
    return result("c", said, type="claim", verdict=due, error=kind)


def test_the_matrix_counts_what_is_due_against_what_is_given() -> None:
    results = [
        claim("supported", "supported"),
        claim("supported", "refuted", told="wrong_figure"),
        claim("not_enough_info", "not_enough_info"),
        claim("refuted", "refuted", "wrong_figure", "wrong_figure"),
        claim("refuted", "refuted", "wrong_unit", "wrong_figure"),
        claim("refuted", "supported", "wrong_unit"),
        result("n", answer()),
    ]
    assert confusion(results) == Confusion(
        labels=("supported", "not_enough_info", "wrong_figure", "wrong_unit"),
        counts=((1, 0, 1, 0), (0, 1, 0, 0), (0, 0, 1, 0), (1, 0, 1, 0)),
        refuted_f1=2 / 3,
    )


def test_a_statement_that_is_not_judged_has_a_column_of_its_own() -> None:
    unasked = result("c", None, "问题太长。", type="claim", verdict="supported")
    unjudged = result("c", REFUSAL, type="claim", verdict="supported")
    found = confusion([unasked, unjudged])
    assert found is not None
    assert found.labels == ("supported", "not_enough_info", "no verdict")
    assert found.counts == ((0, 0, 2), (0, 0, 0), (0, 0, 0))
    assert found.refuted_f1 == 0.0


def test_a_refuted_statement_without_a_kind_of_error_is_called_refuted() -> None:
    found = confusion([claim("refuted", "refuted")])
    assert found == Confusion(
        ("supported", "not_enough_info", "refuted"), ((0, 0, 0), (0, 0, 0), (0, 0, 1)), 1.0
    )


def test_without_statements_there_is_none() -> None:
    assert confusion([]) is None
    assert confusion([result("n", answer())]) is None
