"""A figure asked for of no place: the country's, or how far places differ; never one for all."""

from pathlib import Path

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over
from tests.rag.provinces import PROVINCES, report


def test_the_country_s_own_figure_where_it_states_one(chain: Chain) -> None:
    answer = ask(chain, "2026年城镇新增就业目标是多少")
    assert "1200万人以上" in answer.answer
    assert "没有说地方，按全国理解" in answer.answer
    assert {citation.place for citation in answer.citations} == {"全国"}


def test_how_far_places_differ_where_the_country_states_none(chain: Chain) -> None:
    answer = ask(chain, "2025年城镇新增就业目标是多少")
    assert answer.answer == (
        "问题没有说地方；2个地方的文件给出了2025年城镇新增就业目标，各不相同："
        "最低的是浙江100万人以上[1]，最高的是江苏120万人以上[2]。"
    )


def test_the_range_is_cited_and_the_table_offered(provinces: Chain) -> None:
    answer = ask(provinces, "2026年GDP增长目标是多少")
    assert answer.answer == (
        "问题没有说地方；4个地方的文件给出了2026年地区生产总值增速目标，各不相同："
        "最低的是江苏4.8%左右[1]，最高的是安徽5.5%以上[2]。"
    )
    assert [citation.place for citation in answer.citations] == ["江苏", "安徽"]
    assert (answer.lock.checked, answer.lock.held) == (2, 2)
    (chip,) = answer.suggestions
    table = ask(provinces, chip.question).table
    assert table is not None
    assert len(table.rows) == 4


def test_equal_values_are_said_once(provinces: Chain) -> None:
    answer = ask(provinces, "2026年居民消费价格涨幅目标是多少")
    assert "数值都一样：浙江2%左右[2]、福建2%左右[1]" in answer.answer or (
        "数值都一样：浙江2%左右[1]、福建2%左右[2]" in answer.answer
    )


def test_the_one_place_that_states_it_is_named(provinces: Chain) -> None:
    answer = ask(provinces, "2026年一般公共预算收入增长目标是多少")
    assert answer.answer.startswith("浙江2026年目标：")
    assert "3%左右" in answer.answer


def test_without_a_year_the_newest_is_taken_and_told(provinces: Chain) -> None:
    answer = ask(provinces, "GDP增长目标是多少")
    assert "（没有说年份，按最新的2026年理解）" in answer.answer
    assert answer.lock.held == answer.lock.checked
    result = ask(provinces, "GDP实际增长了多少")
    assert "最低的是福建5%" in result.answer
    assert "按最新的2025年理解" in result.answer


def test_many_equal_extremes_are_counted(tmp_path: Path) -> None:
    places = ("浙江", "江苏", "安徽", "福建", "山东")
    goal = "今年主要预期目标是：地区生产总值增长5%左右。"
    texts = {f"{place}.txt": report(place, 2026, "", goal) for place in places}
    texts["河北.txt"] = report("河北", 2026, "", "今年主要预期目标是：地区生产总值增长6%左右。")
    answer = ask(chain_over(tmp_path, texts), "2026年GDP增长目标是多少")
    assert "等5个地方，最高的是河北6%左右" in answer.answer
    assert answer.lock.held == answer.lock.checked


@pytest.mark.parametrize(
    "text",
    [
        "2026年农村居民收入增长目标是多少",
        "浙江2026年GDP增长目标是多少",
        "昆山2026年GDP增长目标是多少",
        "瓦坎达2026年GDP增长目标是多少",
        "2026年第三产业GDP占比是多少",
    ],
    ids=["narrower", "place", "lacking", "unknown", "share"],
)
def test_what_asks_for_more_is_answered_as_before(text: str, provinces: Chain) -> None:
    assert "问题没有说地方" not in ask(provinces, text).answer


def test_the_library_s_only_place_is_meant(tmp_path: Path) -> None:
    chain = chain_over(tmp_path, {"浙江2026.txt": PROVINCES["浙江2026.txt"]})
    answer = ask(chain, "2026年GDP增长目标是多少")
    assert "5%以上" in answer.answer
    assert "问题没有说地方" not in answer.answer
