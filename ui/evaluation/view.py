"""The progress of an evaluation and its report as HTML."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ui.evaluation import words
from ui.evaluation.types import ALL, Chosen, Report, State
from ui.markup import button, element, text
from ui.types import Language

_COLUMNS = ("correct", "cited", "precision", "evidence@5", "false_refusal", "false_answer")
"""The figures of the table by type."""


def progress(state: State, language: Language) -> str:
    """How far the evaluation is, or how it ended where it has no report."""
    if state.status == "running":
        asking = words.asking(language, done=state.done, total=state.total)
        said = asking if state.total else words.starting(language)
        share = {"max": state.total, "value": str(state.done)} if state.total else {}
        bar = element("progress", "", aria_label=said, **share)
        return element("p", bar + element("span", text(said)), class_="counts", role="status")
    if state.status == "stopped":
        return _hint(words.stopped(language, done=state.done))
    if state.status == "failed":
        return element("p", text(state.failure or words.broken(language)), role="alert")
    return ""


def report(report: Report | None, chosen: Chosen, running: bool, language: Language) -> str:
    """The figures over all questions, what changed, and a row a type of question; before the first
    report what a run does, unless one is going on."""
    which = words.hints.get(chosen.which)
    hint = _hint(which(language)) if which else ""
    if report is None:
        return hint if running else hint + _hint(words.no_report(language))
    return (
        element("p", text(_about(report, language)), class_="about")
        + hint
        + _tiles(report, language)
        + _since(report, language)
        + _types(report, chosen.type, language)
        + _more(report, language)
        + _unscored(report, language)
        + _files(language)
    )


def type_name(type_: str, language: Language) -> str:
    """What a type of question is called; one that nobody named keeps its own name."""
    return words.types[type_](language) if type_ in words.types else type_


def _about(report: Report, language: Language) -> str:
    return words.about(
        language,
        when=datetime.fromisoformat(report["when"]).strftime("%Y-%m-%d %H:%M"),
        count=len(report["results"]),
        documents=report["documents"],
        version=report["version"],
    )


def _tiles(report: Report, language: Language) -> str:
    """A tile a figure that is looked at first, with its interval."""
    shown = [
        _tile(metric, report["types"][ALL][metric["name"]], language)
        for metric in _first(report["metrics"])
    ]
    if report["confusion"]:
        f1 = f"{report['confusion']['refuted_f1']:.2f}"
        shown.append(_named(words.refuted_f1(language), f1))
    return element("dl", "".join(shown), class_="tiles")


def _tile(metric: Mapping[str, Any], estimate: Mapping[str, Any], language: Language) -> str:
    unit = metric["unit"]
    low, high = (_figure(estimate[end], unit, language) for end in ("low", "high"))
    interval = words.interval(language, low=low, high=high, n=estimate["n"])
    value = _figure(estimate["value"], unit, language)
    return _named(_title(metric, language), value, interval)


def _named(name: str, value: str, said: str = "") -> str:
    small = element("small", text(said)) if said else ""
    return element("div", element("dt", text(name)) + element("dd", text(value) + small))


def _since(report: Report, language: Language) -> str:
    change = report.get("change")
    if not change or not change["common"]:
        return ""
    gained, lost = len(change["gained"]), len(change["lost"])
    said = words.since(language, common=change["common"], gained=gained, lost=lost)
    return element("p", text(said), class_="since")


def _types(report: Report, looked_at: str, language: Language) -> str:
    known = {metric["name"]: metric for metric in report["metrics"]}
    columns = [known[name] for name in _COLUMNS if name in known]
    heads = [words.type_(language), words.count(language)]
    heads += [_title(metric, language) for metric in columns]
    head = element("tr", "".join(element("th", text(one), scope="col") for one in heads))
    rows = "".join(
        _row(name, row, columns, looked_at, language) for name, row in report["types"].items()
    )
    drawn = element("table", element("thead", head) + element("tbody", rows))
    name = words.by_type(language)
    return element("h3", text(name)) + element(
        "div", drawn, class_="table", tabindex=0, role="region", aria_label=name
    )


def _row(
    name: str,
    row: Mapping[str, Any],
    columns: Sequence[Mapping[str, Any]],
    looked_at: str,
    language: Language,
) -> str:
    called = type_name(name, language)
    opens = button(
        called,
        "kind",
        data_type=name,
        aria_pressed="true" if name == looked_at else "false",
        title=words.see_failed(language, name=called),
    )
    counted = max((estimate["n"] for estimate in row.values()), default=0)
    cells = "".join(_cell(row.get(metric["name"]), metric, language) for metric in columns)
    head = element("th", opens, scope="row")
    return element("tr", head + element("td", str(counted)) + cells)


def _cell(estimate: Mapping[str, Any] | None, metric: Mapping[str, Any], language: Language) -> str:
    if estimate is None:
        return element("td", "–", class_="silent")
    return element("td", text(_figure(estimate["value"], metric["unit"], language)))


def _more(report: Report, language: Language) -> str:
    """Every figure over all questions, folded away."""
    row = report["types"][ALL]
    lines = "".join(
        _named(
            _title(metric, language),
            _figure(row[metric["name"]]["value"], metric["unit"], language),
        )
        for metric in report["metrics"]
    )
    head = element("summary", text(words.more(language)))
    return element("details", head + element("dl", lines, class_="tiles small"))


def _unscored(report: Report, language: Language) -> str:
    left = report["unscored"]
    if not left:
        return ""
    head = element("summary", text(words.unscored(language, count=len(left))))
    lines = "".join(element("li", text(f"{one['id']}：{one['why']}")) for one in left)
    return element("details", head + element("ul", lines))


def _files(language: Language) -> str:
    label = element("span", text(words.take(language)), class_="label")
    forms = "".join(
        button(name(language), "report", data_form=form) for form, name in words.forms.items()
    )
    return element("p", label + forms, class_="forms")


def _first(metrics: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The figures that are looked at first, in the order of their words."""
    known = {metric["name"]: metric for metric in metrics}
    return [known[name] for name in words.metrics if name in known]


def _title(metric: Mapping[str, Any], language: Language) -> str:
    """What a figure is called: the report's own title is Chinese, its name is not."""
    if metric["name"] in words.metrics:
        return words.metrics[metric["name"]](language)
    return str(metric["title"] if language == "zh" else metric["name"])


def _figure(value: float, unit: str, language: Language) -> str:
    """A share with two digits, whole milliseconds, whole characters."""
    if unit == "seconds":
        return words.seconds(language, ms=f"{1000 * value:.0f}")
    return f"{value:.2f}" if unit == "share" else f"{value:.0f}"


def _hint(said: str) -> str:
    return element("p", text(said), class_="hint")
