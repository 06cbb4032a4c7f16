"""The share of figures in an answer that stand in the sentences cited for them."""

from dataclasses import replace

import pytest

from eval.metrics.faithful import faithful
from tests.eval.answers import EMPTY, QUOTE, REFUSAL, answer, case, citation, table

JOBS_2025 = "城镇新增就业105万人以上。"


def told(text: str, *quotes: str, year: int | None = None) -> float | None:
    """The score of an answer that cites the quotes, numbered from 1."""
    cited = [citation(quote, number=n, year=year) for n, quote in enumerate(quotes, 1)]
    return faithful(case(), answer(text, *cited))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("新增118万人以上[1]", QUOTE),
        ("总投资12000亿元[1]", "总投资1.2万亿元。"),
        ("总投资1.2万亿元[1]", "总投资12000亿元。"),
        ("补贴350000万元[1]", "发放补贴35亿元。"),
        ("新增１１８万人[1]", QUOTE),
        ("销售１３６４万辆[1]", "销售1,364万辆。"),
        ("增长5%[1]", "增长百分之五。"),
        ("增长4.5%—5%[1]", "增长4.5%至5%。"),
        ("经济总量3.22万亿元[1]", "地区生产总值达到32193.15亿元。"),
        ("折合20万吨[1]", "粮食产量4亿斤。"),
        ("折合229.2亿斤[1]", "粮食产量1146.1万吨。"),
        ("约8820万亩[1]", "造林588万公顷。"),
        ("共3项[1]", "抓好产业强链、算力筑基、人才聚力。"),
        ("合计17金[1]", "在奥运会、残奥会上勇夺4金、13金。"),
    ],
    ids=[
        *("same", "yi", "wanyi", "wan", "wide", "comma", "han", "range", "rounded"),
        *("tons", "jin", "mu", "items", "sum-of-words"),
    ],
)
def test_a_figure_is_held_in_any_spelling_of_its_amount(text: str, quote: str) -> None:
    assert told(text, quote) == 1.0


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("新增119万人以上[1]", QUOTE),
        ("新增18万人[1]", QUOTE),
        ("总投资1.3万亿元[1]", "总投资12000亿元。"),
        ("增长6%[1]", "增长百分之五。"),
        ("增长5%[1]", "增长5.5%。"),
        ("经济总量3.23万亿元[1]", "地区生产总值达到32193.15亿元。"),
        ("增长5.7%[1]", "增长5.68%。"),
        ("折合21万吨[1]", "粮食产量4亿斤。"),
        ("共5项[1]", "抓好产业强链、算力筑基、人才聚力。"),
        ("相差0[1]", "第一批8家，第二批8家。"),
    ],
    ids=[
        *("changed", "cut", "yi", "han", "part", "rounded-wrongly", "rounded-short"),
        *("tons", "items", "zero"),
    ],
)
def test_a_changed_figure_is_not_held(text: str, quote: str) -> None:
    assert told(text, quote) == 0.0


def test_a_difference_and_a_sum_of_two_cited_figures_are_held() -> None:
    assert told("多13万人[1][2]", QUOTE, JOBS_2025) == 1.0
    assert told("合计223万人[1][2]", QUOTE, JOBS_2025) == 1.0
    assert told("多14万人[1][2]", QUOTE, JOBS_2025) == 0.0
    assert told("多13万人[1]", QUOTE, JOBS_2025) == 0.0


def test_figures_of_different_units_are_not_reckoned_with() -> None:
    assert told("多637亿斤[1]", QUOTE) == 0.0


def test_the_number_of_citations_is_held() -> None:
    assert told("3个省都有目标[1][2][3]", "甲省有。", "乙省有。", "丙省有。") == 1.0


def test_a_year_is_held_beside_that_of_a_cited_document_or_in_the_question() -> None:
    assert told("2025年完成118万人[1]", QUOTE, year=2026) == 1.0
    assert told("2023年完成118万人[1]", QUOTE, year=2026) == 0.5
    asked = case(question="2018年的目标是多少？")
    assert faithful(asked, answer("文库里没有2018年的文件")) == 1.0
    assert faithful(asked, answer("文库里没有2019年的文件")) == 0.0


def test_a_figure_that_is_no_year_is_not_held_by_the_question() -> None:
    asked = case(question="2018年新增119万人")
    assert faithful(asked, answer("新增119万人[1]")) == 0.0


def test_a_figure_must_stand_in_what_is_cited_behind_it() -> None:
    assert told("118万人[1]，105万人[2]", QUOTE, JOBS_2025) == 1.0
    assert told("118万人[2]，105万人[1]", QUOTE, JOBS_2025) == 0.0
    assert told("118万人，105万人[1][2]", QUOTE, JOBS_2025) == 1.0


def test_without_a_marker_all_citations_count() -> None:
    assert told("先是118万人，后是105万人", QUOTE, JOBS_2025) == 1.0
    assert told("先是105万人[2]，后是118万人", QUOTE, JOBS_2025) == 1.0


def test_half_of_the_figures_is_half() -> None:
    assert told("118万人，7亿斤[1]", QUOTE) == 0.5


def test_the_values_of_a_table_are_held_by_the_citations_of_their_row() -> None:
    cited = [citation("增长5%以上。")]
    right = table(("浙江", 2026, "5%以上"), ("江苏", 2026, ""), citations=cited)
    wrong = table(("浙江", 2026, "6%以上"), ("江苏", 2026, ""), citations=cited)
    assert (faithful(case(), right), faithful(case(), wrong)) == (1.0, 0.0)


def test_without_figures_it_does_not_apply() -> None:
    assert told("力争稳步增长[1]。", QUOTE) is None
    assert faithful(case(), EMPTY) is None
    assert faithful(case(), REFUSAL) is None


def test_an_answer_that_cites_nothing_has_no_share() -> None:
    refused = replace(REFUSAL, answer="文库中没有上海2026年的文件（现有2025年），无法回答。")
    assert faithful(case(), refused) is None


def test_how_the_question_was_read_is_no_figure_of_the_answer() -> None:
    assert told("新增118万人以上[1]。（“去年”按2031年理解）", QUOTE) == 1.0
