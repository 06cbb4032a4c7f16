"""Indicators are known by several names and not confused with their neighbours."""

import pytest

from corpus.indicators import INDICATORS, asked_indicator, states, states_somewhere


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("浙江今年GDP目标多少", "地区生产总值"),
        ("经济增速目标定得高不高", "地区生产总值"),
        ("物价涨幅控制在多少", "居民消费价格"),
        ("打了多少粮食，粮食产量", "粮食产量"),
        ("单位GDP能耗降多少", "能耗"),
        ("研发占GDP的比重", "研发投入强度"),
        ("PM2.5降到多少", "PM2.5"),
    ],
)
def test_a_question_names_an_indicator_in_everyday_words(question: str, name: str) -> None:
    known = asked_indicator(question)
    assert known is not None
    assert known.name == name


def test_a_question_about_something_else_names_none() -> None:
    assert asked_indicator("新昌要建多少个5G基站") is None
    assert asked_indicator("海洋生产总值是多少") is None


@pytest.mark.parametrize(
    ("name", "clause", "stated"),
    [
        ("地区生产总值", "全省生产总值增长5.5%", True),
        ("地区生产总值", "海洋生产总值增长6%", False),
        ("地区生产总值", "单位地区生产总值能耗下降2%", False),
        ("粮食产量", "粮食播种面积稳定在1亿亩", False),
        ("粮食产量", "粮食总产量610亿斤", True),
        ("一般公共预算收入", "一般公共预算支出8000亿元", False),
    ],
)
def test_what_looks_alike_is_not_taken_for_the_indicator(
    name: str, clause: str, stated: bool
) -> None:
    known = next(indicator for indicator in INDICATORS if indicator.name == name)
    assert states(known, clause) is stated


def test_one_clause_is_enough_for_a_sentence() -> None:
    known = INDICATORS[0]
    assert states_somewhere(known, "海洋生产总值增长6%，全省生产总值增长5%。")
    assert not states_somewhere(known, "海洋生产总值增长6%，粮食丰收。")
