"""Files of one JSON object a line that are only ever added to, by several writers at once."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from filelock import FileLock

from rag.json import one_line
from rag.private import opener

PATIENCE_SECONDS = 5.0
"""How long another writer of the same file is waited for."""


def append(path: Path, *entries: Mapping[str, Any], lasting: bool = False) -> None:
    """Adds each entry to the file as a line of its own; nothing that stands there is touched.

    What is ``lasting`` is on the disk when this returns, in a file that only its owner can read.
    Raises OSError where the file cannot be written or another writer does not let go of it.
    """
    lines = b"".join(f"{one_line(fields)}\n".encode() for fields in entries)
    if not lines:
        return
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=PATIENCE_SECONDS)
    with lock, open(path, "a+b", opener=opener if lasting else None) as file:
        file.write(lines if _at_line_start(file) else b"\n" + lines)
        if lasting:
            file.flush()
            os.fsync(file.fileno())


def _at_line_start(file: BinaryIO) -> bool:
    """Whether what is written next begins a line: a hand may have left the last one open."""
    if file.seek(0, os.SEEK_END) == 0:
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"
