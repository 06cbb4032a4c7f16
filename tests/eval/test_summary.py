"""Many scores summed up."""

import numpy as np
import pytest

from eval.case import Evidence
from eval.metrics import METRIC_OF
from eval.summary import ALL, Estimate, by_document, by_type, estimate, row
from tests.eval.answers import OTHER, QUOTE, REFUSAL, answer, result

SHARES = [1.0] * 7 + [0.0] * 3


def test_an_estimate_is_the_total_with_an_interval_around_it() -> None:
    one = estimate(METRIC_OF["correct"], SHARES)
    assert one.value == pytest.approx(0.7)
    assert one.n == 10
    assert 0.3 <= one.low < one.value < one.high <= 1.0


@pytest.mark.parametrize("name", ["correct", "length", "p50", "p95"])
def test_every_interval_holds_its_value_and_narrows_with_more(name: str) -> None:
    metric = METRIC_OF[name]
    for seed in range(20):
        scores = np.random.default_rng(seed).uniform(size=40)
        few, many = estimate(metric, list(scores[:10])), estimate(metric, list(scores))
        assert few.low <= few.value <= few.high
        assert many.low <= many.value <= many.high
    assert np.ptp([many.low, many.high]) < np.ptp([few.low, few.high])


def test_the_same_scores_give_the_same_interval() -> None:
    metric = METRIC_OF["correct"]
    assert estimate(metric, SHARES) == estimate(metric, list(SHARES))
    assert estimate(metric, [1.0]) == Estimate(1.0, 1.0, 1.0, 1)


def test_a_metric_counts_the_cases_that_it_applies_to() -> None:
    told = answer(seconds=0.2)
    totals = row([result("a", told), result("b", told, evidence=()), result("c", told, must=())])
    assert {name: totals[name].n for name in ("correct", "facts", "cited", "p50")} == {
        **{"correct": 3, "facts": 2, "cited": 2, "p50": 3}
    }
    assert totals["p50"].value == 0.2
    assert "verdict" not in totals


def test_nothing_has_no_totals() -> None:
    assert row([]) == {}
    assert by_type([]) == {ALL: {}}


def test_every_type_has_a_row_and_all_of_them_together() -> None:
    results = [
        result("a", answer(), type="who"),
        result("b", REFUSAL, type="number"),
        result("c", answer(), type="number"),
    ]
    rows = by_type(results)
    assert list(rows) == ["number", "who", ALL]
    assert [rows[name]["correct"].value for name in rows] == pytest.approx([0.5, 1.0, 2 / 3])
    assert [rows[name]["correct"].n for name in rows] == [2, 1, 3]


def test_a_case_counts_once_for_each_of_its_documents() -> None:
    two = (Evidence("2026", QUOTE), Evidence("2026", OTHER), Evidence("2025", QUOTE))
    results = [result("a", answer()), result("b", REFUSAL, evidence=two)]
    rows = by_document([*results, result("c", answer(), evidence=())])
    assert {name: line["correct"].n for name, line in rows.items()} == {"2025": 1, "2026": 2}
    assert rows["2026"]["correct"].value == 0.5
