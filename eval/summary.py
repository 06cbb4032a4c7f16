"""Many scores summed up: totals with confidence intervals, by type and by document."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eval.metrics import METRICS
from eval.metrics.types import Metric
from eval.run import Result

ALL = "all"
_RESAMPLES = 1000
_LEVEL = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A total over ``n`` cases and its 95% confidence interval (percentile bootstrap)."""

    value: float
    low: float
    high: float
    n: int


Row = Mapping[str, Estimate]
"""Metric name → estimate; a metric that applies to no case is left out."""


def estimate(metric: Metric, scores: Sequence[float]) -> Estimate:
    """The total of some scores; the resamples are the same each time."""
    values = np.asarray(scores, np.float64)
    drawn = np.random.default_rng(0).integers(0, len(values), (_RESAMPLES, len(values)))
    low, high = np.quantile(metric.total(values[drawn]), _LEVEL)
    return Estimate(float(metric.total(values)), float(low), float(high), len(values))


def row(results: Sequence[Result]) -> Row:
    """Every metric over some results."""
    columns = {m: [r.scores[m.name] for r in results if m.name in r.scores] for m in METRICS}
    return {m.name: estimate(m, scores) for m, scores in columns.items() if scores}


def by_type(results: Sequence[Result]) -> dict[str, Row]:
    """A row a type, by name, and one for all."""
    return {**_grouped(results, lambda r: [r.case.type]), ALL: row(results)}


def by_document(results: Sequence[Result]) -> dict[str, Row]:
    """A row a gold document; a case counts for each of its documents."""
    return _grouped(results, lambda r: {e.doc for e in r.case.evidence})


def _grouped(results: Sequence[Result], names: Callable[[Result], Iterable[str]]) -> dict[str, Row]:
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        for name in names(result):
            groups[name].append(result)
    return {name: row(group) for name, group in sorted(groups.items())}
