"""Numbers as old reports write them: 473万 is 四百七十三万 there."""

import re
import unicodedata

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d+)?(?!\d)")


def in_han(text: str) -> str:
    """A text with its numbers of up to four digits in Chinese numerals, percentages too.

    >>> in_han("473万吨"), in_han("7.2倍"), in_han("17.8%")
    ('四百七十三万吨', '七点二倍', '百分之十七点八')
    """
    text = re.sub(r"(\d{1,4}(?:\.\d+)?)[%％]", r"百分之\1", text)
    return _NUMBER.sub(lambda found: _spelt(found.group()), text)


def _spelt(number: str) -> str:
    whole, _, part = number.partition(".")
    point = "点" + "".join(_DIGITS[int(digit)] for digit in part) if part else ""
    return _whole(int(whole)) + point


def _whole(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    digits = str(number)
    said = ""
    for at, digit in enumerate(digits):
        place = _PLACES[len(digits) - 1 - at]
        said += _DIGITS[int(digit)] + (place if digit != "0" else "")
    said = re.sub("零+", "零", said).rstrip("零")
    return said.removeprefix("一") if said.startswith("一十") else said


def says_year(text: str, year: int) -> bool:
    """Whether a text names a year, in digits of any width or in Chinese numerals."""
    plain = unicodedata.normalize("NFKC", text).replace("○", "〇")
    return str(year) in plain or year_in_han(year) in plain


def year_in_han(year: int) -> str:
    """A year digit by digit.

    >>> year_in_han(1960)
    '一九六〇'
    """
    return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in str(year))
