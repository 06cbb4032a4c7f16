"""A phrase over the years, and two reports of a place beside each other."""

import pytest

from corpus.errors import UserError
from rag.chain import Chain
from rag.wordings.tracker import LONGEST, Tracker


@pytest.fixture
def tracker(chain: Chain) -> Tracker:
    return Tracker(chain)


def test_a_phrase_is_counted_in_every_year_that_the_library_has(tracker: Tracker) -> None:
    course = tracker.course("“把做强实体经济摆在首位”")
    counts = {one.year: (one.mentions, one.documents) for one in course.counts}
    assert counts[2025] == (1, 1)
    assert counts[2026] == (1, 1)
    assert set(counts) == {d.identity.year for d in tracker.engine.index.documents} - {None}
    assert course.first is not None
    assert course.first.citation.year == 2025
    assert [used.citation.year for used in course.used] == [2026, 2025]
    assert all(course.phrase in used.citation.text for used in course.used)


def test_a_phrase_that_nobody_uses_has_no_first_use(tracker: Tracker) -> None:
    course = tracker.course("天外来客")
    assert (course.used, course.first) == ((), None)
    assert all(one.mentions == 0 for one in course.counts)


@pytest.mark.parametrize("phrase", ["", "“”", "长" * (LONGEST + 1)], ids=["none", "marks", "long"])
def test_what_is_no_phrase_is_told(phrase: str, tracker: Tracker) -> None:
    with pytest.raises(UserError, match="词语要有"):
        tracker.course(phrase)


def test_two_reports_of_a_place_are_held_beside_each_other(tracker: Tracker) -> None:
    found = tracker.compared("浙江", 2026, 2025)
    assert (found.before, found.after) == (2025, 2026)
    assert found.new
    texts = {d.source: d.text for d in tracker.engine.index.documents}
    for term in (*found.new, *found.dropped):
        cited = term.citation
        assert texts[cited.source][cited.start : cited.end] == cited.text
        assert term.text in cited.text.replace("\n", "")
    assert {term.citation.year for term in found.new} == {2026}
    assert {term.citation.year for term in found.dropped} <= {2025}


@pytest.mark.parametrize(
    ("place", "before", "after", "why"),
    [
        ("浙江", 2019, 2026, "没有浙江2019年"),
        ("火星", 2025, 2026, "火星"),
        ("浙江", 2026, 2026, "不同"),
    ],
    ids=["year", "place", "same"],
)
def test_reports_that_are_not_there_are_told(
    place: str, before: int, after: int, why: str, tracker: Tracker
) -> None:
    with pytest.raises(UserError, match=why):
        tracker.compared(place, before, after)
