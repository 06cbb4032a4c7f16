"""Places and years side by side: what each says, and the difference."""

from decimal import Decimal

import pytest

from rag.answers.sides import shown
from rag.chain import Chain
from rag.types import AnswerKind, Lock
from tests.rag.library import ask


@pytest.mark.parametrize(
    ("question", "kind", "told"),
    [
        ("浙江和江苏2026年GDP增长目标谁高", "compare", "浙江高于江苏，相差0.2个百分点"),
        ("江苏和浙江2026年GDP增长目标谁高", "compare", "浙江高于江苏，相差0.2个百分点"),
        ("浙江和江苏2025年GDP总量谁大", "compare", "江苏高于浙江，相差4.93万亿元"),
        ("浙江和江苏2025年GDP谁多", "compare", "江苏高于浙江，相差4.93万亿元"),
        ("浙江和江苏2026年新增就业目标谁多", "compare", "江苏高于浙江，相差13万人"),
        ("浙江和江苏2026年新增就业目标差距有多大", "compare", "江苏高于浙江，相差13万人"),
        ("浙江和福建2026年GDP增长目标谁高", "compare", "数值相同，浙江为5%以上，福建为5%左右"),
        ("浙江和福建2026年居民消费价格涨幅目标比较", "compare", "两者相同，均为2%左右"),
        ("浙江2025年和2026年GDP增长目标怎么变", "trend", "2025年高于2026年，相差0.5个百分点"),
        ("浙江2025年和2026年新增就业目标怎么变", "trend", "2026年高于2025年，相差5万人"),
        ("浙江2024年和2025年GDP总量有什么变化", "trend", "2025年高于2024年，相差5100亿元"),
    ],
    ids=[
        *("growth", "turned", "total", "more", "jobs", "gap", "equal", "compared"),
        *("target", "target-jobs", "over-years"),
    ],
)
def test_the_difference_is_that_of_the_ledger_s_figures(
    question: str, kind: AnswerKind, told: str, provinces: Chain
) -> None:
    answer = ask(provinces, question)
    assert answer.kind == kind
    numbers = "".join(f"[{citation.number}]" for citation in answer.citations)
    assert answer.answer.endswith(f"；{told}{numbers}。")
    assert len(answer.citations) == 2
    assert answer.lock.held == answer.lock.checked - answer.lock.computed


def test_each_side_is_told_by_its_place_and_cited_from_its_own_document(provinces: Chain) -> None:
    answer = ask(provinces, "浙江和江苏2025年固定资产投资增速谁高")
    assert answer.answer == (
        "浙江：固定资产投资增长2.4%[1]；江苏：固定资产投资增长1.8%[2]；"
        "浙江高于江苏，相差0.6个百分点[1][2]。"
    )
    assert [(c.place, c.year) for c in answer.citations] == [("浙江", 2026), ("江苏", 2026)]
    assert answer.lock == Lock(checked=3, held=2, computed=1)


def test_each_year_is_told_in_order_and_cited_from_the_report_that_can_tell(
    provinces: Chain,
) -> None:
    answer = ask(provinces, "浙江2025年和2024年GDP总量有什么变化")
    before, after = answer.answer.index("2024年："), answer.answer.index("2025年：")
    assert before < answer.answer.index("8.61万亿元") < after < answer.answer.index("9.12万亿元")
    assert [citation.year for citation in answer.citations] == [2025, 2026]


def test_words_have_no_difference(provinces: Chain) -> None:
    answer = ask(provinces, "江苏和安徽2026年居民收入增长目标谁高")
    assert answer.answer == "江苏：居民收入增长与经济增长同步[1]；安徽：居民收入增长5.5%左右[2]。"


def test_three_sides_have_no_difference(provinces: Chain) -> None:
    answer = ask(provinces, "浙江、江苏和安徽2026年GDP增长目标谁高")
    assert {citation.place for citation in answer.citations} == {"浙江", "江苏", "安徽"}
    assert "相差" not in answer.answer


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("0.20", "%", "0.2个百分点"),
        ("1.5", "个百分点", "1.5个百分点"),
        ("20000", "%", "20000个百分点"),
        ("130000", "人", "13万人"),
        ("9999", "人", "9999人"),
        ("510000000000", "元", "5100亿元"),
        ("4930000000000", "元", "4.93万亿元"),
        ("100", "个", "100个"),
    ],
    ids=[
        *("percent", "points", "no-size", "ten-thousand", "below", "hundred-million"),
        *("trillion", "plain"),
    ],
)
def test_a_difference_is_written_as_a_person_does(value: str, unit: str, words: str) -> None:
    assert shown(Decimal(value), unit) == words
