"""Numbers of an English text as Chinese ones: 1.2 million is 120万, 14th is 第14."""

import re
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {
    "thousand": 10**3, "million": 10**6, "mln": 10**6, "billion": 10**9, "bln": 10**9,
    "trillion": 10**12, "trn": 10**12,
}  # fmt: skip
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?:rmb|cny)\s?(?=\d))?(?:"
    rf"(?P<rank>\d+)(?:st|nd|rd|th)\b(?!\s+(?:five|quarter))"
    rf"|(?P<points>{_DIGITS})[\s-](?:percentage|percent)[\s-]points?\b"
    rf"|(?P<percent>{_DIGITS})\s?(?:%|percent\b|per\scent\b)"
    rf"|(?P<scaled>{_DIGITS}|{'|'.join(_WORDS)})[\s-](?:(?P<hundred>hundred)\s)?"
    rf"(?P<scale>{'|'.join(_SCALES)})s?\b"
    rf"|(?P<plain>{_DIGITS})(?![\w-]|[.,]\d))"
)
_SIZES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_DECIMALS = 4
_PLAIN = 4


@dataclass(frozen=True, slots=True)
class Number:
    """A number from ``start`` to ``end`` in Chinese; ``bare`` ones take a unit behind them."""

    start: int
    end: int
    chinese: str
    bare: bool


def numbers(text: str) -> list[Number]:
    """The numbers of an English text in lower case, in order, as reports write them.

    >>> [number.chinese for number in numbers("1.2 million jobs, 5.5 percent, 3 trillion")]
    ['120万', '5.5%', '3万亿']
    """
    return [_number(found) for found in _NUMBER.finditer(text)]


def _number(found: re.Match[str]) -> Number:
    start, end = found.span()
    if found["rank"]:
        return Number(start, end, f"第{found['rank']}", bare=False)
    if found["points"]:
        return Number(start, end, f"{_plain(found['points'])}个百分点", bare=False)
    if found["percent"]:
        return Number(start, end, f"{_plain(found['percent'])}%", bare=False)
    if found["plain"]:
        return Number(start, end, _sized(found["plain"], 1), bare=True)
    size = _SCALES[found["scale"]] * (100 if found["hundred"] else 1)
    return Number(start, end, _sized(found["scaled"], size), bare=True)


def _sized(digits: str, size: int) -> str:
    """A number with 万, 亿 or 万亿 where it was written with a comma or a scale (not 2025)."""
    value = Decimal(_WORDS.get(digits) or _plain(digits)) * size
    if size == 1 and "," not in digits and len(digits) <= _PLAIN:
        return digits
    for least, name in _SIZES:
        if value >= least:
            return f"{_short(value / least)}{name}"
    return _short(value)


def _short(value: Decimal) -> str:
    return f"{round(value, _DECIMALS).normalize():f}"


def _plain(digits: str) -> str:
    return digits.replace(",", "")
