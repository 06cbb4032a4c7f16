"""MRR and nDCG worked out by hand."""

from math import log2

import pytest

from eval.case import Evidence
from eval.metrics import METRIC_OF
from eval.metrics.ranking import measure, ranks
from rag.types import Retrieved
from tests.eval.answers import OTHER, QUOTE, answer, case, retrieved

IDLE = retrieved("别的话。")


def ranked(*passages: Retrieved, quotes: tuple[str, ...] = (QUOTE,)) -> list[int]:
    asked = case(evidence=tuple(Evidence("2026", quote) for quote in quotes))
    return ranks(asked, answer(passages=passages))


def test_evidence_ranks_where_the_passages_cover_it_for_the_first_time() -> None:
    assert ranked(retrieved(QUOTE)) == [1]
    assert ranked(IDLE, retrieved(QUOTE), retrieved(QUOTE)) == [2]
    assert ranked(retrieved(QUOTE[:16]), IDLE, retrieved(QUOTE[16:])) == [3]
    assert ranked(IDLE, retrieved(QUOTE + OTHER), quotes=(OTHER, QUOTE)) == [2, 2]


def test_what_is_not_among_the_first_ten_has_no_rank() -> None:
    assert ranked(*[IDLE] * 9, retrieved(QUOTE)) == [10]
    assert ranked(*[IDLE] * 10, retrieved(QUOTE)) == [0]
    assert ranked() == [0]


@pytest.mark.parametrize(
    ("places", "reciprocal", "gain"),
    [
        ([1], 1.0, 1.0),
        ([3], 1 / 3, 1 / log2(4)),
        ([10], 1 / 10, 1 / log2(11)),
        ([0], 0.0, 0.0),
        ([1, 3], 1.0, (1 + 1 / log2(4)) / (1 + 1 / log2(3))),
        ([4, 2], 1 / 2, (1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3))),
        ([1, 0], 1.0, 1 / (1 + 1 / log2(3))),
        ([1, 1], 1.0, 1.0),
        ([2, 2], 1 / 2, (1 / log2(3) + 1 / log2(4)) / (1 + 1 / log2(3))),
    ],
    ids=["1", "3", "10", "none", "1-3", "4-2", "1-none", "1-1", "2-2"],
)
def test_measures_are_those_worked_out_by_hand(
    places: list[int], reciprocal: float, gain: float
) -> None:
    assert measure("RR@10", places) == pytest.approx(reciprocal)
    assert measure("nDCG@10", places) == pytest.approx(gain)


@pytest.mark.parametrize("name", ["mrr", "ndcg"])
def test_the_metrics_measure_the_ranks(name: str) -> None:
    told = answer(passages=(IDLE, retrieved(QUOTE)))
    expected = {"mrr": 1 / 2, "ndcg": 1 / log2(3)}[name]
    assert METRIC_OF[name].score(case(), told) == pytest.approx(expected)
    assert METRIC_OF[name].score(case(evidence=()), told) is None
