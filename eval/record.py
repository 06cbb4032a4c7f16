"""A finished run: what was asked of whom, the results, and all of it as JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from eval.change import Change
from eval.confusion import Confusion, confusion
from eval.gold import Unscored
from eval.metrics import METRICS
from eval.metrics.types import Metric
from eval.refusal_curve import Point, refusal_curve
from eval.run import Result
from eval.summary import ALL, Row, by_document, by_type
from rag.json import to_dict as answer_to_dict


@dataclass(frozen=True, slots=True)
class Record:
    """A run with everything that a report shows of it."""

    engine: str
    cases: tuple[str, ...]
    documents: int
    when: str
    version: str
    results: tuple[Result, ...]
    unscored: tuple[Unscored, ...]
    types: dict[str, Row]
    by_document: dict[str, Row]
    curve: tuple[Point, ...]
    confusion: Confusion | None


def record(
    engine: str,
    cases: Sequence[str],
    documents: int,
    results: Sequence[Result],
    unscored: Sequence[Unscored] = (),
) -> Record:
    """The record of a run that ends now."""
    return Record(
        engine=engine,
        cases=tuple(cases),
        documents=documents,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        version=version("zhengwen"),
        results=tuple(results),
        unscored=tuple(unscored),
        types=by_type(results),
        by_document=by_document(results),
        curve=refusal_curve(results),
        confusion=confusion(results),
    )


def to_dict(run: Record, since: Change | None = None) -> dict[str, Any]:
    """The record as JSON types, with what changed since the one before it; ``eval.change`` reads
    its results back."""
    return {
        "engine": run.engine,
        "cases": list(run.cases),
        "documents": run.documents,
        "when": run.when,
        "version": run.version,
        "metrics": [_metric(metric) for metric in METRICS if metric.name in run.types[ALL]],
        "types": _rows(run.types),
        "by_document": _rows(run.by_document),
        "refusal_curve": [asdict(point) for point in run.curve],
        "confusion": asdict(run.confusion) if run.confusion else None,
        "change": asdict(since) if since else None,
        "unscored": [asdict(left) for left in run.unscored],
        "results": [_result(result) for result in run.results],
    }


def _metric(metric: Metric) -> dict[str, Any]:
    """What a reader of the figures has to know of a metric."""
    return {
        "name": metric.name,
        "title": metric.title,
        "unit": metric.unit,
        "higher_is_better": metric.higher_is_better,
    }


def _rows(rows: dict[str, Row]) -> dict[str, Any]:
    return {
        name: {metric: asdict(estimate) for metric, estimate in row.items()}
        for name, row in rows.items()
    }


def _result(result: Result) -> dict[str, Any]:
    """A result; passages are told by where they stand, not by their text."""
    case = asdict(result.case)
    del case["scope"]
    answer = answer_to_dict(result.answer) if result.answer else None
    for passage in answer["passages"] if answer else ():
        del passage["text"]
    return {
        "case": case,
        "answer": answer,
        "failure": result.failure,
        "scores": dict(result.scores),
    }
