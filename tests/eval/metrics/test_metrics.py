"""What holds for every metric there is."""

from typing import get_args

import pytest

from eval.metrics import METRIC_OF, METRICS
from eval.metrics.types import Metric, Unit
from eval.run import scored
from tests.eval.answers import EMPTY, GOLD, REFUSAL, SHELF, answer, retrieved

NAMES = [metric.name for metric in METRICS]


def test_no_name_or_title_comes_twice() -> None:
    assert len({metric.title for metric in METRICS}) == len(set(NAMES)) == len(METRICS)
    assert list(METRIC_OF) == NAMES


@pytest.mark.parametrize("metric", METRICS, ids=NAMES)
def test_a_score_is_none_or_within_its_unit(metric: Metric) -> None:
    told = [answer(passages=(retrieved("别的话。"),)), EMPTY, REFUSAL]
    assert metric.unit in get_args(Unit)
    for gold, right in GOLD.values():
        for one in (right, *told):
            score = metric.score(gold, one)
            assert score is None or 0.0 <= score <= (1.0 if metric.unit == "share" else 1000)


@pytest.mark.parametrize("name", GOLD)
def test_no_answer_at_all_scores_no_better_than_any_other(name: str) -> None:
    gold, right = GOLD[name]
    worst = scored(gold, None, SHELF).scores
    assert worst["correct"] == 0.0
    for one in (right, EMPTY, REFUSAL):
        for metric, score in scored(gold, one, SHELF).scores.items():
            if metric in worst:
                better = METRIC_OF[metric].higher_is_better
                assert (score >= worst[metric]) if better else (score <= worst[metric])
