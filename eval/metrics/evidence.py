"""evidence@k: whether all gold quotes are covered by the first k passages retrieved."""

from collections.abc import Sequence

from eval.case import Case, Evidence
from eval.matching import coverage
from eval.metrics.types import Metric
from rag.types import Answer, Retrieved

_COVERED = 0.6
_PASSAGE = 500


def evidence_at(k: int) -> Metric:
    """The metric for the first ``k`` passages, each counted by its first 500 characters."""

    def score(case: Case, answer: Answer) -> float | None:
        if not case.evidence:
            return None
        return float(all(found(e, answer.passages[:k]) for e in case.evidence))

    return Metric(f"evidence@{k}", f"证据@{k}", score)


def found(evidence: Evidence, passages: Sequence[Retrieved]) -> bool:
    """Whether passages taken together cover 0.6 of a quote's 4-grams."""
    texts = [p.text[:_PASSAGE] for p in passages if p.source == evidence.doc]
    return coverage(evidence.quote, texts) >= _COVERED


METRICS = tuple(evidence_at(k) for k in (1, 5, 10))
