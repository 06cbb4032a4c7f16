"""What changed since an earlier run: totals of the questions that both asked, and those that
flipped from wrong to right or back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.errors import UserError
from eval.metrics import METRICS
from eval.run import Result

Scores = Mapping[str, Mapping[str, float]]
"""The scores of each case of a run, by id."""


@dataclass(frozen=True, slots=True)
class Change:
    """``moved``: metric → before and now, over the cases that both runs asked; ``gained`` and
    ``lost`` are ids of cases that are right now and were not, or the reverse."""

    common: int
    moved: Mapping[str, tuple[float, float]]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def earlier(path: Path) -> Scores:
    """The scores in the JSON of an earlier run. Raises ``UserError`` for a file that is none."""
    try:
        results = json.loads(path.read_text(encoding="utf-8"))["results"]
        return {result["case"]["id"]: dict(result["scores"]) for result in results}
    except OSError as error:
        raise UserError(f"读不了 {path}：{error.strerror or error}。") from None
    except (ValueError, KeyError, TypeError):
        raise UserError(
            f"{path} 不是一次评测的 JSON；请用 zhengwen eval --report 写出的 report.json。"
        ) from None


def change(before: Scores, results: Sequence[Result]) -> Change:
    """How the results differ from an earlier run."""
    pairs = [(before[r.case.id], r) for r in results if r.case.id in before]
    moved = {}
    for metric in METRICS:
        both = [
            (old[metric.name], now.scores[metric.name])
            for old, now in pairs
            if metric.name in old and metric.name in now.scores
        ]
        if both:
            first, second = metric.total(np.asarray(both, np.float64).T)
            moved[metric.name] = (float(first), float(second))
    flips = {now.case.id: now.scores["correct"] - old.get("correct", 0.0) for old, now in pairs}
    return Change(
        common=len(pairs),
        moved=moved,
        gained=tuple(id_ for id_, flip in flips.items() if flip > 0),
        lost=tuple(id_ for id_, flip in flips.items() if flip < 0),
    )
