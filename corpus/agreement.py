"""What a claimed figure is to a stated one, judged as a careful editor would."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from corpus.figures import Figure, Qualifier

Comparison = Literal[
    "same", "rounded", "qualifier", "unit", "direction", "different", "incomparable"
]

_KILOGRAMS = {"斤": Decimal("0.5"), "公斤": Decimal(1), "千克": Decimal(1), "吨": Decimal(1000)}
_METRES = {"米": Decimal(1), "公里": Decimal(1000)}
_COUNTERS = frozenset("个家项所座处条张类件位批种支场次户人")
_AT_LEAST = frozenset({"at_least", "over"})
_AT_MOST = frozenset({"at_most", "under"})
_NEAR = (Decimal("0.92"), Decimal("1.005"))
_FAR = Decimal("1.35")
_LOOSE = Decimal("0.02")


def same(claimed: Figure, stated: Figure) -> bool:
    """Whether two figures say the same: equal, or one rounded as a careful editor would."""
    return compare(claimed, stated) in ("same", "rounded", "qualifier")


def compare(claimed: Figure, stated: Figure) -> Comparison:
    """What a claimed figure is to a stated one.

    Units are converted (斤 and 吨). Right digits of another size or unit are "unit", an equal
    value with 以上 for 以内 or 左右 is "qualifier". 超过, 近 and 约 hold for what they describe.
    """
    if claimed.unit == "倍" and stated.unit == "%" and stated.direction == "up":
        stated = _as_multiple(stated, grown=claimed.direction == "up")
    if not _one_measure(claimed.unit, stated.unit):
        return "unit" if _same_digits(claimed, stated) else "incomparable"
    low, high = in_unit(stated, claimed.unit)
    if (claimed.low, claimed.high) == (low, high):
        if {claimed.direction, stated.direction} == {"up", "down"}:
            return "direction"
        return "qualifier" if _turned(claimed.qualifier, stated.qualifier) else "same"
    if _described(claimed, stated, low, high):
        return "rounded"
    if {claimed.direction, stated.direction} != {"up", "down"} and _rounded(claimed, stated, low):
        return "rounded"
    return "unit" if _same_digits(claimed, stated) and claimed.low > 99 else "different"


def _as_multiple(stated: Figure, grown: bool) -> Figure:
    """A growth in percent as a multiple: 增长358% is 4.58 times the former level, and 3.58 times
    more where ``grown``."""
    low, high = (value / 100 + (0 if grown else 1) for value in (stated.low, stated.high))
    return replace(stated, low=low, high=high, unit="倍", direction="none")


def in_unit(figure: Figure, unit: str) -> tuple[Decimal, Decimal]:
    """The lower and the upper end of a figure in another unit of the same measure."""
    return _base(figure.low, figure.unit, unit), _base(figure.high, figure.unit, unit)


def _one_measure(one: str, other: str) -> bool:
    return (
        one == other
        or any({one, other} <= table.keys() for table in (_KILOGRAMS, _METRES))
        or (one in _COUNTERS and other in _COUNTERS)
    )


def _base(value: Decimal, unit: str, wanted: str) -> Decimal:
    """A value in another unit of the same measure."""
    for table in (_KILOGRAMS, _METRES):
        if unit in table and wanted in table:
            return value * table[unit] / table[wanted]
    return value


def _same_digits(one: Figure, other: Figure) -> bool:
    """Whether the digits agree, whatever their size: 1264万 and 1264亿, 0.7% and 0.7个百分点."""
    if one.low == other.low:
        return one.low > 9 or {one.unit, other.unit} <= {"%", "个百分点"}
    digits = [str(figure.low.normalize()).split("E")[0].replace(".", "") for figure in (one, other)]
    return one.unit == other.unit and digits[0] == digits[1] and len(digits[0]) > 1


def _turned(claimed: Qualifier, stated: Qualifier) -> bool:
    """Whether one says 以上 where the other says 以内 or 左右."""
    sides = [_side(claimed), _side(stated)]
    return sides[0] != sides[1] and "exact" not in sides and "near" not in sides


def _side(qualifier: Qualifier) -> str:
    if qualifier in _AT_LEAST:
        return "least"
    return "most" if qualifier in _AT_MOST else qualifier


def _described(claimed: Figure, stated: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether a stated value is what 超过, 不到, 近 or 约 describe.

    超134万 does not describe 超143万, which says as exactly something else.
    """
    if _side(claimed.qualifier) == _side(stated.qualifier) and claimed.digits >= stated.digits:
        return False
    if claimed.qualifier in _AT_LEAST:
        return claimed.low <= low <= claimed.low * _FAR
    if claimed.qualifier in _AT_MOST:
        return claimed.high / _FAR <= high <= claimed.high
    if claimed.qualifier == "near":
        return claimed.low * _NEAR[0] <= low <= claimed.low * _NEAR[1]
    return False


def _rounded(claimed: Figure, stated: Figure, low: Decimal) -> bool:
    """Whether the claimed value is the stated one with fewer digits."""
    if low == 0 or claimed.qualifier not in ("exact", "about", "near"):
        return False
    if claimed.digits >= stated.digits:
        return False
    loose = claimed.qualifier != "exact"
    if claimed.unit in ("%", "个百分点"):
        return loose and abs(claimed.low - low) / low <= _LOOSE
    step = _last_digit(claimed.low)
    rounds = (low / step).quantize(Decimal(1), ROUND_HALF_UP) * step == claimed.low
    return rounds or (loose and abs(claimed.low - low) / low <= _LOOSE)


def _last_digit(value: Decimal) -> Decimal:
    """The size of the last digit that counts: 10 of 1350, 0.01 of 5.78."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
