"""The gold itself is scored: a perfect answer gets every point, an empty one and a dump none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval.case import Case, load
from eval.command import BUNDLED
from eval.metrics import METRICS
from eval.metrics.correct import correct
from eval.metrics.faithful import faithful
from tests.eval.perfect import dump, empty, perfect, reaches

SHARED = ("dev.jsonl", "claims.jsonl", "indicators.jsonl")
UNCITED = {("d2-044", "faithful"), ("d2-061", "faithful")}
"""These gold answers tell a figure that their gold evidence does not."""


@pytest.fixture(params=[*(path.name for path in BUNDLED), *(f"shared-{n}" for n in SHARED)])
def cases(request: pytest.FixtureRequest) -> Sequence[Case]:
    """The cases of one file, bundled or of the development material."""
    name = str(request.param)
    if not name.startswith("shared-"):
        return load(BUNDLED[0].with_name(name))
    folder: Path = request.getfixturevalue("shared")
    return load(folder / "eval" / name.removeprefix("shared-"))


def test_a_perfect_answer_gets_the_best_score_of_every_metric(cases: Sequence[Case]) -> None:
    short = []
    for case in cases:
        told = perfect(case)
        for metric in METRICS:
            score = metric.score(case, told)
            if score is None or metric.unit != "share" or not reaches(metric, case):
                continue
            if score != float(metric.higher_is_better):
                short.append((case.id, metric.name))
    assert [pair for pair in short if pair not in UNCITED] == []


def test_every_case_is_scored_by_the_metrics_of_its_kind(cases: Sequence[Case]) -> None:
    for case in cases:
        told = perfect(case)
        scored = {m.name for m in METRICS if m.score(case, told) is not None}
        assert "correct" in scored
        assert ({"cited", "precision", "mrr", "evidence@5"} <= scored) == bool(case.evidence)
        assert ("facts" in scored) == bool(case.must)
        assert ("verdict" in scored) == bool(case.verdict)
        assert ("cells" in scored) == bool(case.cells)
        assert ("false_answer" in scored) == (case.type == "unanswerable")


def test_an_empty_answer_is_wrong(cases: Sequence[Case]) -> None:
    asked = [case for case in cases if not _is_silent(case)]
    assert [case.id for case in asked if correct(case, empty(case))] == []


def test_a_dump_of_whole_passages_is_wrong(cases: Sequence[Case]) -> None:
    told = [case for case in cases if case.answerable and not case.verdict and not case.cells]
    assert [case.id for case in told if correct(case, dump(case))] == []


def test_a_figure_with_a_changed_digit_is_hardly_ever_held(cases: Sequence[Case]) -> None:
    changed = [
        faithful(case, replace(perfect(case), answer=text))
        for case in cases
        if case.type == "number"
        for text in _changed(perfect(case).answer)
    ]
    assert changed.count(1.0) <= 0.03 * len(changed)


def _is_silent(case: Case) -> bool:
    """Whether a table has nothing to show, so that an empty answer is right."""
    return bool(case.cells) and not any(cell.accepted for cell in case.cells)


def _changed(text: str) -> Iterator[str]:
    """The text with one of its digits made another, each in turn; its markers stay."""
    for found in re.finditer(r"\d", text.partition("[")[0]):
        for digit in set("0123456789") - {found[0]}:
            yield text[: found.start()] + digit + text[found.end() :]
