"""Runs cases through the chain and sums up the scores by type."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from eval.cases import Case, load
from eval.scores import cited, correct, evidence_at, facts
from rag.chain import Chain
from rag.types import Answer, Question


@dataclass(frozen=True, slots=True)
class Result:
    """A case and the answer it got."""

    case: Case
    answer: Answer


def run(cases: Path, chain: Chain) -> tuple[Result, ...]:
    """Every case of a file asked in turn."""
    return tuple(
        Result(case, chain.invoke(Question(case.question, case.history, id=case.id)))
        for case in load(cases)
    )


def report(results: Sequence[Result], failures: bool = False) -> str:
    """A table of scores by type; with ``failures`` each wrong answer beside the right one."""
    by_type: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_type[result.case.type].append(result)
    lines = [_HEADER, *(_line(name, group) for name, group in sorted(by_type.items()))]
    lines.append(_line("all", results))
    lines.append(f"median seconds {median(r.answer.seconds for r in results):.3f}")
    if failures:
        lines += [_failure(result) for result in results if not correct(result.case, result.answer)]
    return "\n".join(lines)


_COLUMNS = (
    ("correct", 9),
    ("facts", 8),
    ("cited", 8),
    ("ev@1", 7),
    ("ev@5", 7),
    ("ev@10", 7),
    ("refused", 9),
)
_HEADER = f"{'type':<14}{'n':>5}" + "".join(f"{name:>{width}}" for name, width in _COLUMNS)


def _line(name: str, group: Sequence[Result]) -> str:
    proven = [r for r in group if r.case.evidence]
    scores = [
        _mean(group, lambda r: correct(r.case, r.answer)),
        _mean(group, lambda r: facts(r.case, r.answer)),
        _mean(group, lambda r: cited(r.case, r.answer)),
        *(_evidence_at(proven, k) for k in (1, 5, 10)),
        _mean(group, lambda r: not r.answer.answered),
    ]
    columns = zip(scores, _COLUMNS, strict=True)
    cells = "".join(f"{score:>{width}.2f}" for score, (_, width) in columns)
    return f"{name:<14}{len(group):>5}{cells}"


def _evidence_at(group: Sequence[Result], k: int) -> float:
    return _mean(group, lambda r: evidence_at(r.case, r.answer.passages, k))


def _mean(group: Sequence[Result], score: Callable[[Result], float]) -> float:
    return sum(score(result) for result in group) / len(group) if group else 0.0


def _failure(result: Result) -> str:
    case, answer = result.case, result.answer
    cites = " / ".join(f"{c.source}:{c.text[:60]}" for c in answer.citations[:3])
    return (
        f"\n{case.id} {case.type} 问：{case.question}\n  应答：{case.answer}\n"
        f"  实答（{answer.kind}）：{answer.answer[:200]}\n  引用：{cites}"
    )
