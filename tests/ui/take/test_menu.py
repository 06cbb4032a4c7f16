"""Answers as files: which forms are offered, and the link that holds the file."""

import re
from base64 import b64decode
from datetime import UTC, datetime

import pytest

from rag.export.forms import FORMS
from rag.types import Question
from tests.ui.fakes import HOSTILE_ANSWER, SIX, TABLE
from ui import words
from ui.take.menu import answers, file_name, link, menu
from ui.types import Exchange

WHEN = datetime(2026, 3, 1, tzinfo=UTC)


def test_only_a_table_can_be_taken_as_a_table() -> None:
    assert re.findall(r'data-form="(\w+)"', menu(SIX, 0, "zh")) == ["word", "markdown"] * 2
    assert re.findall(r'data-form="(\w+)"', menu(TABLE, 0, "en")) == [*FORMS, "word", "markdown"]
    assert set(words.take_as) == set(FORMS)


@pytest.mark.parametrize(
    ("exchange", "taken"),
    [("", (SIX, TABLE)), ("0", (SIX,)), ("1", ()), ("3", ())],
    ids=["all", "one", "failed", "working"],
)
def test_only_what_was_answered_is_taken(exchange: str, taken: tuple[object, ...]) -> None:
    talk = (
        Exchange(Question(SIX.question), SIX, "done"),
        Exchange(Question("坏"), None, "failed", "坏了"),
        Exchange(Question(TABLE.question), TABLE, "stopped"),
        Exchange(Question("慢"), SIX, "working"),
    )
    assert answers(talk, exchange) == taken


@pytest.mark.parametrize("form", FORMS)
def test_the_link_holds_the_file(form: str) -> None:
    html = link((TABLE,), form, WHEN)
    assert f'download="历年GDP目标{FORMS[form].suffix}"' in html
    data = re.search(r'base64,([^"]+)"', html)
    assert data is not None
    assert len(b64decode(data[1])) > 100


def test_a_question_makes_a_name_that_every_system_takes() -> None:
    assert file_name('../a\\b:"c"?', ".md") == "abc.md"
    assert file_name("？？", ".md") == "答案.md"
    assert "<img" not in link((HOSTILE_ANSWER,), "markdown", WHEN)
