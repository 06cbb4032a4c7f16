"""``zhengwen audit``: one reading of what people and programs did."""

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rag import audit, journal
from rag.cli import app

EIGHT = datetime(2026, 3, 1, 8, tzinfo=UTC)
SOURCE = {"source": "甲县2026.txt", "start": 3, "end": 9}
CHECK = {"when": "2026-03-02T08:00:00+00:00", "user": "wu", "text": "增长5%", "sources": []}
CALL = {
    **{"when": "2026-03-03T08:00:00+00:00", "key": "dify", "door": "ask", "asked": "增速"},
    **{"outcome": "answered", "sources": [SOURCE]},
}


def noted(home: Path) -> None:
    audit.note(home, audit.Act(EIGHT, "li", "asked", "目标\n是多少", (SOURCE,)))
    journal.append(home / "checks.jsonl", CHECK)
    journal.append(home / "api.jsonl", CALL)


def shown(home: Path, *arguments: str) -> list[str]:
    result = CliRunner().invoke(app, ["audit", *arguments, "--home", str(home)])
    assert result.exit_code == 0, result.exception
    return result.stdout.splitlines()


def test_the_log_is_its_owners_alone_and_only_grows(tmp_path: Path) -> None:
    noted(tmp_path)
    before = (tmp_path / audit.FILE).read_bytes()
    audit.note(tmp_path, audit.Act(EIGHT, "li", "signed_out"))
    assert (tmp_path / audit.FILE).read_bytes().startswith(before)
    assert stat.S_IMODE((tmp_path / audit.FILE).stat().st_mode) == 0o600


def test_people_checks_and_programs_are_read_in_one(tmp_path: Path) -> None:
    noted(tmp_path)
    told = [line.split("\t")[1:] for line in shown(tmp_path)]
    assert told == [
        ["li", "asked", "目标 是多少"],
        ["wu", "check", "增长5%"],
        ["key:dify", "api:ask", "增速"],
    ]


def test_who_is_signed_in_is_named_also_at_the_doors_for_programs(tmp_path: Path) -> None:
    journal.append(tmp_path / "api.jsonl", {**CALL, "key": f"{audit.SIGNED_IN}li"})
    assert shown(tmp_path)[0].split("\t")[1:3] == ["li", "api:ask"]


def test_it_is_narrowed_to_a_user_and_from_a_day(tmp_path: Path) -> None:
    noted(tmp_path)
    (line,) = shown(tmp_path, "--user", "li", "--json")
    assert json.loads(line)["sources"] == [SOURCE]
    assert len(shown(tmp_path, "--since", "2026-03-02")) == 2


def test_a_line_half_written_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / audit.FILE).write_text('{"when": "2026', encoding="utf-8")
    noted(tmp_path)
    assert len(shown(tmp_path)) == 3


def test_it_is_off_by_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENGWEN_LOG_AUDIT", "false")
    CliRunner().invoke(app, ["keys", "add", "dify", "--home", str(tmp_path)])
    assert not (tmp_path / audit.FILE).exists()
    audit.note(None, audit.Act(EIGHT, "li", "asked"))


def test_a_log_that_cannot_be_written_keeps_nobody_from_working(tmp_path: Path) -> None:
    audit.note(tmp_path / "gone", audit.Act(EIGHT, "li", "asked"))
