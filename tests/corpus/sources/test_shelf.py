"""The shelf: whole files, notes beside them, and nothing of others overwritten."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import Busy
from corpus.sources.shelf import STATE, Record, Shelf, digest, opened

BODY, NEWER = "一".encode(), "二".encode()
RECORD = Record("u", "jia", 2025, "甲.html", digest(BODY), etag='"1"')


def note(body: bytes) -> Mapping[str, object]:
    return {"url": "u", "sha256": digest(body)}


def test_a_report_is_saved_kept_and_updated(shelf: Shelf) -> None:
    newer = replace(RECORD, sha256=digest(NEWER))
    assert shelf.keep(RECORD, BODY, note(BODY)) == "saved"
    assert shelf.keep(RECORD, BODY, note(BODY)) == "unchanged"
    assert shelf.keep(newer, NEWER, note(NEWER)) == "updated"
    assert (shelf.folder / "甲.html").read_bytes() == NEWER
    assert json.loads((shelf.folder / "甲.html.json").read_text("utf-8"))["sha256"] == newer.sha256


def test_what_was_asked_is_remembered_by_the_next_run(tmp_path: Path) -> None:
    with opened(tmp_path) as shelf:
        shelf.keep(RECORD, BODY, note(BODY))
    with opened(tmp_path) as shelf:
        assert shelf.record("u") == RECORD
        assert shelf.reports("jia") == (RECORD,)
        assert shelf.reports("yi") == ()


def test_a_file_that_is_gone_or_edited_is_not_remembered(shelf: Shelf) -> None:
    shelf.keep(RECORD, BODY, note(BODY))
    (shelf.folder / "甲.html").write_bytes(b"edited")
    assert shelf.record("u") is None
    (shelf.folder / "甲.html").unlink()
    assert shelf.record("u") is None


def test_a_file_that_was_edited_or_is_not_ours_is_left_alone(shelf: Shelf) -> None:
    (shelf.folder / "甲.html").write_bytes(b"mine")
    assert shelf.keep(RECORD, BODY, note(BODY)) == "kept"
    assert (shelf.folder / "甲.html").read_bytes() == b"mine"
    assert not (shelf.folder / "甲.html.json").exists()


@pytest.mark.parametrize("memory", ["", "{", "[]", '{"pages": [{"colour": 1}]}'])
def test_without_its_memory_it_knows_its_files_by_their_notes(tmp_path: Path, memory: str) -> None:
    with opened(tmp_path) as shelf:
        shelf.keep(RECORD, BODY, note(BODY))
    (tmp_path / STATE).write_text(memory)
    with opened(tmp_path) as shelf:
        assert shelf.record("u") is None
        newer = replace(RECORD, sha256=digest(NEWER))
        assert shelf.keep(newer, NEWER, note(NEWER)) == "updated"


def test_an_interruption_between_note_and_file_loses_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as shelf:
        shelf.keep(RECORD, BODY, note(BODY))
    (tmp_path / "甲.html.json").write_text(json.dumps(note(NEWER)))
    with opened(tmp_path) as shelf:
        assert shelf.record("u") == RECORD
        newer = replace(RECORD, sha256=digest(NEWER))
        assert shelf.keep(newer, NEWER, note(NEWER)) == "updated"


def test_half_files_of_an_interrupted_run_are_removed(tmp_path: Path) -> None:
    (tmp_path / ".甲.html.part").write_bytes(b"half")
    with opened(tmp_path) as shelf:
        shelf.keep(RECORD, BODY, note(BODY))
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.endswith(".part")) == []


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    with (
        opened(tmp_path),
        pytest.raises(Busy, match="另一个 zhengwen sources fetch"),
        opened(tmp_path),
    ):
        pass
