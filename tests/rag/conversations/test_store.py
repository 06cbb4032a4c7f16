"""Conversations on disk: as they were, of one person only, never half written, never a path."""

import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.errors import UserError
from index.types import Scope
from rag.conversations.store import Conversations
from rag.conversations.types import Exchanged
from rag.types import Question, Turn
from tests.rag.export.answers import REFUSED, SAID

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
SCOPE = Scope(places=("云泽",), years=(2025,))
TALK = (
    Exchanged(Question("两地\n目标", id="a1"), SAID, "done", thumb="down", reason="incomplete"),
    Exchanged(Question("海呢", (Turn("user", "两地"),), SCOPE), REFUSED, "stopped"),
    Exchanged(Question("坏"), None, "failed", "坏了。"),
)


@pytest.fixture
def kept(tmp_path: Path) -> Conversations:
    return Conversations(tmp_path / "conversations")


def files(kept: Conversations) -> list[Path]:
    return sorted(path for path in kept.folder.rglob("*") if path.is_file())


def test_a_conversation_is_read_as_it_was_but_for_what_stands_above(kept: Conversations) -> None:
    head = kept.keep("li", "", TALK, NOW)
    assert head.title == "两地 目标"
    found = kept.read("li", head.id)
    alone = replace(TALK[1], question=replace(TALK[1].question, history=()))
    assert found.exchanges == (TALK[0], alone, TALK[2])
    assert found.head == head
    assert kept.listed("li").heads == (head,)


def test_what_is_kept_again_keeps_its_title_and_its_beginning(kept: Conversations) -> None:
    first = kept.keep("li", "", TALK[:1], NOW)
    other = kept.keep("li", "", TALK[2:], NOW + timedelta(minutes=1))
    kept.rename("li", first.id, "  我的\n对话 ")
    again = kept.keep("li", first.id, TALK, NOW + timedelta(hours=1))
    assert (again.title, again.began) == ("我的 对话", NOW)
    assert [head.id for head in kept.listed("li").heads] == [first.id, other.id]
    kept.rename("li", first.id, "   ")
    assert kept.read("li", first.id).head.title == "我的 对话"


def test_nobody_sees_or_touches_the_conversations_of_another(kept: Conversations) -> None:
    head = kept.keep("li", "", TALK, NOW)
    for other in ("", "LI", "../li", "li/"):
        assert kept.listed(other).heads == ()
        with pytest.raises(UserError, match="已经删除"):
            kept.read(other, head.id)
        kept.remove(other, head.id)
    assert kept.listed("li").heads == (head,)
    kept.remove("li", head.id)
    kept.remove("li", head.id)
    assert files(kept) == []


@pytest.mark.parametrize("id_", ["", "..", "../x", "A" * 32, "0" * 31, "0" * 32 + "\n"])
def test_what_is_no_id_is_refused(kept: Conversations, id_: str) -> None:
    for act in (kept.read, kept.remove):
        with pytest.raises(UserError, match="没有这个对话"):
            act("li", id_)


def test_files_are_private_and_named_after_nobody(kept: Conversations) -> None:
    kept.keep("../../李\x00", "", TALK, NOW)
    (path,) = files(kept)
    assert path.relative_to(kept.folder).as_posix().isascii()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_broken_file_is_counted_and_told_and_hides_no_other(kept: Conversations) -> None:
    good, bad = kept.keep("li", "", TALK, NOW), kept.keep("li", "", TALK, NOW)
    path = next(path for path in files(kept) if path.stem == bad.id)
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole[:-40], encoding="utf-8")
    with pytest.raises(UserError, match="坏了"):
        kept.read("li", bad.id)
    path.write_text("", encoding="utf-8")
    assert (kept.listed("li").heads, kept.listed("li").broken) == ((good,), 1)
    path.write_bytes(b"\xff\xfe")
    assert kept.listed("li").broken == 1
    path.write_text(whole.replace(bad.id, good.id), encoding="utf-8")
    assert kept.listed("li").broken == 1


def test_nothing_stays_of_what_could_not_be_written(kept: Conversations) -> None:
    head = kept.keep("li", "", TALK[:1], NOW)
    path = files(kept)[0]
    path.unlink()
    path.mkdir()
    with pytest.raises(IsADirectoryError):
        kept.keep("li", head.id, TALK, NOW)
    assert files(kept) == []
