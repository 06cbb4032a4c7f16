"""Texts compared: folded, numbers whole."""

import pytest

from eval.matching import coverage, fold, grams, stands


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("5.5%", "增长5.5%左右"),
        ("5%", "增长5％以上"),
        ("120万人", "新增就业１２０万人以上"),
        ("4.5%-5%", "增长4.5%—5%"),
        ("4.5%-5%", "增长4.5%至5%"),
        ("4.5%-5%", "增长4.5％到5％"),
        ("4.5%——5%", "增长4.5%~5%"),
        ("人工智能+", "“人工智能＋”行动"),
        ("六大工程", "六大 工程"),
        ("GDP", "gdp增长"),
        ("星火三百", "“星火”三百"),
        ("6", "第6项"),
        ("1299", "1299家"),
        ("1,299家", "达到1,299家"),
        ("120", "新增120，达到了3000户"),
        ("5", "甲5，6月起"),
    ],
    ids=[str(n) for n in range(16)],
)
def test_a_fact_stands_in_a_text(fact: str, text: str) -> None:
    assert stands(fact, text)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("5%", "增长5.5%"),
        ("5%", "增长15%"),
        ("5.5", "增长5.55"),
        ("6", "2026年"),
        ("6", "5.6"),
        ("2026", "20261"),
        ("299", "1,299家"),
        ("1", "1,299家"),
        ("120万人", "1120万人"),
        ("六大工程", "六项工程"),
        ("", "任何文字"),
        ("“”", "任何文字"),
    ],
    ids=[str(n) for n in range(12)],
)
def test_a_fact_does_not_stand_in_a_text(fact: str, text: str) -> None:
    assert not stands(fact, text)


def test_folding_twice_changes_nothing() -> None:
    for text in ("增长４．５％ — ５％", "“星火 三百”", "A～B", "第1至3项"):
        assert fold(fold(text)) == fold(text)
    assert fold("增长４.５％ —— ５％") == "增长4.5%-5%"


def test_grams_are_four_characters_or_the_whole_text() -> None:
    assert grams("稳就业保民生") == {"稳就业保", "就业保民", "业保民生"}
    assert grams("稳就业") == {"稳就业"}
    assert grams("") == grams(" “” ") == set()


def test_coverage_is_the_share_of_a_quote_that_the_texts_hold_together() -> None:
    quote = "稳就业保民生"
    assert coverage(quote, ["一定要稳就业，保民生。", "稳就业保民生。"]) == 1.0
    assert coverage(quote, ["稳就业保"]) == pytest.approx(1 / 3)
    assert coverage(quote, ["稳就业保", "业保民生"]) == pytest.approx(2 / 3)
    assert coverage(quote, []) == coverage(quote, [""]) == coverage("", ["稳就业"]) == 0.0


def test_a_quote_of_two_characters_can_be_covered() -> None:
    assert coverage("舟山", ["风电场建在舟山。"]) == 1.0
    assert coverage("舟山", ["风电场建在宁波。"]) == 0.0
