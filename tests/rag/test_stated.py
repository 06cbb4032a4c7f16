"""What a question asks of the ledger, and what the ledger states of it."""

from dataclasses import replace

import pytest

from corpus.indicators import INDICATORS
from corpus.ledger import Measure
from rag.chain import Chain
from rag.query import Query
from rag.stated import Stated, Wanted, nothing_else, stated, wanted
from rag.types import Question

BY_NAME = {indicator.name: indicator for indicator in INDICATORS}
GDP, JOBS, INCOME, GRAIN = "地区生产总值", "城镇新增就业", "居民收入", "粮食产量"


def query(text: str, chain: Chain) -> Query:
    return chain.understand(Question(text))


@pytest.mark.parametrize(
    ("question", "name", "measure", "target"),
    [
        ("浙江2026年GDP增长目标是多少", GDP, "growth", True),
        ("浙江2025年GDP实际增长多少", GDP, "growth", False),
        ("浙江2025年GDP增长多少", GDP, "growth", None),
        ("浙江2025年GDP总量是多少", GDP, "level", None),
        ("浙江2025年GDP有多少亿元", GDP, "level", None),
        ("浙江和江苏2025年GDP谁多", GDP, "level", None),
        ("2025年哪个省GDP最大", GDP, "level", None),
        ("2025年哪个省GDP增长最大", GDP, "growth", None),
        ("浙江2026年新增就业目标", JOBS, "level", True),
        ("浙江2025年新增就业增长了多少", JOBS, "growth", False),
        ("浙江2026年失业率目标", "城镇调查失业率", "level", True),
        ("浙江2025年粮食产量", GRAIN, "level", None),
    ],
    ids=[
        *("target", "result", "either", "total", "yuan", "more", "largest", "grew-most", "jobs"),
        *("jobs-grew", "idle", "grain"),
    ],
)
def test_a_question_asks_for_an_indicator_a_measure_and_a_role(
    question: str, name: str, measure: Measure, target: bool | None, provinces: Chain
) -> None:
    sought = wanted(query(question, provinces))
    assert sought is not None
    assert replace(sought, either=False) == Wanted(BY_NAME[name], measure, target)


@pytest.mark.parametrize(
    "question", ["浙江2026年有哪些工程", "浙江海洋生产总值目标"], ids=["works", "sea"]
)
def test_what_the_ledger_does_not_keep_is_not_asked_of_it(question: str, provinces: Chain) -> None:
    assert wanted(query(question, provinces)) is None


def only(question: str, chain: Chain) -> bool:
    """Whether a question asks for an indicator and nothing else."""
    asked = query(question, chain)
    sought = wanted(asked)
    assert sought is not None
    return nothing_else(asked, sought)


@pytest.mark.parametrize(
    "question",
    [
        *(f"浙江2026年{name}目标是多少" for name in BY_NAME),
        "浙江2026年GDP目标",
        "浙江和江苏2026年GDP目标相比谁高",
        "浙江和江苏2026年GDP目标比较",
        "浙江和江苏2026年GDP目标差距有多大",
        "浙江2026年单位GDP能耗降低目标",
        "浙江2026年货物进出口增长目标",
        "浙江今年的政府工作报告把GDP增长目标定为多少",
    ],
    ids=[
        *(f"name-{at}" for at in range(len(BY_NAME))),
        *("short", "than", "compared", "gap", "energy", "goods", "report"),
    ],
)
def test_the_words_of_asking_are_nothing_else(question: str, provinces: Chain) -> None:
    assert only(question, provinces)


@pytest.mark.parametrize(
    "question",
    [
        "浙江2026年农村居民收入增长目标",
        "浙江2025年前三季度GDP增长多少",
        "浙江2025年GDP增长对全国的贡献",
        "浙江2025年高技术制造业工业增加值增长多少",
        "浙江2025年民间固定资产投资增长多少",
    ],
    ids=["country", "quarters", "contribution", "technology", "private"],
)
def test_a_narrower_question_asks_for_something_else(question: str, provinces: Chain) -> None:
    assert not only(question, provinces)


def told(question: str, place: str, year: int, chain: Chain) -> Stated | None:
    sought = wanted(query(question, chain))
    assert sought is not None
    return stated(sought, place, year, chain.index)


@pytest.mark.parametrize(
    ("question", "place", "year", "source", "value"),
    [
        ("GDP增长目标", "浙江", 2026, "浙江2026.txt", "5%以上"),
        ("GDP增长目标", "浙江", 2025, "浙江2025.txt", "5.5%左右"),
        ("GDP实际增长", "浙江", 2025, "浙江2026.txt", "5.4%"),
        ("GDP实际增长", "浙江", 2024, "浙江2025.txt", "5.3%"),
        ("GDP总量", "浙江", 2025, "浙江2026.txt", "9.12万亿元"),
        ("居民收入增长目标", "江苏", 2026, "江苏2026.txt", "与经济增长同步"),
        ("粮食产量", "浙江", 2024, "浙江2025.txt", "124亿斤"),
    ],
    ids=["target", "target-before", "result", "result-before", "total", "words", "grain"],
)
def test_the_document_that_can_tell_states_it(
    question: str, place: str, year: int, source: str, value: str, provinces: Chain
) -> None:
    item = told(question, place, year, provinces)
    assert item is not None
    assert (item.document.source, item.fact.value) == (source, value)
    assert item.is_target == ("目标" in question)


def test_a_result_goes_before_a_target_where_either_will_do(provinces: Chain) -> None:
    item = told("GDP增长", "浙江", 2025, provinces)
    assert item is not None
    assert (item.fact.value, item.is_target) == ("5.4%", False)
    item = told("GDP增长", "浙江", 2026, provinces)
    assert item is not None
    assert (item.fact.value, item.is_target) == ("5%以上", True)


@pytest.mark.parametrize(
    ("question", "place", "year"),
    [
        ("固定资产投资增长目标", "浙江", 2026),
        ("城镇新增就业完成了多少", "浙江", 2025),
        ("城镇新增就业目标", "福建", 2026),
        ("GDP总量", "福建", 2025),
        ("GDP增长目标", "山东", 2026),
        ("GDP增长", "浙江", 2023),
        ("GDP增长", "西藏", 2025),
    ],
    ids=["only-a-result", "only-a-target", "silent", "only-growth", "no-report", "past", "place"],
)
def test_nothing_is_made_up(question: str, place: str, year: int, provinces: Chain) -> None:
    assert told(question, place, year, provinces) is None


def test_a_fact_is_quoted_by_its_clause_and_by_its_sentence(provinces: Chain) -> None:
    item = told("城镇新增就业目标", "浙江", 2026, provinces)
    assert item is not None
    text = item.document.text
    assert text[item.quote.start : item.quote.end] == "城镇新增就业105万人以上"
    sentence = text[item.sentence.start : item.sentence.end]
    assert sentence.startswith("今年主要预期目标是")
    assert sentence.endswith("居民消费价格涨幅2%左右。")
    assert item.quote.source == item.sentence.source == "浙江2026.txt"
