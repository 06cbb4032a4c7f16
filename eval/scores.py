"""How an answer is scored: facts, citations, correctness, evidence among the passages."""

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from eval.cases import Case, Evidence
from eval.matching import coverage, fold, stands
from rag.types import Answer, Citation, Retrieved

_MARKER = re.compile(r"\[\d+\]")
_LONG = frozenset(
    {"enumeration", "list", "how", "compare", "trend", "aggregate", "english", "followup"}
)
_QUOTE = 300
_PASSAGE = 500

Same = Callable[[str, str], bool]


def same_document(doc: str, source: str) -> bool:
    """Whether a gold document is the cited source: its file name without the ending."""
    return PurePosixPath(source).stem == doc


def facts(case: Case, answer: Answer) -> float:
    """The share of key facts that stand in the answer; 1 where none is needed."""
    if not case.must:
        return 1.0
    text = answer.answer
    return sum(any(stands(s, text) for s in fact) for fact in case.must) / len(case.must)


def cited(case: Case, answer: Answer, same: Same = same_document) -> float:
    """The share of gold evidence that the citations cover; 1 where there is none."""
    if not case.evidence:
        return 1.0
    counted = answer.citations[: max(6, len(case.evidence) + 3)]
    return sum(_covered(e, counted, same) for e in case.evidence) / len(case.evidence)


def _covered(evidence: Evidence, citations: Sequence[Citation], same: Same) -> bool:
    texts = [c.text[:_QUOTE] for c in citations if same(evidence.doc, c.source)]
    return coverage(evidence.quote, texts) >= 0.5


def is_dump(case: Case, answer: Answer) -> bool:
    """Whether the answer is too long to be one: whole passages poured out."""
    gold = sum(len(fold(evidence.quote)) for evidence in case.evidence)
    least = 400 if case.type in _LONG else 160
    return len(fold(_MARKER.sub("", answer.answer))) > max(least, 3 * gold)


def correct(case: Case, answer: Answer, same: Same = same_document) -> bool:
    """Whether the answer is right: see the definition of each type in the evaluation's README."""
    if case.type == "claim":
        return answer.verdict == case.verdict
    if case.type == "unanswerable":
        return not answer.answered
    if case.type == "yesno" and answer.answer[:1] != case.answer[:1]:
        return False
    return (
        answer.answered
        and facts(case, answer) == 1.0
        and not any(stands(wrong, answer.answer) for wrong in case.must_not)
        and cited(case, answer, same) >= 0.5
        and not is_dump(case, answer)
    )


def evidence_at(
    case: Case, passages: Sequence[Retrieved], k: int, same: Same = same_document
) -> bool:
    """Whether all gold quotes are covered (0.6 of their 4-grams) by the first ``k`` passages."""
    return all(_retrieved(evidence, passages[:k], same) for evidence in case.evidence)


def _retrieved(evidence: Evidence, passages: Sequence[Retrieved], same: Same) -> bool:
    texts = [p.text[:_PASSAGE] for p in passages if same(evidence.doc, p.source)]
    return coverage(evidence.quote, texts) >= 0.6
