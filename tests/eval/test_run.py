"""Cases asked of the real chain, and the table of scores."""

import json
from pathlib import Path

import pytest

from eval.run import Result, report, run
from tests.eval.answers import GOLD, answer, case
from tests.rag.library import chain_over

TEXT = """\
2026年安徽省政府工作报告
一、2026年目标
今年粮食产量目标是840亿斤以上。
二、2026年任务
在芜湖建设低空飞行港，总投资37亿元。
"""


def cells(line: str) -> list[str]:
    return line.split()


def test_every_type_has_a_line_and_all_of_them_together() -> None:
    results = [Result(gold, told) for gold, told in GOLD.values()]
    header, *lines, last = report(results).splitlines()
    assert cells(header)[:5] == ["type", "n", "correct", "facts", "cited"]
    assert [cells(line)[0] for line in lines] == [*sorted(GOLD), "all"]
    assert cells(lines[-1])[:5] == ["all", "5", "1.00", "1.00", "1.00"]
    assert cells(lines[-1])[-1] == "0.20"
    assert last == "median seconds 0.000"


def test_wrong_answers_are_listed_where_asked_for() -> None:
    results = [Result(case(), answer()), Result(case("how", id="x9"), answer("不知道[1]。"))]
    assert "x9" not in report(results)
    told = report(results, failures=True)
    assert "\nx9 how 问：江苏就业目标？" in told
    assert "应答：118万人以上" in told
    assert "实答（number）：不知道[1]。" in told
    assert "\n1 number" not in told


def test_a_case_without_evidence_does_not_count_for_retrieval() -> None:
    results = [Result(case(evidence=()), answer())]
    assert cells(report(results).splitlines()[1])[5:8] == ["0.00", "0.00", "0.00"]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    asked = [
        {
            "id": "n",
            "type": "number",
            "question": "安徽2026年粮食产量目标是多少",
            "must": [["840亿斤"]],
            "evidence": [{"doc": "安徽", "quote": "今年粮食产量目标是840亿斤以上。"}],
        },
        {
            "id": "f",
            "type": "followup",
            "question": "它建在哪里？",
            "history": [{"role": "user", "content": "安徽2026年的低空飞行港投资多少"}],
            "must": [["芜湖"]],
        },
        {"id": "u", "type": "unanswerable", "question": "昆山2026年粮食产量目标是多少"},
    ]
    path = tmp_path / "cases.jsonl"
    lines = [json.dumps(fields, ensure_ascii=False) for fields in asked]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_cases_are_asked_in_turn(cases: Path, tmp_path: Path) -> None:
    results = run(cases, chain_over(tmp_path, {"安徽.txt": TEXT}))
    assert [result.case.id for result in results] == ["n", "f", "u"]
    assert [result.answer.id for result in results] == ["n", "f", "u"]
    lines = report(results).splitlines()
    assert cells(lines[-2])[:3] == ["all", "3", "1.00"]
    assert cells(lines[2])[5:8] == ["1.00", "1.00", "1.00"]
