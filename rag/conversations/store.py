"""Conversations on disk: JSON lines, the head first, then an exchange a line.

No name on disk comes from a person: a folder is called after the hash of the user's name, a file
after the random id of its conversation. A file is written whole beside the old one and then put in
its place, so that a restart loses nothing and leaves nothing half done.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

from pydantic import TypeAdapter

from corpus.errors import UserError
from rag.conversations.types import Conversation, Exchanged, Head, Listed
from rag.json import one_line

_ID = re.compile(r"[0-9a-f]{32}")
_ENDING = ".jsonl"
_TITLE = 60
_QUESTION = 200
_KNOWN = 10_000
"""How many heads are held in memory, a few hundred bytes each."""


@dataclass(frozen=True, slots=True)
class Conversations:
    """The conversations of all users under one folder, which is made when the first is kept."""

    folder: Path

    def listed(self, user: str) -> Listed:
        """The heads of a user's conversations; a file that cannot be read is only counted."""
        heads: list[Head] = []
        broken = 0
        for path in self._own(user).glob(f"*{_ENDING}"):
            try:
                heads.append(_head(path))
            except (OSError, ValueError):
                broken += path.exists()
        return Listed(tuple(sorted(heads, key=lambda one: one.changed, reverse=True)), broken)

    def read(self, user: str, id_: str) -> Conversation:
        """A conversation of this user. ``UserError`` where there is none, or it is broken."""
        path = self._path(user, id_)
        try:
            lines = path.read_text(encoding="utf-8").strip("\n").split("\n")
            exchanges = tuple(_exchanges().validate_json(line) for line in lines[1:])
            return Conversation(_head(path), exchanges)
        except FileNotFoundError:
            raise UserError("这个对话已经删除了。") from None
        except (OSError, ValueError):
            raise UserError(f"这个对话的文件坏了，打不开：{path}。") from None

    def keep(self, user: str, id_: str, exchanges: Sequence[Exchanged], now: datetime) -> Head:
        """Writes a conversation, a new one where ``id_`` is empty; its title is the first question
        unless it was renamed. What was removed meanwhile is there again. ``now`` is in UTC."""
        before = self._before(user, id_) if id_ else None
        asked = tuple(one.question.text[:_QUESTION] for one in exchanges)
        title = " ".join(asked[0].split())[:_TITLE] if asked else ""
        head = Head(id_ or token_hex(16), title, now, now, asked)
        if before:
            head = replace(head, title=before.title, began=before.began)
        self._write(user, Conversation(head, tuple(exchanges)))
        return head

    def rename(self, user: str, id_: str, title: str) -> None:
        """Another title, cut to what a list can show; an empty one changes nothing."""
        named = " ".join(title.split())[:_TITLE]
        if named:
            kept = self.read(user, id_)
            self._write(user, replace(kept, head=replace(kept.head, title=named)))

    def remove(self, user: str, id_: str) -> None:
        """Removes a conversation for good; one that is gone is no error."""
        self._path(user, id_).unlink(missing_ok=True)

    def _before(self, user: str, id_: str) -> Head | None:
        try:
            return _head(self._path(user, id_))
        except (OSError, ValueError):
            return None

    def _write(self, user: str, kept: Conversation) -> None:
        path = self._path(user, kept.head.id)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        beside = path.with_name(f"{kept.head.id}.{token_hex(4)}.part")
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as f:
                f.write("".join(f"{line}\n" for line in _lines(kept)).encode())
                f.flush()
                os.fsync(f.fileno())
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)

    def _own(self, user: str) -> Path:
        return self.folder / sha256(user.encode("utf-8", "replace")).hexdigest()[:32]

    def _path(self, user: str, id_: str) -> Path:
        """The file of a conversation. Raises ``UserError`` for what is no id: it may come from
        anywhere."""
        if not _ID.fullmatch(id_):
            raise UserError("没有这个对话。")
        return self._own(user) / f"{id_}{_ENDING}"


def _lines(kept: Conversation) -> Iterator[str]:
    """A conversation as lines of JSON. What was said before a question is not kept with it: it
    stands in the lines above."""
    yield one_line(_heads().dump_python(kept.head, mode="json"))
    for one in kept.exchanges:
        alone = replace(one, question=replace(one.question, history=()))
        yield one_line(_exchanges().dump_python(alone, mode="json"))


def _head(path: Path) -> Head:
    """The first line of a file. Raises ValueError where it is no head, or that of another."""
    now = path.stat()
    return _read_head(path, now.st_ino, now.st_mtime_ns)


@lru_cache(maxsize=_KNOWN)
def _read_head(path: Path, inode: int, written: int) -> Head:
    """The same, read once a file: each time one is written it is another file."""
    with path.open(encoding="utf-8") as file:
        head: Head = _heads().validate_json(file.readline())
    if head.id != path.name.removesuffix(_ENDING):
        raise ValueError(path)
    return head


@cache
def _heads() -> TypeAdapter[Any]:
    return TypeAdapter(Head)


@cache
def _exchanges() -> TypeAdapter[Any]:
    return TypeAdapter(Exchanged)
