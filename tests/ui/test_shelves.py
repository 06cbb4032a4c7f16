"""What stands on which shelf of an answer."""

from dataclasses import replace

from rag.types import Question
from tests.ui.fakes import GROWTH_2026, LOOKED, REFUSAL, RESULT, SIX, FakeLibrary
from ui.shelves import on_shelf, opened_on, passages
from ui.types import Exchange, Opened

ENTRIES = FakeLibrary().entries()
TALK = (Exchange(Question(LOOKED.question), LOOKED, "done"),)


def test_what_is_cited_is_not_among_the_passages() -> None:
    found = passages(LOOKED, ENTRIES)
    assert [one.text for one in found] == [RESULT, GROWTH_2026]
    assert [(one.number, one.place, one.year) for one in found] == [
        (0, "云泽", 2025),
        (0, "云泽", 2026),
    ]


def test_what_comes_close_is_not_shown_twice() -> None:
    near = replace(REFUSAL, passages=LOOKED.passages)
    assert [one.text for one in passages(near, ENTRIES)] == [LOOKED.passages[0].text, GROWTH_2026]


def test_a_passage_of_a_document_that_is_gone_has_no_title() -> None:
    assert {one.title for one in passages(LOOKED, ())} == {""}


def test_each_shelf_holds_its_own() -> None:
    assert on_shelf(SIX, "citation", ENTRIES) == SIX.citations
    assert on_shelf(REFUSAL, "near", ENTRIES) == REFUSAL.near_misses
    assert on_shelf(SIX, "near", ENTRIES) == ()


def test_what_is_opened_is_found_on_its_shelf_or_nowhere() -> None:
    assert opened_on(TALK, Opened(0, "passage", 1), ENTRIES) == passages(LOOKED, ENTRIES)
    nowhere = [Opened(), Opened(0), Opened(1, "citation", 0), Opened(-1, "citation", 0)]
    nowhere += [Opened(0, "citation", 2), Opened(0, "citation", -1), Opened(0, "near", 0)]
    assert [opened_on(TALK, opened, ENTRIES) for opened in nowhere] == [()] * len(nowhere)
