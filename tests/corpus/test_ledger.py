"""The figures that every report states: which indicator, of what year, by which words."""

from pathlib import Path

import pytest

from corpus.indicators import INDICATORS
from corpus.ledger import Fact, ledger
from corpus.outline import outline
from corpus.periods import Period
from corpus.read import read_document
from corpus.split import split
from corpus.types import Document, Identity

SAMPLES = sorted((Path(__file__).parents[2] / "corpus" / "samples").glob("*.txt"))

REVIEW, TASKS = "一、2025年工作回顾", "二、2026年重点工作"
GDP, JOBS, PRICES, IDLE = "地区生产总值", "城镇新增就业", "居民消费价格", "城镇调查失业率"
GRAIN, BUDGET, INCOME, ENERGY = "粮食产量", "一般公共预算收入", "居民收入", "能耗"
INVESTED, SOLD, INDUSTRY, TRADE = "固定资产投资", "社会消费品零售总额", "规上工业增加值", "进出口"


def document(sentence: str, heading: str = REVIEW) -> Document:
    """A report of Zhejiang of 2026 with a sentence under a heading."""
    text = f"{heading}\n{sentence}"
    identity = Identity(place="浙江", year=2026, kind="report")
    return Document("a.txt", text, identity, outline(text))


def facts(sentence: str, heading: str = REVIEW) -> tuple[Fact, ...]:
    given = document(sentence, heading)
    return ledger(given, split(given))


def stated(sentence: str, heading: str = REVIEW) -> list[tuple[str, str, str]]:
    """Indicator, measure and value of each fact of a sentence."""
    return [(fact.indicator, fact.measure, fact.value) for fact in facts(sentence, heading)]


def test_a_list_of_targets_states_each_of_them() -> None:
    sentence = (
        "今年主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业100万人以上，"
        "居民消费价格涨幅2%左右，城镇调查失业率5.5%以内，粮食产量126亿斤以上。"
    )
    assert stated(sentence, TASKS) == [
        (GDP, "growth", "5.5%左右"),
        (JOBS, "level", "100万人以上"),
        (PRICES, "growth", "2%左右"),
        (IDLE, "level", "5.5%以内"),
        (GRAIN, "level", "126亿斤以上"),
    ]
    found = facts(sentence, TASKS)
    assert {(fact.period, fact.listed) for fact in found} == {(Period(2026, 2026, "target"), True)}


def test_a_fact_is_the_clause_that_states_it_and_its_value_a_slice_of_it() -> None:
    given = document("新建学校12所，粮食产量达到１２６亿斤，建成水库3座。")
    [fact] = ledger(given, split(given))
    assert given.text[fact.start : fact.end] == "粮食产量达到１２６亿斤"
    assert given.text[fact.value_start : fact.value_end] == fact.value == "１２６亿斤"
    assert (fact.period, fact.listed) == (Period(2025, 2025, "result"), False)


@pytest.mark.parametrize("stop", ["，", "、", "；"], ids=["comma", "pause", "semicolon"])
def test_a_clause_without_a_subject_goes_on_with_the_indicator_before(stop: str) -> None:
    found = stated(f"全省生产总值8.61万亿元{stop}增长5.3%。")
    assert found[0] == (GDP, "level", "8.61万亿元")
    assert found[1:] == ([] if stop == "；" else [(GDP, "growth", "5.3%")])


def test_another_figure_ends_what_a_clause_goes_on_with() -> None:
    assert stated("粮食产量达到126亿斤，建成水库3座，增长2%。") == [(GRAIN, "level", "126亿斤")]
    assert stated("进出口总额5.1万亿元，稳中有进，增长6%。")[1:] == [(TRADE, "growth", "6%")]


@pytest.mark.parametrize(
    "sentence",
    [
        "海洋生产总值增长6%。",
        "第三产业增加值占地区生产总值的比重为58%。",
        "一般公共预算支出8000亿元。",
        "规模以上工业企业利润增长3%。",
        "民间固定资产投资增长3%。",
        "粮食综合生产能力达到130亿斤。",
        "研发投入增长8%。",
        "跨境电商进出口增长12%。",
        "新增就业岗位3000个。",
        "粮食产量稳步增长。",
    ],
    ids=[
        *("sea", "share", "spent", "profit", "private", "capacity", "research", "online", "posts"),
        *("words",),
    ],
)
def test_what_only_looks_alike_is_no_fact(sentence: str) -> None:
    assert stated(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "一季度地区生产总值增长5%。",
        "上半年地区生产总值增长5%。",
        "地区生产总值年均增长6%。",
        "五年地区生产总值增长33%。",
        "粮食产量累计达到630亿斤。",
    ],
    ids=["quarter", "half", "yearly", "five", "sum"],
)
def test_a_part_of_a_year_and_a_sum_of_years_are_no_facts(sentence: str) -> None:
    assert stated(sentence) == []


def test_a_city_of_the_province_states_nothing_for_it() -> None:
    assert stated("舟山地区生产总值增长7%。") == []
    assert stated("浙江地区生产总值增长7%。") == [(GDP, "growth", "7%")]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("城镇调查失业率由5.6%降到5.1%。", "5.1%"),
        ("城镇调查失业率由5.6%降低至5.1%。", "5.1%"),
        ("城镇调查失业率从5.1%升至5.6%。", "5.6%"),
        ("城镇调查失业率稳定在5.2%，低于5.5%。", "5.2%"),
    ],
    ids=["down", "lower", "up", "below"],
)
def test_of_two_figures_of_a_change_the_value_is_what_it_came_to(sentence: str, value: str) -> None:
    assert stated(sentence)[0] == (IDLE, "level", value)


def test_a_mark_that_was_passed_gives_way_to_the_value() -> None:
    assert stated("地区生产总值迈上3万亿元台阶，达到31580亿元。") == [(GDP, "level", "31580亿元")]
    assert stated("地区生产总值迈上3万亿元台阶。") == [(GDP, "level", "3万亿元")]


def test_what_is_hoped_for_beyond_belongs_to_the_value() -> None:
    hoped = "5.5%以上、力争达到6%"
    assert stated(f"地区生产总值增长{hoped}。", TASKS) == [(GDP, "growth", hoped)]
    assert stated("地区生产总值增长5.5%左右，力争6%。", TASKS) == [(GDP, "growth", "5.5%左右")]


def test_figures_told_one_by_one_go_with_their_indicators() -> None:
    sentence = "固定资产投资、社会消费品零售总额分别增长4.2%、5.1%。"
    assert stated(sentence) == [(INVESTED, "growth", "4.2%"), (SOLD, "growth", "5.1%")]


def test_town_and_country_are_one_value() -> None:
    beside = "城乡居民收入分别增长5%、7%。"
    assert stated(beside) == [(INCOME, "growth", "分别增长5%、7%")]
    apart = "城镇居民收入增长5%，农村居民收入增长7%"
    assert stated(f"{apart}。") == [(INCOME, "growth", apart)]
    assert len(facts(f"{apart.replace('，', '，物价涨幅2%，')}。")) == 3


def test_a_target_may_be_stated_in_words_but_a_result_may_not() -> None:
    same = "居民收入增长与经济增长同步。"
    assert stated(same, TASKS) == [(INCOME, "words", "与经济增长同步")]
    assert stated(same, REVIEW) == []
    done = "单位地区生产总值能耗完成国家下达任务。"
    assert stated(done, TASKS) == [(ENERGY, "words", "完成国家下达任务")]
    assert stated("集体居民收入增长与经济增长同步。", TASKS) == []


def test_a_level_needs_its_unit_and_growth_its_word() -> None:
    assert stated("粮食播种面积2100万亩、产量126亿斤。") == [(GRAIN, "level", "126亿斤")]
    assert stated("规模以上工业增加值增长7.1%。") == [(INDUSTRY, "growth", "7.1%")]
    assert stated("一般公共预算收入8706亿元，占60%。") == [(BUDGET, "level", "8706亿元")]
    assert stated("PM2.5平均浓度26微克/立方米。") == [("PM2.5", "level", "26微克/立方米")]
    assert stated("研发投入强度3.2%。") == [("研发投入强度", "level", "3.2%")]


def test_periods_that_are_known_are_taken_as_they_are() -> None:
    given = document("粮食产量126亿斤。")
    told = [Period(1999, 1999, "result")] * 2
    [fact] = ledger(given, split(given), told)
    assert fact.period == told[0]
    with pytest.raises(ValueError, match="zip"):
        ledger(given, split(given), told[:1])


def test_a_document_without_sentences_states_nothing() -> None:
    assert ledger(document(""), ()) == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_fact_is_an_exact_slice_in_the_order_of_the_text(path: Path) -> None:
    given = read_document(path)
    found = ledger(given, split(given))
    names = {indicator.name for indicator in INDICATORS}
    for fact in found:
        assert fact.indicator in names
        assert fact.start <= fact.value_start < fact.value_end <= fact.end
        assert given.text[fact.value_start : fact.value_end] == fact.value
        assert "\n" not in given.text[fact.start : fact.end]
    assert [fact.start for fact in found] == sorted(fact.start for fact in found)
