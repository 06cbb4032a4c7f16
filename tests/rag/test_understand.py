"""What a question means to a library that holds certain places and years."""

import pytest

from corpus.types import Identity
from index.types import Scope
from rag.query import Known, Query
from rag.types import Question, Turn
from rag.understand import understand


def known(*documents: tuple[str, int | None, str]) -> Known:
    """A library of documents given as place, year and speaker."""
    identities = [
        Identity(place=place, year=year, kind="report", speaker=speaker)
        for place, year, speaker in documents
    ]
    sources = tuple(f"{at}.txt" for at in range(len(identities)))
    speakers = tuple(identity.speaker for identity in identities if identity.speaker)
    return Known(sources, tuple(identities), speakers)


LIBRARY = known(
    ("浙江", 2025, "沈一舟"),
    ("浙江", 2026, "沈一舟"),
    ("江苏", 2025, "陆远航"),
    ("江苏", 2026, "陆远航"),
    ("德清", None, ""),
)


def ask(text: str, *, library: Known = LIBRARY, scope: Scope | None = None) -> Query:
    return understand(Question(text, scope=scope or Scope()), library, 2026)


def test_place_and_year_become_the_scope() -> None:
    query = ask("浙江2026年城镇新增就业目标是多少？")
    assert (query.kind, query.places, query.years) == ("number", ("浙江",), (2026,))
    assert query.scope == Scope(places=("浙江",), years=(2026,))
    assert (query.missing, query.notes, query.english) == ("", (), False)


def test_a_result_may_stand_in_the_report_of_the_next_year() -> None:
    assert ask("浙江2025年粮食产量是多少").scope.years == (2025, 2026)
    assert ask("浙江2025年粮食产量目标是多少").scope.years == (2025,)
    assert ask("2025年浙江的报告里粮食产量是多少").scope.years == (2025,)


def test_last_year_is_counted_from_the_clock_and_told() -> None:
    query = ask("去年江苏的粮食产量是多少")
    assert query.years == (2025,)
    assert query.notes == ("“去年”按2025年理解",)
    assert "2025年" in query.search
    assert query.resolved == "去年江苏的粮食产量是多少"


def test_this_year_is_the_newest_there_is_where_the_clock_runs_ahead() -> None:
    old = known(("浙江", 2021, ""), ("浙江", 2022, ""))
    assert ask("浙江今年的目标", library=old).years == (2022,)


def test_what_is_looked_for_holds_no_place_and_no_year() -> None:
    for text in ("浙江2026年城镇新增就业目标是多少", "2026年浙江省的城镇新增就业目标是多少"):
        core = ask(text).core
        assert "城镇新增就业目标" in core
        assert "浙江" not in core
        assert "2026" not in core
    assert ask("浙江2026年").core != ""


def test_a_place_in_a_title_is_not_asked_about() -> None:
    query = ask("《江苏经验》在浙江推广了吗？")
    assert query.places == ("浙江",)


def test_a_city_without_documents_is_looked_for_in_those_of_its_province() -> None:
    query = ask("昆山2026年的增长目标是多少")
    assert (query.places, query.inside, query.missing) == (("江苏",), ("昆山",), "")
    assert "昆山" in query.core


def test_a_place_that_the_library_lacks_is_the_reason_to_refuse() -> None:
    query = ask("贵州2026年的增长目标是多少")
    assert query.missing == "文库中没有贵州的文件"
    assert ask("昆山和浙江谁的目标高").missing == ""


def test_a_year_that_the_library_lacks_is_the_reason_to_refuse() -> None:
    query = ask("浙江2019年的增长目标是多少")
    assert query.missing == "文库中没有浙江2019年的文件（现有2025年、2026年）"
    assert ask("浙江2024年的粮食产量是多少").missing == ""


def test_a_county_of_a_province_that_the_library_has_leads_to_the_province() -> None:
    library = known(("浙江", 2026, ""))
    assert ask("宁波2026年开工了什么", library=library).places == ("浙江",)
    assert ask("德清培育多少家高企").places == ("德清",)


def test_a_group_means_its_members_only_where_places_are_put_side_by_side() -> None:
    assert set(ask("长三角各省2026年就业目标是多少").places) == {"浙江", "江苏"}
    assert set(ask("长三角里谁的就业目标更高").places) == {"浙江", "江苏"}
    assert ask("长三角一体化有什么新安排").places == ()


def test_every_place_of_a_comparison_is_asked_about() -> None:
    query = ask("浙江和江苏2026年的目标谁高")
    assert (query.kind, query.places) == ("compare", ("浙江", "江苏"))


def test_several_years_of_one_figure_are_a_trend() -> None:
    assert ask("浙江2025年和2026年的就业目标是多少").kind == "trend"


def test_without_a_place_a_speaker_narrows_the_search() -> None:
    assert ask("陆远航提到了哪些未来产业").scope.speakers == ("陆远航",)
    assert ask("谁提到了未来产业").scope == Scope()


def test_who_said_a_thing_is_asked_of_all_speakers() -> None:
    assert ask("是不是陆远航提到了未来产业").scope.speakers == ()


def test_a_scope_set_by_hand_goes_before_the_text() -> None:
    by_hand = Scope(places=("江苏",), years=(2025,))
    query = ask("浙江2026年的目标是多少", scope=by_hand)
    assert query.scope == by_hand
    assert query.places == ("江苏",)
    assert query.missing == ""


def test_a_field_that_is_not_set_by_hand_is_taken_from_the_text() -> None:
    query = ask("浙江2026年的目标是多少", scope=Scope(years=(2025,)))
    assert query.scope == Scope(places=("浙江",), years=(2025,))
    assert ask("昆山的目标", scope=Scope(sources=("0.txt",))).missing == ""


def test_a_follow_up_is_understood_with_what_came_before() -> None:
    history = (Turn("user", "浙江2026年就业目标是多少？"), Turn("assistant", "105万人[1]。"))
    query = understand(Question("那江苏呢？", history), LIBRARY, 2026)
    assert query.resolved == "江苏2026年就业目标是多少？"
    assert (query.kind, query.places, query.years) == ("number", ("江苏",), (2026,))


def test_a_follow_up_has_the_kind_of_its_own_words_where_they_ask() -> None:
    history = (Turn("user", "浙江2026年就业目标是多少？"),)
    assert understand(Question("怎么实现？", history), LIBRARY, 2026).kind == "how"


def test_an_english_question_is_understood_as_such() -> None:
    query = ask("What is Zhejiang's growth target for 2026?")
    assert (query.english, query.kind) == (True, "number")
    assert (query.places, query.years) == (("浙江",), (2026,))


@pytest.mark.parametrize("library", [known(), known(("", None, ""))], ids=["none", "nameless"])
def test_an_empty_library_is_understood_too(library: Known) -> None:
    query = ask("浙江今年的目标是多少", library=library)
    assert query.years == (2026,)
    assert query.missing == "文库中没有浙江的文件"


def test_understanding_twice_gives_the_same() -> None:
    question = Question("去年浙江和江苏谁的粮食多？")
    assert understand(question, LIBRARY, 2026) == understand(question, LIBRARY, 2026)


def test_a_province_that_the_library_lacks_is_not_the_whole_country() -> None:
    library = known(("全国", 2026, "周正川"), ("浙江", 2026, "沈一舟"))
    query = ask("广东2026年的增长目标是多少", library=library)
    assert query.missing == "文库中没有广东的文件"


def test_the_whole_country_is_that_of_the_state_council() -> None:
    library = known(("全国", 2026, "周正川"), ("浙江", 2026, "沈一舟"))
    assert ask("全国2026年的就业目标是多少", library=library).places == ("全国",)
    assert ask("国务院2026年的就业目标是多少", library=library).places == ("全国",)
    assert ask("浙江的粮食占全国多少", library=library).places == ("浙江",)


def test_the_provinces_of_a_region_are_not_all_provinces() -> None:
    assert set(ask("长三角各省2026年GDP目标").places) == {"浙江", "江苏"}
