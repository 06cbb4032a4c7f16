"""Gates: figures that a run must reach, a table a metric and a line a type.

[correct]
number = 0.86
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UserError
from eval.metrics import METRIC_OF
from eval.summary import Row

MARGIN = 0.05
"""How far a gate may stand under what was measured."""

Gates = Mapping[str, Mapping[str, float]]
"""Metric → type → the least figure (for errors the largest)."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A gate that was not reached; ``measured`` is None where no case of the type was asked."""

    metric: str
    type: str
    gate: float
    measured: float | None


def read(path: Path) -> Gates:
    """The gates of a file. Raises ``UserError`` that names what is wrong in it."""
    try:
        gates = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UserError(f"读不了 {path}：{error.strerror or error}。") from None
    except ValueError as error:
        raise UserError(f"{path} 不是合格的 TOML：{error}。") from None
    for metric, types in gates.items():
        if metric not in METRIC_OF:
            raise UserError(f"{path} 里的指标 {metric} 不认识；有：{'、'.join(METRIC_OF)}。")
        figures = types.values() if isinstance(types, dict) else [None]
        if not all(isinstance(figure, int | float) for figure in figures):
            raise UserError(f"{path} 的 [{metric}] 里每行要写成 题型 = 数字。")
    return gates


def missed(gates: Gates, types: Mapping[str, Row]) -> tuple[Miss, ...]:
    """The gates that the rows of a run do not reach."""
    misses = []
    for metric, least in gates.items():
        for type_, gate in least.items():
            estimate = types.get(type_, {}).get(metric)
            measured = estimate.value if estimate else None
            if measured is None or _short(metric, measured, gate):
                misses.append(Miss(metric, type_, gate, measured))
    return tuple(misses)


def raised(gates: Gates, types: Mapping[str, Row], metric: str = "correct") -> dict[str, float]:
    """The gates of a metric after a run: 0.03 under what was measured, never under the old."""
    old = gates.get(metric, {})
    new = {t: math.floor((row[metric].value - 0.03) * 100) / 100 for t, row in types.items()}
    return {type_: max(gate, old.get(type_, 0.0), 0.0) for type_, gate in new.items()}


def _short(metric: str, measured: float, gate: float) -> bool:
    better = measured - gate if METRIC_OF[metric].higher_is_better else gate - measured
    return better < -1e-9
