"""The list of conversations as HTML, and what is kept turned back into what is shown."""

from dataclasses import replace
from datetime import UTC, datetime

from rag.conversations.types import Head, Listed
from rag.types import Question, Turn
from tests.ui.fakes import EVIL, SIX, TABLE
from ui.past import again
from ui.past.view import view
from ui.types import Exchange, Rating

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
ONE = Head("a" * 32, "六大工程", NOW, NOW, ("六大工程是哪些", "GDP 呢"))


def test_a_row_opens_its_conversation_and_is_found_by_each_question() -> None:
    html = view(Listed((ONE,)), ONE.id, "zh")
    assert "历史对话（1）" in html
    assert f'data-event="reopen" data-conversation="{"a" * 32}" aria-current="true"' in html
    assert 'data-found="六大工程\n六大工程是哪些\ngdp 呢"' in html
    assert '<details class="past">' in html
    assert '<details class="past" open>' in view(Listed((ONE,)), "", "en", unfolded=True)


def test_without_conversations_a_sentence_stands_there_and_broken_ones_are_told() -> None:
    html = view(Listed((), 2), "", "en")
    assert "No conversation yet." in html
    assert "Broken conversation files not listed: 2." in html
    assert "<input" not in html


def test_nothing_of_a_conversation_becomes_markup() -> None:
    evil = Head("b" * 32, EVIL, NOW, NOW, (EVIL,))
    assert "<img" not in view(Listed((evil,)), "", "zh")


def test_what_was_kept_is_shown_as_it_was() -> None:
    talk = (
        Exchange(Question(SIX.question), SIX, "done", rating=Rating("down", "incomplete")),
        Exchange(Question(TABLE.question), TABLE, "working"),
        Exchange(Question("坏"), None, "failed", "坏了"),
    )
    found = again.shown(again.kept(talk))
    assert [one.status for one in found] == ["done", "stopped", "failed"]
    assert found[0] == talk[0]
    assert found[1].question.history == (Turn("user", SIX.question), Turn("assistant", SIX.answer))
    assert replace(found[2], question=talk[2].question) == talk[2]
