"""A figure is found however it is written, and only as a whole number of its unit."""

import pytest

from corpus.figures import Figure, figures
from corpus.spellings import lone, matches, spellings


def figure(text: str) -> Figure:
    found = lone(text)
    assert found is not None
    return found


def begins(asked: str, text: str) -> bool:
    """Whether one of the spellings of a figure stands in a text."""
    return any(
        f"{one.number}{tail}" in text for one in spellings(figure(asked)) for tail in one.tails
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("1.2万亿", "1.2万亿元"),
        ("1.2万亿元", "12000亿元"),
        ("1.2万亿元", "12,000亿元"),
        ("12000亿元", "一点二万亿元"),
        ("1.2万亿", "1.2万亿斤"),
        ("5.5%", "百分之五点五"),
        ("5.5%", "5.50%左右"),
        ("5.5%左右", "5.5%左右"),
        ("5.5%", "5%—5.5%"),
        ("260个", "二百六十个"),
        ("45名", "45人"),
        ("3000亿元", "3000多亿元"),
    ],
)
def test_one_figure_in_two_writings(asked: str, told: str) -> None:
    assert begins(asked, told)
    assert matches(figure(asked), figures(told)[0])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("1.2万亿", "11.2万亿元"),
        ("1.2万亿元", "1.2亿元"),
        ("1.2万亿元", "1.2万亿斤"),
        ("5.5%", "5.5个百分点"),
        ("5.5%左右", "5.5%以上"),
        ("5.5%左右", "5.5%"),
        ("5%—6%", "5%"),
    ],
)
def test_another_figure_is_not_it(asked: str, told: str) -> None:
    assert not matches(figure(asked), figures(told)[0])


def test_only_a_text_that_is_a_figure_is_one() -> None:
    assert lone("增长5%") is None
    assert lone("5%和6%") is None
    assert lone("2025年") is None
    assert lone("新质生产力") is None


def test_few_numbers_are_looked_for() -> None:
    assert all(len(spellings(figure(text))) <= 16 for text in ("1.2万亿元", "5%", "100万人", "3个"))
