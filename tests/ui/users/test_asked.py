"""Questions are noted for who asked them, and only where somebody is signed in."""

from pathlib import Path

from rag import audit
from rag.types import Question
from rag.users.present import PRESENT, Person
from tests.ui.fakes import FakeChain
from ui.users.asked import Asked


def test_a_question_is_noted_with_what_was_cited(tmp_path: Path) -> None:
    before = PRESENT.set(Person("li", "reader"))
    try:
        list(Asked(FakeChain(), tmp_path).stream(Question("六大工程是哪些")))
        next(Asked(FakeChain(), tmp_path).stream(Question("停在半路")))
    finally:
        PRESENT.reset(before)
    first, second = audit.acts(tmp_path)
    assert (first.user, first.did, first.what) == ("li", "asked", "六大工程是哪些")
    assert first.sources[0]["source"]
    assert second.what == "停在半路"


def test_where_nobody_signs_in_nothing_is_noted(tmp_path: Path) -> None:
    list(Asked(FakeChain(), tmp_path).stream(Question("六大工程是哪些")))
    assert audit.acts(tmp_path) == ()
