"""The progress, the report and the wrong answers as HTML."""

import pytest

from tests.ui.evaluation.fakes import REPORT, FakeState
from tests.ui.fakes import EVIL
from ui.evaluation import failed, view, words
from ui.evaluation.types import ALL, Chosen


def test_progress_tells_how_far_it_is_or_how_it_ended() -> None:
    assert words.starting("zh") in view.progress(FakeState("bundled", "running"), "zh")
    going = view.progress(FakeState("bundled", "running", 2, 3), "en")
    assert "2 of 3" in going
    assert 'max="3" value="2"' in going
    assert "2" in view.progress(FakeState("bundled", "stopped", 2, 3), "zh")
    assert words.broken("zh") in view.progress(FakeState("bundled", "failed"), "zh")
    assert "缺少" in view.progress(FakeState("bundled", "failed", failure="缺少包"), "zh")
    assert view.progress(FakeState("bundled", "ended", 3, 3), "zh") == ""


def test_without_a_report_it_says_what_a_run_does_unless_one_goes_on() -> None:
    assert words.no_report("en") in view.report(None, Chosen("bundled"), False, "en")
    assert words.no_report("en") not in view.report(None, Chosen("bundled"), True, "en")


def test_a_report_shows_its_figures_and_a_row_a_type() -> None:
    html = view.report(REPORT, Chosen("bundled", "number"), False, "zh")
    assert "2026-03-01 08:30" in html
    assert "<dt>答对</dt><dd>0.33<small>95% 区间 0.10–0.90，3 题</small></dd>" in html
    assert "51 毫秒" in html
    assert "0.88" in html
    assert "变对 1 题，变错 1 题" in html
    assert 'data-event="kind" data-type="number" aria-pressed="true"' in html
    assert html.count("<tr>") == 4
    assert html.index("答对") < html.index("倒数排名")
    assert EVIL not in html


def test_an_english_report_has_no_chinese_title() -> None:
    html = view.report(REPORT, Chosen("bundled"), False, "en")
    assert "Correct" in html
    assert "<dt>mrr</dt>" in html
    assert "倒数排名" not in html


def test_what_turned_wrong_comes_first() -> None:
    html = failed.listing(REPORT, ALL, "zh")
    assert words.failed("zh", name="全部", count=2) in html
    assert html.index("各省2026年目标") < html.index("增长5%以上")
    assert html.count(words.turned_wrong("zh")) == 1
    assert EVIL not in html


def test_only_the_questions_of_a_type_are_listed() -> None:
    assert "各省2026年目标" not in failed.listing(REPORT, "number", "zh")
    assert words.none_failed("zh") in failed.listing(REPORT, "how", "zh")


@pytest.mark.parametrize("line", ["云泽省：应为 5%，实为 6%"])
def test_only_the_wrong_cells_of_a_table_are_told(line: str) -> None:
    html = failed.listing(REPORT, "table", "zh")
    assert line in html
    assert "海陵省" not in html
