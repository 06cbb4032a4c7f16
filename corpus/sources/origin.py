"""Where a file was fetched from: what its note says, if it still speaks of the file as it is."""

import hashlib
import json
from pathlib import Path

_LARGEST = 64 * 1024
_LONGEST = 2000


def note_of(path: Path) -> Path:
    """Where the note of a file lies: FILE.json beside FILE."""
    return path.with_name(f"{path.name}.json")


def is_note(path: Path) -> bool:
    """Whether a file is the note of the file beside it, and no document."""
    file = path.with_suffix("")
    if path.suffix != ".json" or not file.is_file():
        return False
    try:
        with file.open("rb") as opened:
            return bool(url_of(file, hashlib.file_digest(opened, "sha256").hexdigest()))
    except OSError:
        return False


def url_of(path: Path, digest: str) -> str:
    """The address in the note of a file with this SHA-256; empty where there is no such note."""
    note = note_of(path)
    try:
        if note.stat().st_size > _LARGEST:
            return ""
        told = json.loads(note.read_text(encoding="utf-8"))
        url, sha256 = str(told["url"]), told["sha256"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ""
    plain = url.isprintable() and not any(map(str.isspace, url)) and len(url) <= _LONGEST
    ours = bool(digest) and sha256 == digest
    return url if ours and plain and url.startswith(("http://", "https://")) else ""
