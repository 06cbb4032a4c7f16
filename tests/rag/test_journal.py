"""Lines are added, never lost, never run together."""

import json
from pathlib import Path

import pytest

from rag.journal import append


def test_each_entry_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    append(path, {"n": 1}, {"n": 2})
    append(path)
    append(path, {"text": "甲\n乙\u2028"})
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [json.loads(line) for line in lines[:-1]] == [
        {"n": 1},
        {"n": 2},
        {"text": "甲\n乙\u2028"},
    ]


def test_a_line_that_was_left_open_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"n": 0}', encoding="utf-8")
    append(path, {"n": 1})
    assert path.read_text(encoding="utf-8") == '{"n": 0}\n{"n": 1}\n'


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").mkdir()
    with pytest.raises(OSError, match=r"a\.jsonl"):
        append(tmp_path / "a.jsonl", {"n": 1})
