"""The catalogue: which files a library has seen, when, and what became of them. All SQL is here.

It is a record for people. The generation on disk says what is searched; each run that writes one
brings the catalogue up to it, so a run that broke off in between is made good by the next.
"""

import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Literal

from corpus.errors import UserError

Status = Literal["current", "superseded", "removed", "refused"]

_VERSION = 1
_SCHEMA = (
    "CREATE TABLE documents (source TEXT PRIMARY KEY, root TEXT, path TEXT, digest TEXT,"
    " added TEXT, changed TEXT, status TEXT, reason TEXT)",
    "CREATE TABLE versions (source TEXT, digest TEXT, read TEXT)",
    f"PRAGMA user_version = {_VERSION}",
)


@dataclass(frozen=True, slots=True)
class Record:
    """A file. ``added`` is when it was first seen, ``changed`` when this digest was first read,
    both in local time (2026-03-01T08:30:00); ``reason`` says why it is not simply current."""

    source: str
    root: str
    path: str
    digest: str
    added: str = ""
    changed: str = ""
    status: Status = "current"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A reading of a source: the digest of its bytes and when that was read."""

    source: str
    digest: str
    read: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Records by source, versions from the oldest. ``fault`` says why it could not be read."""

    records: tuple[Record, ...] = ()
    versions: tuple[Version, ...] = ()
    fault: str = ""

    def of(self, source: str) -> Record | None:
        """The record of a source."""
        return next((record for record in self.records if record.source == source), None)

    def history(self, source: str) -> tuple[Version, ...]:
        """The readings of a source, the oldest first."""
        return tuple(version for version in self.versions if version.source == source)


def file(home: Path) -> Path:
    """Where the catalogue of a home lies."""
    return home / "catalogue.sqlite"


def reconciled(
    before: Catalogue,
    now: str,
    seen: Sequence[Record],
    tried: Callable[[Record], bool] = lambda record: False,
    gone: Mapping[str, str] | None = None,
) -> Catalogue:
    """The catalogue after a run.

    ``seen`` are the files as they now stand, of whatever status, without times; ``tried`` says
    whether the run looked for a file; ``gone`` has reasons for what was removed. What was
    refused stays refused until it is tried again.
    """
    known = {record.source: record for record in before.records}
    present = {record.source for record in seen}
    records = [_dated(record, known.get(record.source), now) for record in seen]
    for source in known.keys() - present:
        records.append(_absent(known[source], tried(known[source]), (gone or {}).get(source, "")))
    versions = list(before.versions)
    last = {version.source: version.digest for version in versions}
    for record in sorted(seen, key=lambda record: record.source):
        if record.status != "refused" and last.get(record.source) != record.digest:
            versions.append(Version(record.source, record.digest, now))
    return Catalogue(tuple(sorted(records, key=lambda r: r.source)), tuple(versions))


def _dated(record: Record, old: Record | None, now: str) -> Record:
    if old is None:
        return replace(record, added=now, changed=now)
    changed = old.changed if old.digest == record.digest else now
    return replace(record, added=old.added, changed=changed)


def _absent(record: Record, tried: bool, reason: str) -> Record:
    untouched = record.status == "refused" and not tried
    if not reason and (untouched or record.status == "removed"):
        return record
    return replace(record, status="removed", reason=reason or "已不在文库里")


def load(home: Path) -> Catalogue:
    """The catalogue of a home; one that is missing or damaged is empty, with its fault named."""
    path = file(home)
    if not path.is_file():
        return Catalogue(fault=f"台账 {path} 不在")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as base:
            [(version,)] = base.execute("PRAGMA user_version")
            if version != _VERSION:
                return Catalogue(fault=f"台账 {path} 是版本 {version}，现在是 {_VERSION}")
            documents = base.execute("SELECT * FROM documents ORDER BY source").fetchall()
            versions = base.execute("SELECT * FROM versions ORDER BY rowid").fetchall()
    except sqlite3.Error as error:
        return Catalogue(fault=f"台账 {path} 已损坏（{error}）")
    return Catalogue(
        tuple(Record(*row) for row in documents), tuple(Version(*row) for row in versions)
    )


def save(home: Path, catalogue: Catalogue) -> None:
    """Writes the catalogue in one transaction. A damaged one is set aside, not overwritten.

    Raises ``UserError`` where it cannot be written.
    """
    path = file(home)
    try:
        if path.exists() and load(home).fault:
            os.replace(path, path.with_suffix(".damaged"))
        with closing(sqlite3.connect(path)) as base, base:
            _write(base, catalogue)
    except (OSError, sqlite3.Error) as error:
        raise UserError(f"台账写不进 {path}：{error}。") from None


def _write(base: sqlite3.Connection, catalogue: Catalogue) -> None:
    base.execute("BEGIN IMMEDIATE")
    [(version,)] = base.execute("PRAGMA user_version")
    if not version:
        for statement in _SCHEMA:
            base.execute(statement)
    base.execute("DELETE FROM documents")
    base.execute("DELETE FROM versions")
    records = [astuple(record) for record in catalogue.records]
    base.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", records)
    versions = [astuple(version) for version in catalogue.versions]
    base.executemany("INSERT INTO versions VALUES (?, ?, ?)", versions)
