"""The tab 数据表: what can be chosen, and the table with its sources."""

from tests.ui.fakes import TABLE, FakeLibrary
from ui.data import choices, view, words

ENTRIES = FakeLibrary().entries()


def test_growth_and_total_of_an_indicator_are_two_choices() -> None:
    names = choices.indicators("zh")
    assert ("地区生产总值增速", "地区生产总值增速") in names
    assert ("地区生产总值总量", "地区生产总值总量") in names
    assert len({name for name, _ in names}) == len(names)
    assert [value for _, value in choices.indicators("en")] == [value for _, value in names]


def test_a_region_stands_for_its_provinces_that_the_library_has() -> None:
    assert all(choices.within(region) for region in words.regions)
    assert choices.within("浙江") == ()
    held = sorted({entry.identity.place for entry in ENTRIES})
    assert choices.places(ENTRIES, "zh") == [(place, place) for place in held]
    assert choices.meant(["长三角", "云泽", "云泽"], ENTRIES) == ("云泽",)


def test_places_that_can_tell_of_a_year_have_a_document_of_it_or_the_next() -> None:
    years = sorted(entry.identity.year or 0 for entry in ENTRIES)
    assert "云泽" in choices.able(ENTRIES, [2025])
    assert choices.able(ENTRIES, [years[-1] + 1]) == ()


def test_the_table_carries_its_coverage_its_filter_and_its_forms() -> None:
    html = view.shown(TABLE, "zh")
    assert "云泽两份报告都给出了地区生产总值目标。" in html
    assert "data-filter" in html
    assert 'data-event="sheet" data-form="excel"' in html
    assert 'data-event="open" data-exchange="0" data-shelf="citation" data-index="1"' in html


def test_the_sources_stand_beside_or_a_hint_where_there_are_none() -> None:
    assert 'class="card' in view.evidence(TABLE, "zh")
    assert words.evidence_hint("en") in view.evidence(None, "en")
