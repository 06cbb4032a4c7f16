"""What is a report and what is not."""

from pathlib import Path

import pytest

from corpus.formats import read_raw
from corpus.sources.judge import LEAST_CHARACTERS, judge

BODY = "今年全市经济目标增长百分之五左右。" * 300
OPENING = "政府工作报告\n——2025年1月9日在甲市第九届人民代表大会第五次会议上\n各位代表：\n"


def test_a_report_is_one_and_its_session_tells_the_year() -> None:
    verdict = judge(OPENING + BODY)
    assert (verdict.reason, verdict.year) == ("", 2025)


def test_spaces_and_chinese_dates_do_not_matter() -> None:
    spaced = OPENING.replace("政府工作报告", "政 府 工 作 报 告").replace(
        "2025年1月9日", "二〇二五年一月九日"
    )
    assert judge(spaced + BODY).year == 2025


def test_without_a_session_the_title_tells_the_year() -> None:
    text = "政府工作报告\n各位代表：\n" + BODY
    assert judge(text, "2024年甲市政府工作报告").year == 2024
    assert judge(text).year is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (OPENING + "短。", "不是报告全文：只有"),
        (BODY, "没有“各位代表”"),
        ("各位代表：" + BODY, "没有“政府工作报告”"),
        ("", "只有 0 个字"),
        ("a" * 2 * LEAST_CHARACTERS, "只有 0 个字"),
    ],
)
def test_what_is_no_report_is_told_why(text: str, reason: str) -> None:
    assert reason in judge(text).reason


def test_the_reports_of_31_provinces_are_reports_of_their_year(shared: Path) -> None:
    files = sorted((shared / "reports" / "2025").glob("*.docx"))
    verdicts = {path.name: judge(read_raw(path).text) for path in files}
    assert {name: v.reason for name, v in verdicts.items() if v.reason} == {}
    assert {name: v.year for name, v in verdicts.items() if v.year not in (2025, None)} == {}
