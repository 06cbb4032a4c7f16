"""What a figure of a sentence is a figure of, and how it measures."""

import pytest

from rag.claims.labels import Sort, labelled

SENTENCES = (
    "全省生产总值达到8.61万亿元，增长5.3%，粮食产量１２６亿斤。",
    "固定资产投资、社会消费品零售总额分别增长4.2%、5.1%。",
    "新建学校12所、医院3家、公园40个。",
    "新增养老床位1.2万张，累计达到60万张；进出口1,234.5亿元：增长3%。",
)


def labels(sentence: str) -> list[tuple[str, str]]:
    """Each figure of a sentence with its label."""
    return [(told.figure.text, told.label) for told in labelled(sentence)]


def test_a_figure_is_labelled_by_the_words_of_its_clause() -> None:
    assert labels("粮食产量126亿斤，新建学校12所。") == [
        ("126亿斤", "粮食产量"),
        ("12所", "新建学校"),
    ]


def test_a_clause_without_a_subject_takes_that_of_the_clause_before() -> None:
    assert labels("全省生产总值达到8.61万亿元，增长5.3%，粮食产量126亿斤。") == [
        ("8.61万亿元", "全省生产总值达到"),
        ("5.3%", "全省生产总值达到增长"),
        ("126亿斤", "粮食产量"),
    ]


def test_the_subject_may_stand_in_a_clause_without_a_figure() -> None:
    assert labels("粮食产量再创新高，达到126亿斤。") == [("126亿斤", "粮食产量再创新高达到")]


def test_a_pause_parts_figures_that_stand_side_by_side() -> None:
    found = labelled("医院3家、学校12所、公园40个。")
    assert [told.clause for told in found] == ["医院3家", "学校12所", "公园40个"]


def test_figures_told_one_by_one_go_with_their_items() -> None:
    assert labels("固定资产投资、社会消费品零售总额分别增长4.2%、5.1%。") == [
        ("4.2%", "固定资产投资增长"),
        ("5.1%", "社会消费品零售总额增长"),
    ]


def test_the_growth_of_items_goes_with_them_in_the_next_clause_too() -> None:
    found = labelled("纺织服装业、装备制造业产值分别为30亿元、50亿元，增长3%、6%。")
    assert [("纺织服装业" in told.label, "装备制造业" in told.label) for told in found] == [
        *((True, False), (False, True)),
        *((True, False), (False, True)),
    ]


@pytest.mark.parametrize(
    ("sentence", "sort"),
    [
        ("产值增长8%。", "growth"),
        ("产值下降8%。", "growth"),
        ("产值占全省的8%。", "share"),
        ("产值比重达到8%。", "share"),
        ("失业率为8%。", "level"),
        ("新增床位8万张。", "increment"),
        ("床位净增8万张。", "increment"),
        ("床位累计8万张。", "total"),
        ("床位增加到8万张。", "total"),
        ("床位增长5%、达到8万张。", "total"),
        ("床位由5万多张涨到8万张。", "total"),
        ("床位8万张。", "level"),
    ],
    ids=[
        *("growth", "decline", "share", "weight", "rate"),
        *("new", "net", "sum", "up-to", "reached", "rose", "level"),
    ],
)
def test_the_words_before_a_figure_say_how_it_measures(sentence: str, sort: Sort) -> None:
    *_, told = labelled(sentence)
    assert told.sort == sort


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("铁路的里程，2024年越过了8000公里大关。", "铁路的里程2024年越大关"),
        ("财政收入多了1301亿元，总额首次突破万亿元。", "财政收入多总额首次"),
        ("产值增长4%，快于上年0.9个百分点。", "产值增长快于上年"),
        ("全省港口货运量、货运值分别增长31%、57%。", "全省港口货运值增长"),
    ],
    ids=["passed", "in-all", "faster", "shared-beginning"],
)
def test_what_a_clause_leaves_out_is_taken_from_before(sentence: str, label: str) -> None:
    *_, told = labelled(sentence)
    assert told.label == label


def test_figures_told_one_by_one_measure_alike() -> None:
    told = labelled("港口货运量、货运值分别增长31%、57%。")
    assert [one.sort for one in told] == ["growth", "growth"]


def test_years_and_durations_are_no_figures_to_check() -> None:
    assert labels("2025年新建学校12所，用了3年。") == [("12所", "2025年新建学校")]
    assert labels("没有数字。") == labels("") == []


@pytest.mark.parametrize("sentence", SENTENCES, ids=range(len(SENTENCES)))
def test_a_figure_says_where_it_stands_in_the_sentence(sentence: str) -> None:
    found = labelled(sentence)
    assert found
    for told in found:
        assert sentence.startswith(told.figure.text, told.at)
        assert told.figure.text in told.clause
        assert told.clause in sentence
    assert [told.at for told in found] == sorted(told.at for told in found)
