"""Numbers of English texts as Chinese reports write them."""

import pytest

from rag.english_numbers import numbers


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("1.2 million", "120万"),
        ("2 billion", "20亿"),
        ("500 billion", "5000亿"),
        ("3 trillion", "3万亿"),
        ("1.234 trillion", "1.234万亿"),
        ("13.5-billion", "135亿"),
        ("two million", "200万"),
        ("three hundred million", "3亿"),
        ("30 thousand", "3万"),
        ("1,200", "1200"),
        ("10,000", "1万"),
        ("12,345,678", "1234.5678万"),
        ("80", "80"),
        ("2025", "2025"),
        ("5.5 percent", "5.5%"),
        ("5.5 per cent", "5.5%"),
        ("5.5%", "5.5%"),
        ("0.5 percentage points", "0.5个百分点"),
        ("3rd", "第3"),
        ("rmb 8 billion", "80亿"),
    ],
)
def test_a_number_is_written_as_reports_do(english: str, chinese: str) -> None:
    [number] = numbers(f"about {english} in all")
    assert number.chinese == chinese


@pytest.mark.parametrize("text", ["5g", "14th five-year plan", "15-minute circle", "pm2.5", "r2d2"])
def test_what_is_part_of_a_name_is_no_number(text: str) -> None:
    assert numbers(text) == []


def test_a_number_lies_where_it_stands() -> None:
    text = "grew 5.2 percent to 1.2 million"
    assert [text[n.start : n.end] for n in numbers(text)] == ["5.2 percent", "1.2 million"]


def test_only_bare_numbers_take_a_unit() -> None:
    assert [n.bare for n in numbers("3 trillion, 5.5 percent, 80, 3rd")] == [
        True,
        False,
        True,
        False,
    ]
