"""How a figure may be written: 1.2万亿, 12000亿, 12,000亿, 一点二万亿 are one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.figures import SAME_UNIT, SIZES, Figure, figures
from corpus.numerals import in_han

_USUAL = ("", "万", "亿", "万亿")
_LONGEST = 7
_DECIMALS = 4
_LEAST = Decimal("0.01")
_ROUND_AT_MOST = 1000
_HAN_AT_MOST = 10_000
_MORE = ("", "多", "余")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A number as it may be written, and what has to follow it: one of the ``tails``."""

    number: str
    tails: tuple[str, ...]


def spellings(figure: Figure) -> tuple[Spelling, ...]:
    """What to look for to find a figure: its number in all writings with sizes and units.

    They only find where to look; ``matches`` says whether it is the figure.

    >>> [one.number for one in spellings(lone("5.5%"))]
    ['5.5%', '5.5', '5.50', '五点五', '百分之五点五']
    """
    found = [(figure.text, "")]
    sizes = {"": 1} if "%" in figure.unit else SIZES
    for value in dict.fromkeys((figure.low, figure.high)):
        for size, factor in sizes.items():
            found += _written(value / factor, size, _units(figure.unit))
    tails: dict[str, list[str]] = {}
    for number, tail in found:
        tails.setdefault(number, []).append(tail)
    return tuple(Spelling(number, tuple(ends)) for number, ends in tails.items())


def matches(asked: Figure, told: Figure) -> bool:
    """Whether a figure of a text is the one asked for.

    Values and units are compared as a whole; a figure asked for without a unit may have any, one
    without a qualifier (左右, 以上) too. A single value also is either end of a range.
    """
    if asked.unit and asked.unit != told.unit:
        return False
    if asked.qualifier not in ("exact", told.qualifier):
        return False
    if asked.low != asked.high:
        return (asked.low, asked.high) == (told.low, told.high)
    return asked.low in (told.low, told.high)


def lone(text: str) -> Figure | None:
    """The figure that a text is, if it is nothing else.

    >>> lone("１.２万亿元").low, lone("增长5%")
    (Decimal('1200000000000.0'), None)
    """
    found = figures(text)
    return found[0] if len(found) == 1 and found[0].text == text.strip() else None


def _written(number: Decimal, size: str, units: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A number of a size in digits and in Chinese numerals, with each unit."""
    digits = format(number.normalize(), "f")
    whole, _, part = digits.partition(".")
    if number < _LEAST or len(whole) > _LONGEST or len(part) > _DECIMALS:
        return
    if size not in _USUAL and (part or number >= _ROUND_AT_MOST):
        return
    tails = [f"{more}{size}" for more in _MORE] if size else units
    forms = [digits]
    if size in _USUAL:
        forms += [f"{digits}0" if part else f"{digits}.0"]
    if len(whole) > 3:
        forms.append(re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", whole) + (f".{part}" if part else ""))
    if 1 <= number < _HAN_AT_MOST and size in _USUAL:
        forms.append(in_han(digits))
    yield from ((form, tail) for form in forms for tail in tails)
    if "%" in units and not size:
        yield f"百分之{in_han(digits)}", ""


def _units(unit: str) -> tuple[str, ...]:
    """The ways to write a unit, and what may stand before it."""
    others = tuple(other for other, one in SAME_UNIT.items() if one == unit)
    return tuple(more + one for one in (unit, *others) for more in (_MORE if unit else ("",)))
