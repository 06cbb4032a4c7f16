"""Figures are read with unit, qualifier and direction, and compared as an editor would."""

from decimal import Decimal

import pytest

from corpus.agreement import compare, same
from corpus.figures import Figure, figures, stands


def one(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("进出口1.2万亿元", "1200000000000", "元"),
        ("新增贷款７．５万亿元", "7500000000000", "元"),
        ("增长4·3％", "4.3", "%"),
        ("粮食616亿斤", "61600000000", "斤"),
        ("百分之五", "5", "%"),
        ("占四成", "40", "%"),
        ("惠及十五万人", "150000", "人"),
        ("下降2.5个百分点", "2.5", "个百分点"),
    ],
)
def test_a_figure_is_read_in_base_units(text: str, value: str, unit: str) -> None:
    figure = one(text)
    assert (figure.low, figure.high, figure.unit) == (Decimal(value), Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("三分之一", Decimal(100) / 3, "exact"),
        ("超三分之二", Decimal(200) / 3, "over"),
        ("十分之一以上", Decimal(10), "at_least"),
        ("1/4", Decimal(25), "exact"),
        ("近一半", Decimal(50), "near"),
        ("1/10以上", Decimal(10), "at_least"),
        ("十分之一还多", Decimal(10), "over"),
        ("超过全国的四分之一", Decimal(25), "over"),
        ("不到半数", Decimal(50), "under"),
        ("八成", Decimal(80), "about"),
        ("超过八成", Decimal(80), "over"),
        ("八成半", Decimal(85), "about"),
        ("六成五", Decimal(65), "about"),
        ("五点二%", Decimal("5.2"), "exact"),
        ("百分之五点二", Decimal("5.2"), "exact"),
        ("百分之十二点零五", Decimal("12.05"), "exact"),
    ],
    ids=[
        *("third", "thirds", "tenth", "slash", "half"),
        *("slash-ten", "and-more", "of-the-country", "half-too", "tenths", "over-tenths"),
        *("and-a-half", "and-five", "point", "percent", "hundredths"),
    ],
)
def test_shares_in_words_are_percentages(text: str, value: Decimal, qualifier: str) -> None:
    figure = one(f"占{text}")
    assert (figure.low, figure.high, figure.unit) == (value, value, "%")
    assert (figure.text, figure.qualifier) == (text, qualifier)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("首次突破万亿元", 10**12, "元"), ("过亿人次", 10**8, "人次"), ("近万亿元", 10**12, "元")],
    ids=["money", "people", "near"],
)
def test_a_one_that_is_left_out_is_read(text: str, value: int, unit: str) -> None:
    figure = one(text)
    assert (int(figure.low), figure.unit) == (value, unit)


@pytest.mark.parametrize("text", ["万元以上项目", "亿元企业"])
def test_a_size_that_nothing_passes_is_no_figure(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [("38项成果", "项"), ("3万亿元台阶", "元"), ("865亿元人民币", "元"), ("20多个", "个")],
    ids=["items", "step", "currency", "some"],
)
def test_a_unit_is_not_taken_twice(text: str, unit: str) -> None:
    assert one(text).unit == unit


def test_a_count_of_projects_is_no_part_of_tenths() -> None:
    [tenths] = figures("建成三成五个项目")[:1]
    assert (tenths.text, tenths.low) == ("三成", Decimal(30))


@pytest.mark.parametrize("text", ["2025年", "5G网络", "第十四届", "六大工程", "“十四五”规划"])
def test_years_names_and_ordinals_are_no_figures(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("5%左右", "about"),
        ("5%以上", "at_least"),
        ("5%以内", "at_most"),
        ("不低于5%", "at_least"),
        ("超过5%", "over"),
        ("约5%", "about"),
        ("近5%", "near"),
        ("5%起步", "at_least"),
        ("没跌破过5%", "at_least"),
        ("5%", "exact"),
    ],
)
def test_the_qualifier_is_read_on_either_side(text: str, qualifier: str) -> None:
    assert one(text).qualifier == qualifier


def test_a_range_has_two_ends_and_shares_its_unit() -> None:
    figure = one("增长4.5%—5%")
    assert (figure.low, figure.high, figure.unit) == (Decimal("4.5"), Decimal("5"), "%")


def test_the_slice_is_exact_and_keeps_its_place() -> None:
    text = "全省新增就业４２万人以上，完成投资3亿元。"
    for figure in figures(text):
        assert figure.text in text[figure.start : figure.end]
    assert [figure.text for figure in figures(text)] == ["４２万人以上", "3亿元"]


@pytest.mark.parametrize(
    ("text", "direction"), [("增长3%", "up"), ("下降3%", "down"), ("为3%", "none")]
)
def test_the_word_before_gives_the_direction(text: str, direction: str) -> None:
    assert one(text).direction == direction


@pytest.mark.parametrize(
    ("claimed", "stated", "outcome"),
    [
        ("12000亿元", "1.2万亿元", "same"),
        ("1264亿元", "1264.3亿元", "rounded"),
        ("5%", "5.5%", "different"),
        ("5.5%", "6%", "different"),
        ("增长3%", "下降3%", "direction"),
        ("5%以上", "5%以内", "qualifier"),
        ("1264万元", "1264亿元", "unit"),
        ("3000元", "3000户", "unit"),
        ("3%", "20万人", "incomparable"),
    ],
)
def test_two_figures_are_compared(claimed: str, stated: str, outcome: str) -> None:
    assert compare(one(claimed), one(stated)) == outcome


def test_same_allows_rounding_but_no_other_value() -> None:
    assert same(one("1264亿元"), one("1264.3亿元"))
    assert not same(one("5%"), one("5.5%"))


def test_a_number_stands_only_as_a_whole_number() -> None:
    assert stands("5.5%", "增长５．５％")
    assert not stands("5%", "增长5.5%")
    assert not stands("6", "2026年")
