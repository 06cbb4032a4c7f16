"""False answers against false refusals."""

from dataclasses import replace

from eval.refusal_curve import Point, refusal_curve
from eval.run import Result
from tests.eval.answers import GOLD, REFUSAL, answer, result


def asked(answerable: bool, certainty: float) -> Result:
    """A question with or without an answer, and how certain the engine was."""
    told = replace(answer() if certainty >= 0.5 else REFUSAL, certainty=certainty)
    return result("x", told, type="number" if answerable else "unanswerable")


def test_the_points_are_those_worked_out_by_hand() -> None:
    results = [asked(True, 0.9), asked(True, 0.4), asked(False, 0.5), asked(False, 0.1)]
    assert refusal_curve(results) == (
        Point(0.4, false_answers=0.5, false_refusals=0.0),
        Point(0.5, false_answers=0.5, false_refusals=0.5),
        Point(0.9, false_answers=0.0, false_refusals=0.5),
    )


def test_every_threshold_is_a_certainty_that_occurs_even_where_the_surest_is_wrong() -> None:
    results = [asked(True, 0.9), asked(True, 0.4), asked(False, 0.95), asked(False, 0.1)]
    points = refusal_curve(results)
    assert [point.threshold for point in points] == [0.4, 0.9, 0.95]
    assert points[-1] == Point(0.95, false_answers=0.5, false_refusals=1.0)


def test_what_is_not_found_at_all_is_refused_at_every_threshold() -> None:
    unfound = Result(asked(True, 0.5).case, None, {"correct": 0.0, "false_refusal": 1.0})
    results = [unfound, asked(True, 0.0), asked(True, 0.5), asked(False, 0.0)]
    assert refusal_curve(results) == (Point(0.5, false_answers=0.0, false_refusals=2 / 3),)


def test_statements_and_tables_do_not_count() -> None:
    others = [
        result("c", replace(GOLD["claim"][1], certainty=1.0), type="claim", verdict="refuted"),
        result("t", answer(), type="table", cells=GOLD["table"][0].cells),
    ]
    both = [asked(True, 0.9), asked(False, 0.2)]
    assert refusal_curve([*others, *both]) == refusal_curve(both)
    assert len(refusal_curve(both)) == 1


def test_one_kind_of_question_alone_makes_no_curve() -> None:
    assert refusal_curve([]) == ()
    assert refusal_curve([asked(True, 0.9), asked(True, 0.2)]) == ()
    assert refusal_curve([asked(False, 0.9)]) == ()
