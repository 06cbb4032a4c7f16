"""Two figures held against each other: the same, rounded, or wrong in a certain way."""

import pytest

from corpus.agreement import Comparison, compare, same
from corpus.figures import Figure, figures


def one(text: str) -> Figure:
    [found] = figures(text)
    return found


@pytest.mark.parametrize(
    ("claimed", "stated"),
    [
        ("126亿斤", "126亿斤"),
        ("126亿斤", "630万吨"),
        ("630万吨", "126亿斤"),
        ("2公里", "2000米"),
        ("1.5公斤", "3斤"),
        ("12个", "12项"),
        ("3000户", "3000家"),
        ("4.5%—5%", "4.5%到5%"),
        ("5%", "５％"),
        ("占一半", "占50%"),
        ("增长5%", "5%"),
    ],
    ids=[
        *("same", "tons", "jin", "metres", "kilos", "counters", "homes", "range", "wide", "half"),
        *("up",),
    ],
)
def test_equal_figures_say_the_same_in_any_unit_of_one_measure(claimed: str, stated: str) -> None:
    assert compare(one(claimed), one(stated)) == "same"
    assert same(one(claimed), one(stated))


@pytest.mark.parametrize(
    ("claimed", "stated", "outcome"),
    [
        ("超过120亿斤", "126亿斤", "rounded"),
        ("超过120亿斤", "162亿斤", "rounded"),
        ("超过120亿斤", "163亿斤", "different"),
        ("超过130亿斤", "126亿斤", "different"),
        ("不足130亿斤", "126亿斤", "rounded"),
        ("不足120亿斤", "126亿斤", "different"),
        ("近130亿斤", "126亿斤", "rounded"),
        ("近130亿斤", "119亿斤", "different"),
        ("近126亿斤", "126.4亿斤", "rounded"),
        ("近126亿斤", "127亿斤", "different"),
        ("约127亿斤", "126亿斤", "different"),
        ("约130亿斤", "126亿斤", "rounded"),
        ("约128亿斤", "126.4亿斤", "rounded"),
        ("约135亿斤", "126.4亿斤", "different"),
    ],
    ids=[
        *("over", "far", "farther", "not-over", "under", "not-under", "near", "too-far"),
        *("loosely", "beyond", "as-many-digits", "circa", "loose", "off"),
    ],
)
def test_over_under_near_and_about_hold_for_what_they_describe(
    claimed: str, stated: str, outcome: Comparison
) -> None:
    assert compare(one(claimed), one(stated)) == outcome


@pytest.mark.parametrize(
    ("claimed", "stated", "outcome"),
    [
        ("1350万人", "1346万人", "rounded"),
        ("1350万人", "1344万人", "different"),
        ("8.6万亿元", "8.61万亿元", "rounded"),
        ("8.61万亿元", "8.6万亿元", "different"),
        ("5%", "5.1%", "different"),
        ("约5%", "5.1%", "rounded"),
        ("约5%", "5.2%", "different"),
    ],
    ids=["tens", "not-half", "tenths", "made-up", "percent", "about", "not-about"],
)
def test_fewer_digits_are_rounding_but_percentages_are_exact(
    claimed: str, stated: str, outcome: Comparison
) -> None:
    assert compare(one(claimed), one(stated)) == outcome


@pytest.mark.parametrize(
    ("claimed", "stated", "outcome"),
    [
        ("增长3%", "下降3%", "direction"),
        ("下降3%", "增长3%", "direction"),
        ("增长3%", "下降3.04%", "different"),
        ("5%以上", "5%以内", "qualifier"),
        ("5%左右", "5%以上", "qualifier"),
        ("5%", "5%以上", "same"),
        ("超过5%", "5%以上", "same"),
        ("不超过5%", "5%以内", "same"),
        ("3000元", "3000户", "unit"),
        ("1264万元", "1264亿元", "unit"),
        ("12.64万元", "1264亿元", "unit"),
        ("0.7%", "0.7个百分点", "unit"),
        ("3%", "20万人", "incomparable"),
        ("3元", "3户", "incomparable"),
        ("5%", "50%", "different"),
    ],
    ids=[
        *("up", "down", "both", "above", "about", "bare", "over", "at-most", "unit", "size"),
        *("point", "points", "other", "small", "tenfold"),
    ],
)
def test_what_is_wrong_is_named(claimed: str, stated: str, outcome: Comparison) -> None:
    assert compare(one(claimed), one(stated)) == outcome
    assert same(one(claimed), one(stated)) == (outcome in ("same", "rounded", "qualifier"))
