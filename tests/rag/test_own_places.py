"""Libraries of towns, counties and cities: places that no list has, and 各镇, 各市."""

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over

TOWNS = {
    "a.txt": "青岩镇2026年政府工作报告\n\n一、2025年工作回顾\n"
    "全镇地区生产总值完成18.6亿元，增长6.2%。\n"
    "二、2026年工作安排\n今年的主要目标是：地区生产总值增长6%左右，招商引资到位资金5亿元。\n",
    "b.txt": "云岭镇2026年政府工作报告\n\n一、2025年工作回顾\n"
    "全镇地区生产总值完成9.8亿元，增长4.1%。\n"
    "二、2026年工作安排\n今年的主要目标是：地区生产总值增长5%左右，招商引资到位资金2亿元。\n",
    "c.txt": "2025年云岭镇政府工作报告\n\n二、2025年工作安排\n"
    "今年的主要目标是：地区生产总值增长5.5%。\n",
}
CITIES = {
    "d.txt": "2026年杭州市政府工作报告\n\n今年的主要预期目标是：地区生产总值增长5.2%左右。\n",
    "e.txt": "2026年义乌市政府工作报告\n\n今年的主要预期目标是：地区生产总值增长7.3%左右。\n",
    "f.txt": "2026年合肥市政府工作报告\n\n今年的主要预期目标是：地区生产总值增长6.1%左右。\n",
    "g.txt": "2026年浙江省政府工作报告\n\n今年的主要预期目标是：地区生产总值增长5.4%左右。\n",
}


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("towns"), TOWNS)


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("cities"), CITIES)


def rows(chain: Chain, question: str) -> dict[str, str]:
    """Place and value of each row of a table."""
    table = ask(chain, question).table
    assert table is not None, question
    return {row.place: row.value for row in table.rows}


def test_a_town_is_read_off_its_title_whichever_side_the_year_stands(towns: Chain) -> None:
    found = [(d.identity.place, d.identity.year, d.identity.level) for d in towns.index.documents]
    assert found == [
        ("青岩镇", 2026, "township"),
        ("云岭镇", 2026, "township"),
        ("云岭镇", 2025, "township"),
    ]


@pytest.mark.parametrize("place", ["云岭镇", "云岭"])
def test_a_place_of_the_library_is_known_in_full_and_in_short(towns: Chain, place: str) -> None:
    answer = ask(towns, f"{place}2026年GDP增长目标是多少")
    assert "增长5%左右" in answer.answer
    assert [citation.source for citation in answer.citations] == ["b.txt"]


def test_two_such_places_stand_side_by_side(towns: Chain) -> None:
    answer = ask(towns, "云岭镇和青岩镇今年GDP目标各是多少")
    assert "相差1个百分点" in answer.answer


def test_a_town_that_the_library_lacks_is_still_lacking(towns: Chain) -> None:
    assert not ask(towns, "和平镇2026年GDP目标是多少").answered


def test_each_town_is_a_table(towns: Chain) -> None:
    assert rows(towns, "各镇2026年GDP目标") == {"青岩镇": "6%左右", "云岭镇": "5%左右"}


def test_where_no_year_is_asked_it_is_the_one_that_most_tell_of(towns: Chain) -> None:
    answer = ask(towns, "哪个镇GDP增速最高")
    assert "青岩镇6.2%" in answer.answer
    assert "2025年理解" in answer.answer
    assert "没有显示" not in answer.answer


def test_cities_are_not_mixed_with_their_province(cities: Chain) -> None:
    wanted = {"杭州": "5.2%左右", "义乌": "7.3%左右", "合肥": "6.1%左右"}
    assert rows(cities, "各市2026年GDP增长目标") == wanted


def test_the_cities_of_a_province_are_its_own(cities: Chain) -> None:
    assert set(rows(cities, "浙江各市今年GDP目标")) == {"杭州", "义乌"}


def test_which_cities_are_chosen_by_a_bound(cities: Chain) -> None:
    assert set(rows(cities, "今年GDP目标高于6%的市有哪些")) == {"义乌", "合肥"}


def test_all_places_are_meant_where_they_are_not_provinces(cities: Chain) -> None:
    assert set(rows(cities, "各地今年GDP目标")) == {"杭州", "义乌", "合肥", "浙江"}


def test_a_kind_that_the_library_has_but_one_of_is_no_table_of_it(cities: Chain) -> None:
    table = ask(cities, "各县2026年GDP目标").table
    assert table is None or "义乌" not in {row.place for row in table.rows}
