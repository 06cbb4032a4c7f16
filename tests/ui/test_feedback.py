"""Ratings as cases: one line each, added to what is there, read by the evaluation as they are."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from eval.case import Evidence, load
from rag.journal import append
from rag.types import Answer, Question, Turn
from tests.ui.fakes import CLAIM, EVIL, GROWTH, HOSTILE_ANSWER, PROJECTS, REFUSAL, SIX, TABLE
from ui import words
from ui.feedback import entry
from ui.types import Rating

WHEN = datetime(2026, 3, 1, 8, 30, 5, 123456, tzinfo=UTC)
UP, DOWN = Rating("up"), Rating("down", "incomplete")
CASES = [
    pytest.param(answer, rating, id=f"{answer.kind}-{rating.thumb}")
    for answer in (SIX, TABLE, CLAIM, REFUSAL, HOSTILE_ANSWER)
    for rating in (UP, DOWN)
]


def rated(answer: Answer, rating: Rating, *history: Turn) -> dict[str, Any]:
    return entry(Question(answer.question, history, id="a1"), answer, rating, WHEN)


def test_a_statement_rated_up_must_get_its_verdict_and_evidence_again() -> None:
    assert rated(CLAIM, UP, Turn("user", "云泽呢"), Turn("assistant", "5%[1]。")) == {
        "id": "a1",
        "type": "claim",
        "question": "云泽2025年GDP目标是6%",
        "history": [
            {"role": "user", "content": "云泽呢"},
            {"role": "assistant", "content": "5%[1]。"},
        ],
        "answer": "报告写的是增长5.5%左右，不是6%。",
        "must": [],
        "must_not": [],
        "evidence": [{"doc": "云泽-2025", "quote": GROWTH}],
        "verdict": "refuted",
        "rating": "up",
        "reason": "",
        "when": "2026-03-01T08:30:05+00:00",
    }


def test_a_statement_rated_down_has_no_verdict_and_must_not_be_answered_so() -> None:
    fields = rated(CLAIM, Rating("down", "wrong_figure"))
    assert (fields["type"], fields["verdict"], fields["evidence"]) == ("claim", "", [])
    assert fields["must_not"] == [fields["answer"]] == ["报告写的是增长5.5%左右，不是6%。"]
    assert (fields["rating"], fields["reason"]) == ("down", "wrong_figure")


def test_an_answer_rated_up_must_get_all_its_evidence_again() -> None:
    fields = rated(SIX, UP)
    assert (fields["type"], fields["must_not"]) == ("enumeration", [])
    assert fields["evidence"] == [
        {"doc": "云泽-2025", "quote": PROJECTS},
        {"doc": "云泽-2025", "quote": GROWTH},
    ]
    assert "[" not in fields["answer"]
    assert "verdict" not in fields


@pytest.mark.parametrize("reason", words.reasons)
def test_an_answer_rated_down_must_not_be_given_in_these_words(reason: str) -> None:
    why = next(known for known in words.reasons if known == reason)
    fields = rated(SIX, Rating("down", why))
    assert (fields["type"], fields["evidence"], fields["reason"]) == ("enumeration", [], reason)
    assert fields["must_not"] == [fields["answer"]]


def test_a_table_stays_a_table() -> None:
    assert [rated(TABLE, rating)["type"] for rating in (UP, DOWN)] == ["table", "table"]


def test_a_refusal_rated_up_must_be_refused_again_and_one_rated_down_answered() -> None:
    up, down = rated(REFUSAL, UP), rated(REFUSAL, DOWN)
    assert (up["type"], up["evidence"], up["must_not"]) == ("unanswerable", [], [])
    assert (down["type"], down["evidence"], down["must_not"]) == ("other", [], [])
    assert up["answer"] == REFUSAL.answer


def test_the_document_is_the_file_name_without_folder_and_ending() -> None:
    moved = replace(SIX.citations[0], source="浙江/2026.报告.docx")
    fields = rated(replace(SIX, citations=(moved,)), UP)
    assert fields["evidence"][0]["doc"] == "2026.报告"


@pytest.mark.parametrize(("answer", "rating"), CASES)
def test_the_evaluation_reads_what_is_written(
    tmp_path: Path, answer: Answer, rating: Rating
) -> None:
    path = tmp_path / "feedback.jsonl"
    fields = rated(answer, rating, Turn("user", "一\u2028二"), Turn("assistant", EVIL))
    append(path, fields)
    (case,) = load(path)
    assert (case.id, case.type, case.question) == ("a1", fields["type"], answer.question)
    assert case.history == (Turn("user", "一\u2028二"), Turn("assistant", EVIL))
    assert case.must_not == tuple(fields["must_not"])
    assert case.evidence == tuple(Evidence(e["doc"], e["quote"]) for e in fields["evidence"])
    assert (case.verdict, case.answer) == (fields.get("verdict", ""), fields["answer"])


def test_what_stands_in_the_file_is_never_touched_and_the_later_entry_comes_later(
    tmp_path: Path,
) -> None:
    path = tmp_path / "feedback.jsonl"
    append(path, rated(SIX, UP))
    before = path.read_bytes()
    append(path, rated(SIX, DOWN))
    assert path.read_bytes().startswith(before)
    kept = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(line["id"], line["rating"]) for line in kept] == [("a1", "up"), ("a1", "down")]
    assert [case.must_not for case in load(path)] == [(kept[1]["answer"],)]


def test_that_the_later_entry_holds_is_documented(root: Path) -> None:
    assert "the later one holds" in " ".join((entry.__doc__ or "").split())
    assert "the later line holds" in (root / "README.md").read_text(encoding="utf-8")
    assert "以后一行为准" in (root / "README.zh-CN.md").read_text(encoding="utf-8")


def test_a_last_line_left_open_by_hand_is_not_run_into(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    path.write_text('{"id": "z", "type": "how", "question": "问"}', encoding="utf-8")
    append(path, rated(SIX, UP))
    assert [case.id for case in load(path)] == ["z", "a1"]


def test_many_at_once_are_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    lines = [{"id": str(number), "text": "字" * 9_000} for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda line: append(path, line), lines))
    kept = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert sorted(kept, key=lambda line: int(line["id"])) == lines


def test_a_folder_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(OSError, match="home"):
        append(tmp_path / "home" / "feedback.jsonl", rated(SIX, UP))
