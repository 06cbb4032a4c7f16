"""Numbers as old reports write them."""

import pytest

from corpus.numerals import in_han, says_year, year_in_han


@pytest.mark.parametrize(
    ("digits", "han"),
    [
        ("473万吨", "四百七十三万吨"),
        ("7.2倍", "七点二倍"),
        ("17.8%", "百分之十七点八"),
        ("10人", "十人"),
        ("105家", "一百零五家"),
        ("2000户", "二千户"),
        ("0个", "零个"),
    ],
    ids=["hundreds", "tenths", "percent", "ten", "gap", "thousands", "zero"],
)
def test_digits_become_numerals(digits: str, han: str) -> None:
    assert in_han(digits) == han


def test_a_year_is_found_however_it_is_written() -> None:
    assert year_in_han(1960) == "一九六〇"
    for text in ("1960年", "１９６０年", "一九六○年", "一九六〇年"):
        assert says_year(text, 1960)
    assert not says_year("1961年", 1960)
