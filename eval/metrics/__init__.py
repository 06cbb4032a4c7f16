"""The metrics, a family a file; a new one is named here."""

from eval.metrics import (
    cells,
    cited,
    correct,
    cost,
    documents,
    evidence,
    facts,
    faithful,
    precision,
    ranking,
    refusals,
    verdicts,
)
from eval.metrics.types import Metric

METRICS: tuple[Metric, ...] = (
    *correct.METRICS,
    *facts.METRICS,
    *cited.METRICS,
    *precision.METRICS,
    *evidence.METRICS,
    *ranking.METRICS,
    *documents.METRICS,
    *refusals.METRICS,
    *verdicts.METRICS,
    *cells.METRICS,
    *faithful.METRICS,
    *cost.METRICS,
)

METRIC_OF = {metric.name: metric for metric in METRICS}
