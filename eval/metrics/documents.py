"""R@1, R@5 and MRR of the documents themselves, for sets whose documents are paragraphs.

Passages rank their documents: a document stands where its first passage does.
"""

from eval.case import Case
from eval.metrics.ranking import measure
from eval.metrics.types import Metric
from rag.types import Answer

READING = "reading"


def rank(case: Case, answer: Answer) -> int:
    """The rank of the first gold document among the documents of the passages; 0 without one."""
    ranked = list(dict.fromkeys(passage.source for passage in answer.passages))
    gold = {evidence.doc for evidence in case.evidence}
    return next((at for at, source in enumerate(ranked, 1) if source in gold), 0)


def _recall(k: int) -> Metric:
    def score(case: Case, answer: Answer) -> float | None:
        if case.type != READING:
            return None
        return float(0 < rank(case, answer) <= k)

    return Metric(f"document@{k}", f"文段@{k}", score)


def reciprocal(case: Case, answer: Answer) -> float | None:
    """The reciprocal rank of the gold document within the first ten."""
    return measure("RR@10", [rank(case, answer)]) if case.type == READING else None


METRICS = (_recall(1), _recall(5), Metric("document_mrr", "文段MRR@10", reciprocal))
