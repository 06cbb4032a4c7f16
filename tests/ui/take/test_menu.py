"""Answers as files: which forms are offered, and the link that holds the file."""

import re
from base64 import b64decode
from datetime import UTC, datetime

import pytest

from rag.export.forms import FORMS
from tests.ui.fakes import HOSTILE_ANSWER, SIX, TABLE
from ui import words
from ui.take.menu import file_name, link, menu

WHEN = datetime(2026, 3, 1, tzinfo=UTC)


def test_only_a_table_can_be_taken_as_a_table() -> None:
    assert re.findall(r'data-form="(\w+)"', menu(SIX, 0, "zh")) == ["word", "markdown"]
    assert re.findall(r'data-form="(\w+)"', menu(TABLE, 0, "en")) == list(FORMS)
    assert set(words.take_as) == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_the_link_holds_the_file(form: str) -> None:
    html = link(TABLE, form, WHEN)
    assert f'download="历年GDP目标{FORMS[form].suffix}"' in html
    data = re.search(r'base64,([^"]+)"', html)
    assert data is not None
    assert len(b64decode(data[1])) > 100


def test_a_question_makes_a_name_that_every_system_takes() -> None:
    assert file_name('../a\\b:"c"?', ".md") == "abc.md"
    assert file_name("？？", ".md") == "答案.md"
    assert "<img" not in link(HOSTILE_ANSWER, "markdown", WHEN)
