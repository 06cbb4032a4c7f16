"""Length and time."""

import numpy as np
import pytest

from eval.metrics import METRIC_OF
from tests.eval.answers import REFUSAL, answer, case

SECONDS = np.asarray([0.0, 4.0, 1.0, 3.0, 2.0])


def test_a_length_is_that_of_an_answer_without_its_markers() -> None:
    assert METRIC_OF["length"].score(case(), answer("城镇 新增就业[1]。")) == 7.0
    assert METRIC_OF["length"].score(case(), REFUSAL) is None


@pytest.mark.parametrize(("name", "total"), [("p50", 2.0), ("p95", 3.8)], ids=["p50", "p95"])
def test_times_are_summed_up_by_a_quantile(name: str, total: float) -> None:
    metric = METRIC_OF[name]
    assert metric.score(case(), answer(seconds=0.25)) == 0.25
    assert metric.score(case(), answer()) is None
    assert float(metric.total(SECONDS)) == pytest.approx(total)
    rows = metric.total(np.asarray([SECONDS, SECONDS + 1]))
    assert rows.tolist() == pytest.approx([total, total + 1])
