"""precision: the share of citations that are needed.

ALCE's citation precision (Gao et al., 2023), with the gold evidence as the judge of support: a
citation is needed where it covers gold evidence by itself, or where evidence that the citations
cover together is covered no more without it.
"""

from eval.case import Case, Evidence
from eval.matching import grams
from eval.metrics.cited import HALF, covers
from eval.metrics.types import Metric
from rag.types import Answer, Citation


def precision(case: Case, answer: Answer) -> float | None:
    """The share of needed citations; 0 for an answer without any."""
    if not case.evidence:
        return None
    needed = [_needed(citation, case, answer) for citation in answer.citations]
    return sum(needed) / len(needed) if needed else 0.0


def _needed(citation: Citation, case: Case, answer: Answer) -> bool:
    others = [other for other in answer.citations if other is not citation]
    return any(
        covers([citation], evidence)
        or _within(citation, evidence)
        or (covers(answer.citations, evidence) and not covers(others, evidence))
        for evidence in case.evidence
    )


def _within(citation: Citation, evidence: Evidence) -> bool:
    """Whether half of a citation is gold evidence: a clause out of a long quote."""
    if citation.source != evidence.doc:
        return False
    own = grams(citation.text)
    return len(own & grams(evidence.quote)) >= HALF * len(own) > 0


METRICS = (Metric("precision", "引准", precision),)
