"""MRR and nDCG of retrieval, by ir-measures: how high the gold evidence stands.

A piece of evidence ranks where the passages from the first on cover it for the first time.
"""

from eval.case import Case
from eval.metrics.evidence import found
from eval.metrics.types import Metric
from rag.types import Answer

DEPTH = 10


def ranks(case: Case, answer: Answer) -> list[int]:
    """The rank of each piece of evidence, from 1; 0 where it is not among the passages."""
    return [
        next((k for k in range(1, DEPTH + 1) if found(e, answer.passages[:k])), 0)
        for e in case.evidence
    ]


def measure(name: str, ranked: list[int]) -> float:
    """An ir-measures measure (``RR@10``, ``nDCG@10``) of one question.

    Each piece of evidence is a relevant document; what stands between them is not relevant. Two
    pieces in one passage follow each other.
    """
    import ir_measures
    from ir_measures import Qrel, ScoredDoc

    relevant = [Qrel("q", f"e{at}", 1) for at in range(len(ranked))]
    placed = {f"e{at}": rank + at / 1000 for at, rank in enumerate(ranked) if rank}
    first = {int(rank) for rank in placed.values()}
    filled = {f"p{rank}": float(rank) for rank in range(1, DEPTH + 1) if rank not in first}
    run = [ScoredDoc("q", doc, -rank) for doc, rank in {**placed, **filled}.items()]
    wanted = ir_measures.parse_measure(name)
    return float(ir_measures.calc_aggregate([wanted], relevant, run)[wanted])


def _ranking(name: str, title: str, called: str) -> Metric:
    def score(case: Case, answer: Answer) -> float | None:
        return measure(called, ranks(case, answer)) if case.evidence else None

    return Metric(name, title, score)


METRICS = (_ranking("mrr", "MRR@10", f"RR@{DEPTH}"), _ranking("ndcg", "nDCG@10", f"nDCG@{DEPTH}"))
