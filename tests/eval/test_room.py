"""Evaluations that the page begins, watches and stops."""

import json
import time
from pathlib import Path

import pytest

from corpus.errors import UserError
from eval.report import JSON
from eval.room.room import Opening, Room
from eval.room.state import State
from tests.rag.library import chain_over

REPORT = "2026年安徽省政府工作报告\n一、2026年目标\n今年粮食产量目标是840亿斤以上。\n"
CASE = {
    "id": "n",
    "type": "number",
    "question": "安徽2026年粮食产量目标是多少",
    "must": [["840亿斤"]],
    "evidence": [{"doc": "安徽", "quote": "今年粮食产量目标是840亿斤以上。"}],
}
END_SECONDS = 60


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path / "evaluations", tmp_path / "feedback.jsonl", Opening(tmp_path / "home"))


def cases(tmp_path: Path, *more: dict[str, object]) -> Path:
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(f"{json.dumps(one)}\n" for one in (CASE, *more)), encoding="utf-8")
    return file


def ended(room: Room) -> State:
    """How an evaluation ended."""
    until = time.monotonic() + END_SECONDS
    while room.state().status == "running":
        assert time.monotonic() < until
        time.sleep(0.05)
    return room.state()


def test_only_sets_that_are_there_are_offered(room: Room, tmp_path: Path) -> None:
    assert room.sets() == ("bundled",)
    (tmp_path / "feedback.jsonl").write_text("{}\n", encoding="utf-8")
    room.take(cases(tmp_path))
    assert room.sets() == ("bundled", "feedback", "uploaded")


def test_malformed_cases_are_not_taken_and_the_old_ones_stay(room: Room, tmp_path: Path) -> None:
    room.take(cases(tmp_path))
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(UserError, match=r"第 1 行|:1"):
        room.take(wrong)
    wrong.write_text("\n", encoding="utf-8")
    with pytest.raises(UserError, match="没有题目"):
        room.take(wrong)
    assert room.sets() == ("bundled", "uploaded")


def test_before_the_first_run_there_is_no_report(room: Room) -> None:
    assert room.report("bundled") is None
    assert room.latest() == "bundled"
    with pytest.raises(UserError, match="还没有评测报告"):
        room.file("bundled", "html")


def test_a_set_that_is_not_there_is_not_begun(room: Room) -> None:
    with pytest.raises(UserError, match="不在了"):
        room.begin("uploaded")
    assert room.state() == State()


@pytest.mark.slow
def test_a_run_ends_with_a_report_and_the_next_is_compared_with_it(
    room: Room, tmp_path: Path
) -> None:
    chain_over(tmp_path, {"省级/安徽.txt": REPORT})
    room.take(cases(tmp_path))
    room.begin("uploaded")
    with pytest.raises(UserError, match="已经有一次"):
        room.begin("bundled")
    assert ended(room) == State("uploaded", "ended", 1, 1)
    first = room.report("uploaded")
    assert first is not None
    assert first["types"]["all"]["correct"]["value"] == 1.0
    assert first["change"] is None
    assert room.latest() == "uploaded"
    assert b"<!doctype html>" in room.file("uploaded", "html")
    room.begin("uploaded")
    assert ended(room).status == "ended"
    second = room.report("uploaded")
    assert second is not None
    assert second["change"]["common"] == 1


@pytest.mark.slow
def test_what_cannot_be_run_says_why(room: Room, tmp_path: Path) -> None:
    chain_over(tmp_path, {"省级/安徽.txt": REPORT})
    room.take(cases(tmp_path, {**CASE, "id": "m", "evidence": [{"doc": "无", "quote": "别的话"}]}))
    room.begin("uploaded")
    assert ended(room).status == "ended"
    (tmp_path / "evaluations" / "uploaded.jsonl").write_text("{}\n", encoding="utf-8")
    room.begin("uploaded")
    state = ended(room)
    assert (state.status, bool(state.failure)) == ("failed", True)


@pytest.mark.slow
def test_a_run_that_is_stopped_leaves_the_report_before_it(room: Room, tmp_path: Path) -> None:
    room.begin("bundled")
    room.stop()
    assert room.state().status == "stopped"
    assert not (tmp_path / "evaluations" / "bundled" / JSON).exists()
    room.stop()
    assert room.state().status == "stopped"
