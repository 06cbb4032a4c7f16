"""The catalogue: what a run makes of it, what is kept, what happens when it is damaged."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import catalogue
from corpus.catalogue import Catalogue, Record, Version, reconciled
from corpus.errors import UserError

A = Record("甲.txt", "/库", "/库/甲.txt", "aaa")
B = Record("乙.txt", "/库", "/库/乙.txt", "bbb")
REFUSED = Record("坏.pdf", "/库", "/库/坏.pdf", "ccc", status="refused", reason="坏.pdf 读不了。")
DAY = [f"2026-03-0{day}T08:00:00" for day in range(1, 6)]


def everywhere(record: Record) -> bool:
    return True


def dated(record: Record, added: str, changed: str = "") -> Record:
    return replace(record, added=added, changed=changed or added)


def test_a_first_run_adds_every_file() -> None:
    assert reconciled(Catalogue(), DAY[0], [B, A, REFUSED]) == Catalogue(
        (dated(B, DAY[0]), dated(REFUSED, DAY[0]), dated(A, DAY[0])),
        (Version("乙.txt", "bbb", DAY[0]), Version("甲.txt", "aaa", DAY[0])),
    )


def test_a_run_that_finds_nothing_new_changes_nothing() -> None:
    first = reconciled(Catalogue(), DAY[0], [A, B, REFUSED])
    assert reconciled(first, DAY[1], [A, B, REFUSED], everywhere) == first


def test_a_changed_file_keeps_its_history() -> None:
    first = reconciled(Catalogue(), DAY[0], [A])
    second = reconciled(first, DAY[1], [replace(A, digest="a2")])
    assert second.of("甲.txt") == dated(replace(A, digest="a2"), DAY[0], DAY[1])
    assert [(v.digest, v.read) for v in second.history("甲.txt")] == [
        ("aaa", DAY[0]),
        ("a2", DAY[1]),
    ]
    third = reconciled(second, DAY[2], [A])
    assert [v.digest for v in third.history("甲.txt")] == ["aaa", "a2", "aaa"]


def test_what_is_gone_stays_on_record_with_its_reason() -> None:
    first = reconciled(Catalogue(), DAY[0], [A, B])
    second = reconciled(first, DAY[1], [A], gone={"乙.txt": "由使用者移除"})
    assert second.of("乙.txt") == replace(dated(B, DAY[0]), status="removed", reason="由使用者移除")
    assert reconciled(second, DAY[2], [A], everywhere) == second
    back = reconciled(second, DAY[3], [A, B])
    assert back.of("乙.txt") == dated(B, DAY[0])
    assert back.versions == first.versions


def test_a_run_that_broke_off_before_the_catalogue_is_made_good() -> None:
    first = reconciled(Catalogue(), DAY[0], [A, B])
    repaired = reconciled(first, DAY[1], [replace(A, digest="a2")])
    missing = repaired.of("乙.txt")
    assert missing is not None
    assert (missing.status, missing.reason) == ("removed", "已不在文库里")


def test_what_was_refused_stays_so_until_it_is_tried_again() -> None:
    first = reconciled(Catalogue(), DAY[0], [A, REFUSED])
    assert reconciled(first, DAY[1], [A]).of("坏.pdf") == first.of("坏.pdf")
    tried = reconciled(first, DAY[1], [A], everywhere).of("坏.pdf")
    assert tried is not None
    assert tried.status == "removed"
    read = reconciled(first, DAY[1], [A, replace(REFUSED, status="current", reason="")])
    assert [v.source for v in read.versions] == ["甲.txt", "坏.pdf"]


def test_what_is_loaded_is_what_was_saved(tmp_path: Path) -> None:
    saved = reconciled(Catalogue(), DAY[0], [A, B, REFUSED])
    catalogue.save(tmp_path, saved)
    assert catalogue.load(tmp_path) == saved
    later = reconciled(saved, DAY[1], [replace(A, digest="a2")])
    catalogue.save(tmp_path, later)
    assert catalogue.load(tmp_path) == later
    assert [path.name for path in tmp_path.iterdir()] == ["catalogue.sqlite"]


def test_a_missing_catalogue_is_empty_and_says_so(tmp_path: Path) -> None:
    found = catalogue.load(tmp_path)
    assert (found.records, found.versions) == ((), ())
    assert found.fault.endswith("不在")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00"], ids="abc")
def test_a_damaged_catalogue_says_so_and_is_set_aside(tmp_path: Path, content: bytes) -> None:
    catalogue.file(tmp_path).write_bytes(content)
    assert catalogue.load(tmp_path).fault
    saved = reconciled(Catalogue(), DAY[0], [A])
    catalogue.save(tmp_path, saved)
    assert catalogue.load(tmp_path) == saved
    assert (tmp_path / "catalogue.damaged").read_bytes() == content


def test_a_truncated_catalogue_is_damaged(tmp_path: Path) -> None:
    many = [replace(A, source=f"{n}.txt", path="长" * 500) for n in range(50)]
    catalogue.save(tmp_path, reconciled(Catalogue(), DAY[0], many))
    path = catalogue.file(tmp_path)
    path.write_bytes(path.read_bytes()[:9000])
    assert "已损坏" in catalogue.load(tmp_path).fault


def test_a_catalogue_of_another_version_is_not_misread(tmp_path: Path) -> None:
    catalogue.save(tmp_path, reconciled(Catalogue(), DAY[0], [A]))
    with closing(sqlite3.connect(catalogue.file(tmp_path))) as base:
        base.execute("PRAGMA user_version = 99")
    assert "版本 99" in catalogue.load(tmp_path).fault


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^台账写不进 "):
        catalogue.save(tmp_path / "none", Catalogue())
