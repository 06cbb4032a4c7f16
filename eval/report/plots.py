"""The plots of a report as inline SVG, their text left as text so that any font serves."""

import io
import warnings
from typing import TYPE_CHECKING

from eval.confusion import Confusion
from eval.record import Record
from eval.refusal_curve import Point
from eval.summary import Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_RED, _GREY, _INK = "#9f2a26", "#b9b4ae", "#2b2a29"


def plots(run: Record) -> dict[str, str]:
    """Title → SVG, of those that the run has figures for."""
    drawn = {"各题型答对率": by_type(run.types)}
    if run.curve:
        drawn["误答与误拒（随阈值变化）"] = curve(run.curve)
    if run.confusion:
        drawn["核对：应判与所判"] = matrix(run.confusion)
    return drawn


def by_type(types: dict[str, Row]) -> str:
    """The share of right answers of each type, with its confidence interval."""
    rows = [(name, row["correct"]) for name, row in reversed(types.items()) if "correct" in row]
    figure, axes = _axes(6.4, 0.6 + 0.3 * len(rows))
    values = [estimate.value for _, estimate in rows]
    errors = [
        [max(0.0, e.value - e.low) for _, e in rows],
        [max(0.0, e.high - e.value) for _, e in rows],
    ]
    axes.barh([f"{name} ({e.n})" for name, e in rows], values, color=_RED, height=0.62)
    axes.errorbar(values, range(len(rows)), xerr=errors, fmt="none", ecolor=_INK, elinewidth=1)
    axes.set_xlim(0, 1)
    return _svg(figure)


def curve(points: tuple[Point, ...]) -> str:
    """Both kinds of mistake over the threshold."""
    figure, axes = _axes(6.4, 3.2)
    thresholds = [min(point.threshold, 1.0) for point in points]
    axes.step(thresholds, [p.false_answers for p in points], color=_RED, label="false answers")
    axes.step(thresholds, [p.false_refusals for p in points], color=_INK, label="false refusals")
    axes.set_xlabel("threshold")
    axes.legend(frameon=False)
    axes.set_ylim(-0.02, 1.02)
    return _svg(figure)


def matrix(confusion: Confusion) -> str:
    """Due against given, the counts written into the cells."""
    size = 1.6 + 0.42 * len(confusion.labels)
    figure, axes = _axes(size + 1.2, size)
    axes.imshow(confusion.counts, cmap="Reds")
    ticks = range(len(confusion.labels))
    axes.set_xticks(ticks, confusion.labels, rotation=45, ha="right")
    axes.set_yticks(ticks, confusion.labels)
    top = max(max(line) for line in confusion.counts)
    for i, line in enumerate(confusion.counts):
        for j, count in enumerate(line):
            if count:
                ink = "white" if count > 0.6 * top else _INK
                axes.text(j, i, str(count), ha="center", va="center", color=ink, fontsize=9)
    axes.set_xlabel("given")
    axes.set_ylabel("due")
    return _svg(figure)


def _axes(width: float, height: float) -> "tuple[Figure, Axes]":
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(_GREY)
    axes.tick_params(labelsize=9, color=_GREY)
    return figure, axes


def _svg(figure: "Figure") -> str:
    from matplotlib import rc_context

    buffer = io.StringIO()
    with (
        warnings.catch_warnings(),
        rc_context({"svg.fonttype": "none", "svg.hashsalt": "zhengwen"}),
    ):
        warnings.filterwarnings("ignore", "Glyph")  # whoever reads the page has the fonts
        figure.savefig(buffer, format="svg", metadata={"Date": None}, transparent=True)
    return buffer.getvalue()[buffer.getvalue().index("<svg") :]
