"""A run as lines for the terminal."""

from dataclasses import replace

import pytest

from eval.change import Change
from eval.gates import Miss
from eval.record import record
from eval.report.text import changed, claims, failure, figure, missed, shown, table
from eval.summary import Estimate, by_document, by_type
from tests.eval.answers import GOLD, REFUSAL, answer, result


def cells(line: str) -> list[str]:
    return line.split()


def test_every_type_has_a_line_and_all_of_them_together() -> None:
    results = [
        result("a", answer(seconds=0.0123)),
        result("b", REFUSAL),
        result("c", answer("城镇新增就业[1]。"), type="who"),
    ]
    head, *lines = table(by_type(results)).splitlines()
    assert cells(head)[:5] == ["n", "correct", "facts", "cited", "precision"]
    assert [cells(line)[0] for line in lines] == ["number", "who", "all"]
    assert cells(lines[0])[:6] == ["number", "2", "0.50", "0.50", "0.50", "0.50"]
    assert cells(lines[1])[1:6] == ["1", "0.00", "0.00", "1.00", "1.00"]
    assert cells(lines[0])[-3:] == ["14", "12", "ms"]
    assert {len(line) for line in (head, *lines)} == {len(head)}


def test_a_metric_that_applies_to_no_case_has_no_column() -> None:
    head, *_ = table(by_type([result("a", answer())])).splitlines()
    assert "cells" not in head
    assert "document@1" not in head


def test_by_document_a_line_is_a_document() -> None:
    _, line = table(by_document([result("a", answer())])).splitlines()
    assert cells(line)[:3] == ["2026", "1", "1.00"]
    assert "—" in line


@pytest.mark.parametrize(
    ("value", "metric", "text"),
    [(0.666, "correct", "0.67"), (0.0512, "p50", "51"), (76.7, "length", "77")],
    ids=["share", "seconds", "characters"],
)
def test_a_figure_is_shown_in_its_unit(value: float, metric: str, text: str) -> None:
    assert shown(Estimate(value, value, value, 3), metric).split()[0] == text


def test_what_does_not_apply_is_a_dash() -> None:
    assert shown(None, "correct") == "—"
    assert figure(1.0, "share") == "1.00"


def test_statements_have_a_line_of_their_own() -> None:
    gold, told = GOLD["claim"]
    statement = {"type": "claim", "verdict": gold.verdict, "error": gold.error}
    results = [
        result("a", told, **statement),
        result("b", replace(told, error="wrong_unit"), **statement),
        result("c", replace(told, verdict="supported"), **statement),
    ]
    assert claims(record("zhengwen", [], 1, results)) == (
        "核对：判断正确 0.67，“不符”F1 0.80，错误类型正确 0.50"
    )
    assert claims(record("zhengwen", [], 1, [result("a", answer())])) == ""


def test_a_change_names_what_moved_and_what_flipped() -> None:
    moved = {"correct": (0.5, 0.75), "facts": (0.501, 0.502), "p50": (0.01, 0.02)}
    assert changed(Change(4, moved, ("a", "b"), ())).splitlines() == [
        "与上次共有 4 题：",
        *(
            "  correct: 0.50 → 0.75",
            f"  p50: {figure(0.01, 'seconds')} → {figure(0.02, 'seconds')}",
        ),
        *("  变对：a、b", "  变错：无"),
    ]


def test_a_missed_gate_says_what_was_measured_and_asked_for() -> None:
    assert missed(Miss("correct", "number", 0.86, 0.8)) == (
        "没过线：number 的 correct 是 0.80，要求 0.86。"
    )
    assert missed(Miss("cells", "table", 0.9, None)) == (
        "没过线：table 的 cells 是 没有题，要求 0.90。"
    )


def test_a_failure_shows_gold_and_given_side_by_side() -> None:
    told = failure(result("x9", answer("不知道[1]。"), type="how"))
    assert told.splitlines()[0] == "x9 how 问：江苏就业目标？"
    for text in ("应答：", "118万人以上", "实答（number）：不知道[1]。", "应引：2026:今年的目标"):
        assert text in told
    assert "实答：无。问题太长。" in failure(result("x", None, "问题太长。"))
