"""cited: the share of gold evidence that the citations cover."""

from collections.abc import Sequence

from eval.case import Case, Evidence
from eval.matching import coverage
from eval.metrics.types import Metric
from rag.types import Answer, Citation

HALF = 0.5
_QUOTE = 300


def cited(case: Case, answer: Answer) -> float | None:
    """The share of gold quotes of which half stands in citations of the same document.

    Of each citation the first 300 characters count, of the citations the first
    ``max(6, gold evidence + 3)``.
    """
    if not case.evidence:
        return None
    counted = answer.citations[: max(6, len(case.evidence) + 3)]
    return sum(covers(counted, evidence) for evidence in case.evidence) / len(case.evidence)


def covers(citations: Sequence[Citation], evidence: Evidence) -> bool:
    """Whether citations taken together cover a gold quote."""
    texts = [c.text[:_QUOTE] for c in citations if c.source == evidence.doc]
    return coverage(evidence.quote, texts) >= HALF


METRICS = (Metric("cited", "引全", cited),)
