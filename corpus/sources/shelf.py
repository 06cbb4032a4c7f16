"""Where originals are kept: whole files, a note beside each, and a memory of what was asked.

FOLDER/2025年北京市政府工作报告.html         as it came
FOLDER/2025年北京市政府工作报告.html.json    its note: url, title, publisher, fetched_at, sha256 …
FOLDER/.zhengwen-sources.json                what was asked for, so that it is not fetched twice
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import Busy, UserError
from corpus.sources.origin import note_of
from corpus.sources.types import Status

STATE = ".zhengwen-sources.json"
_LOCK = ".zhengwen-sources.lock"
_PART = ".part"


@dataclass(frozen=True, slots=True)
class Record:
    """An answer that is remembered: a file that was kept, or the ``reason`` why none was.

    ``url`` is the address that was asked for; ``etag`` and ``modified`` are its validators.
    """

    url: str
    source: str
    year: int | None
    file: str = ""
    sha256: str = ""
    reason: str = ""
    etag: str = ""
    modified: str = ""

    @property
    def condition(self) -> dict[str, str]:
        """The headers that ask for the page only if it is another one now."""
        sent = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in sent.items() if value}


class Shelf:
    """A folder of originals. Made by ``opened``, which sees to it that nobody else writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._records = _records(folder / STATE)

    def record(self, url: str) -> Record | None:
        """What is remembered of an address, unless its file is gone or was changed by hand."""
        found = self._records.get(url)
        if found and found.file and _digest(self.folder / found.file) != found.sha256:
            return None
        return found

    def reports(self, source: str) -> tuple[Record, ...]:
        """The files that are kept of a source, the newest year first."""
        mine = [r for r in self._records.values() if r.source == source and r.file and r.year]
        return tuple(sorted(mine, key=lambda r: -(r.year or 0)))

    def keep(self, record: Record, body: bytes, note: Mapping[str, object]) -> Status:
        """Puts a report on the shelf. A file that we did not write, or not so, is left alone.

        The note goes first, then the file, then the memory: whenever this is interrupted, the
        file is whole, and the next run knows it as ours.
        """
        path = self.folder / record.file
        before = _digest(path)
        if before == record.sha256:
            status: Status = "unchanged"
        elif not before:
            status = "saved"
        elif before in self._ours(record.file):
            status = "updated"
        else:
            return "kept"
        if status != "unchanged" or not note_of(path).is_file():
            _write(note_of(path), _json(note))
        if status != "unchanged":
            _write(path, body)
        self.remember(record)
        return status

    def remember(self, record: Record) -> None:
        self._records[record.url] = record
        entries = [asdict(self._records[url]) for url in sorted(self._records)]
        _write(self.folder / STATE, _json({"version": 1, "pages": entries}))

    def _ours(self, file: str) -> set[str]:
        """The digests under which we wrote a file, by the memory and by its note."""
        known = {record.sha256 for record in self._records.values() if record.file == file}
        with suppress(OSError, ValueError, AttributeError):
            note = json.loads(note_of(self.folder / file).read_text(encoding="utf-8"))
            known.add(str(note.get("sha256")))
        return known


@contextmanager
def opened(folder: Path) -> Iterator[Shelf]:
    """The shelf at ``folder``, for one writer. Raises ``Busy`` where another run holds it."""
    lock = FileLock(folder / _LOCK, timeout=1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise Busy(f"另一个 zhengwen sources fetch 正在写 {folder}；请等它结束后再试。") from None
    except OSError as error:
        raise UserError(f"写不了文件夹 {folder}：{error.strerror or error}。") from None
    try:
        for part in folder.glob(f".*{_PART}"):
            part.unlink(missing_ok=True)
        yield Shelf(folder)
    finally:
        lock.release()


def digest(body: bytes) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    return hashlib.sha256(body).hexdigest()


def _records(path: Path) -> dict[str, Record]:
    """What is remembered; nothing if the memory is lost or damaged, the files have notes."""
    try:
        pages = json.loads(path.read_text(encoding="utf-8"))["pages"]
        return {page["url"]: Record(**page) for page in pages}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _digest(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise UserError(f"读不了 {path}：{error.strerror or error}。") from None


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _write(path: Path, data: bytes) -> None:
    """Writes a file so that there is the old one or the new one, never half of it."""
    part = path.with_name(f".{path.name}{_PART}")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise UserError(f"写不了 {path}：{error.strerror or error}。") from None
    finally:
        part.unlink(missing_ok=True)
