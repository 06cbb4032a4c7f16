"""The report as HTML and as Markdown, from two templates over the same values."""

from typing import Any

import jinja2

from eval.change import Change
from eval.metrics import METRIC_OF, METRICS
from eval.record import Record
from eval.report.plots import plots
from eval.report.text import figure, shown
from eval.summary import ALL, Estimate


def html(run: Record, change: Change | None) -> str:
    """One page that needs nothing beside it; all text of documents and answers is escaped."""
    return _rendered("report.html", run, change, plots=plots(run))


def markdown(run: Record, change: Change | None) -> str:
    """The totals, the change and the failed questions."""
    return _rendered("report.md", run, change)


def _rendered(template: str, run: Record, change: Change | None, **more: Any) -> str:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("eval.report", "."),
        autoescape=template.endswith(".html"),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(shown=shown, figure=figure, interval=_interval, cell=_cell)
    return environment.get_template(template).render(
        run=run,
        change=change,
        metrics=[metric for metric in METRICS if metric.name in run.types.get(ALL, {})],
        metric_of=METRIC_OF,
        total=run.types.get(ALL, {}),
        failed=[r for r in run.results if r.scores.get("correct", 0.0) < 1.0],
        unanswered=[r for r in run.results if r.answer is None],
        **more,
    )


def _interval(estimate: Estimate, metric: str) -> str:
    unit = METRIC_OF[metric].unit
    return f"{figure(estimate.low, unit)}–{figure(estimate.high, unit)}"


def _cell(text: str) -> str:
    """Text that stays in its cell of a Markdown table and starts no markup."""
    flat = " ".join(text.split())
    for special in "\\|*_`<[":
        flat = flat.replace(special, f"\\{special}")
    return flat
