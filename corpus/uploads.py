"""The files that a library keeps itself: those that people upload.

HOME/uploads/NAME               the file as it now is, under a safe name
HOME/uploads/.earlier/DIGEST/   the versions of it before, each under the same name
HOME/uploads/.change.json       what a change is about to put there, until it is done
HOME/uploads/.incoming/         files on their way

Whoever changes it holds the lock of the home. A change that was broken off is undone by the next.
"""

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path, PurePosixPath

from corpus.errors import UserError

_LONGEST = 180
"""Bytes of a stem: with its ending and what is put before it, a name stays below 255."""

_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_UNSEEN = {"Cc", "Cf", "Co", "Cs"}
_DEVICES = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)")
_NAMELESS = "未命名"


@dataclass(frozen=True, slots=True)
class Placed:
    """A file that is put into the folder. ``was`` is the digest of the version that had the name
    before, empty for a new file."""

    name: str
    digest: str
    was: str = ""


def folder(home: Path) -> Path:
    """Where the uploads of a home lie."""
    return home.resolve() / "uploads"


def safe_name(given: str) -> str:
    """A name that stands for a file on any system and leads nowhere: the last part of a path,
    without what is forbidden, hidden or unseen, not too long; its ending stays.

    >>> safe_name("..\\\\..\\\\etc/报告：<b>.docx")
    '报告：_b_.docx'
    """
    name = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    name = "".join(char for char in name if unicodedata.category(char) not in _UNSEEN)
    name = _FORBIDDEN.sub("_", name).lstrip(".~$ ").rstrip(". ")
    path = PurePosixPath(name or _NAMELESS)
    stem, suffix = path.stem, path.suffix
    if len(suffix) > 12:
        stem, suffix = path.name, ""
    if _DEVICES.fullmatch(stem):
        stem = f"_{stem}"
    return _cut(stem).rstrip() + suffix


def free_names(name: str) -> Iterator[str]:
    """A name and those that stand for it where it is taken: 报告.docx, 报告-2.docx, …

    >>> from itertools import islice
    >>> list(islice(free_names("报告.docx"), 3))
    ['报告.docx', '报告-2.docx', '报告-3.docx']
    """
    path = PurePosixPath(name)
    yield name
    for number in count(2):
        yield f"{path.stem}-{number}{path.suffix}"


def earlier(home: Path, name: str, version: str) -> Path:
    """Where an earlier version of an upload lies, by the digest of its bytes."""
    return folder(home) / ".earlier" / version / name


def arrived(home: Path, path: Path, number: int, name: str) -> Path:
    """Where a file lies under its safe name once it is moved next to the folder, to be looked at.

    ``finish`` has to be called in the end. Raises ``UserError`` where nothing can be written.
    """
    with _told(home):
        place = _incoming(home) / str(number)
        place.mkdir(parents=True, exist_ok=True)
        return Path(shutil.move(path, place / name))


def keep(home: Path, files: Sequence[tuple[Path, Placed]]) -> None:
    """Moves files that arrived into the folder, under names that are free or whose file is an
    earlier version.

    What is about to be done is noted first. ``finish`` has to be called after it, whatever comes
    of it. Raises ``UserError`` where nothing can be written.
    """
    with _told(home):
        _incoming(home).mkdir(parents=True, exist_ok=True)
        _note(home, [placed for _, placed in files])
        for path, placed in files:
            if placed.was:
                _set_aside(home, placed)
            os.replace(path, folder(home) / placed.name)


def finish(home: Path, held: Callable[[Placed], bool]) -> None:
    """Ends a change, also one that was broken off: what the library does not hold is taken out,
    and the version before it put back."""
    for placed in _noted(home):
        if not held(placed):
            _undo(home, placed)
    shutil.rmtree(_incoming(home), ignore_errors=True)
    _change(home).unlink(missing_ok=True)


def unfinished(home: Path) -> bool:
    """Whether a change was broken off."""
    return _change(home).exists() or _incoming(home).exists()


@contextmanager
def _told(home: Path) -> Iterator[None]:
    """What goes wrong on the disk, as a sentence."""
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise UserError(f"文件存不进 {folder(home)}：{why}；请检查权限和磁盘空间。") from None


def _undo(home: Path, placed: Placed) -> None:
    path = folder(home) / placed.name
    before = earlier(home, placed.name, placed.was)
    if not placed.was:
        path.unlink(missing_ok=True)
    elif before.is_file():
        os.replace(before, path)


def _set_aside(home: Path, placed: Placed) -> None:
    """The file that has the name is kept as an earlier version, whole or not at all."""
    kept = earlier(home, placed.name, placed.was)
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside = _incoming(home) / f"{placed.was}.earlier"
    shutil.copyfile(folder(home) / placed.name, beside)
    os.replace(beside, kept)


def _note(home: Path, change: Sequence[Placed]) -> None:
    beside = _incoming(home) / "change.json"
    beside.write_text(
        json.dumps([asdict(one) for one in change], ensure_ascii=False), encoding="utf-8"
    )
    os.replace(beside, _change(home))


def _noted(home: Path) -> list[Placed]:
    try:
        return [Placed(**one) for one in json.loads(_change(home).read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return []


def _change(home: Path) -> Path:
    return folder(home) / ".change.json"


def _incoming(home: Path) -> Path:
    return folder(home) / ".incoming"


def _cut(stem: str) -> str:
    """A stem of at most so many bytes, whole characters of it."""
    return stem.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore")
