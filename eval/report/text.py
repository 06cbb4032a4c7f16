"""A run as lines for the terminal: a row a type, and the failed questions where asked for."""

from collections.abc import Sequence

from eval.change import Change
from eval.gates import Miss
from eval.metrics import METRIC_OF
from eval.metrics.types import Unit
from eval.record import Record
from eval.run import Result
from eval.summary import ALL, Estimate, Row

_COLUMNS = (
    *("correct", "facts", "cited", "precision", "evidence@1", "evidence@5", "evidence@10"),
    *("mrr", "document@1", "document@5", "document_mrr"),
    *("false_refusal", "false_answer", "cells", "invented", "faithful", "length", "p50"),
)
_WIDTH = 12


def table(rows: dict[str, Row]) -> str:
    """A line a row of the metrics that a person looks at first; the JSON has all."""
    columns = [name for name in _COLUMNS if name in rows.get(ALL, {}) or ALL not in rows]
    head = f"{'':<20}{'n':>5}" + "".join(f"{name[:11]:>{_WIDTH}}" for name in columns)
    return "\n".join([head, *(_line(name, row, columns) for name, row in rows.items())])


def _line(name: str, row: Row, columns: Sequence[str]) -> str:
    count = max((estimate.n for estimate in row.values()), default=0)
    cells = "".join(f"{shown(row.get(c), c):>{_WIDTH}}" for c in columns)
    return f"{name[:20]:<20}{count:>5}{cells}"


def shown(estimate: Estimate | None, metric: str) -> str:
    """A figure as a person reads it, a dash where the metric does not apply."""
    return "—" if estimate is None else figure(estimate.value, METRIC_OF[metric].unit)


def figure(value: float, unit: Unit) -> str:
    """A value in its unit: a share with two digits, milliseconds, characters.

    >>> figure(0.7, "share"), figure(0.0512, "seconds"), figure(76.7, "characters")
    ('0.70', '51 ms', '77')
    """
    if unit == "seconds":
        return f"{1000 * value:.0f} ms"
    return f"{value:.0f}" if unit == "characters" else f"{value:.2f}"


def claims(run: Record) -> str:
    """The line on statements: verdicts, the F1 of refuting, the kind of error."""
    if run.confusion is None:
        return ""
    row = run.types[ALL]
    return (
        f"核对：判断正确 {shown(row.get('verdict'), 'verdict')}，"
        f"“不符”F1 {run.confusion.refuted_f1:.2f}，错误类型正确 {shown(row.get('error'), 'error')}"
    )


def changed(change: Change) -> str:
    """What changed since the earlier run, in a few lines."""
    lines = [f"与上次共有 {change.common} 题："]
    for name, (before, now) in change.moved.items():
        unit = METRIC_OF[name].unit
        if figure(before, unit) != figure(now, unit):
            lines.append(f"  {name}: {figure(before, unit)} → {figure(now, unit)}")
    lines.append(f"  变对：{'、'.join(change.gained) or '无'}")
    lines.append(f"  变错：{'、'.join(change.lost) or '无'}")
    return "\n".join(lines)


def missed(miss: Miss) -> str:
    """A gate that was not reached."""
    metric = METRIC_OF[miss.metric]
    measured = "没有题" if miss.measured is None else figure(miss.measured, metric.unit)
    return f"没过线：{miss.type} 的 {miss.metric} 是 {measured}，要求 {miss.gate:.2f}。"


def failure(result: Result) -> str:
    """A failed question: gold and given answer, gold and given evidence."""
    case, answer = result.case, result.answer
    given = f"（{answer.kind}）：{answer.answer[:200]}" if answer else f"：无。{result.failure}"
    cites = " / ".join(f"{c.source}:{c.text[:60]}" for c in answer.citations[:3]) if answer else ""
    gold = " / ".join(f"{e.doc}:{e.quote[:60]}" for e in case.evidence[:3])
    return (
        f"{case.id} {case.type} 问：{case.question}\n  应答：{case.verdict} {case.error} "
        f"{case.answer}\n  实答{given}\n  应引：{gold}\n  实引：{cites}"
    )
