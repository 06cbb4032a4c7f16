"""Numbers with units and qualifiers in Chinese official language: read and normalised."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Qualifier = Literal["exact", "about", "at_least", "at_most", "over", "under", "near"]
Direction = Literal["up", "down", "none"]
Kind = Literal["growth", "change", "share", "rank", "multiple", "level"]
SIZES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
SIZES |= {"十万": 10**5, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
_HAN = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_HAN |= {"七": 7, "八": 8, "九": 9}
_TENS = {"十": 10, "百": 100, "千": 1000}
_UNITS = (
    "个百分点|百分点|%|‰|(?<=[万亿])度(?!假)|美元|元/人|元|人次|千瓦时|万千瓦|千瓦|立方米|平方米|平方公里|公里|千米|公顷|微克/立方米|微克每立方米"
    "|标准箱|标箱|辆次|架次|吨标准煤|个月|分钟|小时|个|家|户|人(?!民)|名|亩|吨|斤|项|所|张|辆|套|座|条|场|次|台|件|位|倍|年|天|米|种|类|处|支|部|艘|列|班|匹|只|头|公斤|千克|毫克|成"
)
_HAN_NUMBER = r"[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?"
_NUMBER = rf"\d+(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{_HAN_NUMBER}"
_SIZE = "|".join(sorted((size for size in SIZES if size), key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?P<before>[没未不](?:有|曾)?跌破过?|不得超过|不能超过|不得高于|不得低于|不能低于|不得少于|不低于|不少于|至少|不超过|不高于|不到|不足|低于|超过|突破|大于|高于|接近|将近|大约|约|近|超|逾|过)?了?\s*"
    rf"(?P<percent>百分之)?(?P<first>{_NUMBER})(?P<size1>{_SIZE})?(?P<unit1>{_UNITS})?"
    rf"(?:(?:—|-|~|至|到)(?P<second>{_NUMBER})(?P<size2>{_SIZE})?(?P<unit3>{_UNITS})?)?"
    rf"(?P<more>多|余)?(?(unit1)|(?P<unit2>{_UNITS})?)(?P<more2>多|余)?"
    rf"(?P<after>左右|上下|以上|以内|以下|还多|出头|起步)?"
)
_BEFORE: dict[str, Qualifier] = {
    "不得超过": "at_most", "不能超过": "at_most", "不得高于": "at_most", "不得低于": "at_least",
    "不能低于": "at_least", "不得少于": "at_least",
    "不低于": "at_least", "不少于": "at_least", "至少": "at_least", "不超过": "at_most",
    "不高于": "at_most", "不足": "under", "低于": "under", "超过": "over", "突破": "over",
    "大于": "over", "高于": "over", "超": "over", "逾": "over", "过": "over", "接近": "near",
    "将近": "near", "近": "near", "不到": "under", "大约": "about", "约": "about",
}  # fmt: skip
_AFTER: dict[str, Qualifier] = {
    "左右": "about", "上下": "about", "还多": "over", "出头": "over", "强": "over",
    "以上": "at_least", "起步": "at_least", "以内": "at_most", "以下": "at_most",
}  # fmt: skip
SAME_UNIT = {
    "名": "人",
    "百分点": "个百分点",
    "千米": "公里",
    "标箱": "标准箱",
    "度": "千瓦时",
    "微克每立方米": "微克/立方米",
    "户": "家",
}
_UP = re.compile(r"(?:增长|提高|上涨|增加|扩大|上升|增至|新增|多了|新添了?|涨了?)[^\d，。]{0,4}$")
_DOWN = re.compile(
    r"(?:下降|减少|降低|缩小|回落|收窄|下跌|压减|少了)[^\d，。至到]{0,4}$|(?<![\w%])[-−]$"
)
_SHARE = re.compile(r"占[^，。]{0,14}$|比重[^，。]{0,6}$|占比[^，。]{0,6}$")
_RANK = re.compile(r"第$")
_MORE = re.compile(r"(?<=[万千百十\d])([多余])([万亿])")
_PART = re.compile(
    r"(?:(?P<before>超过?|逾|近|约|不到|不足|接近|大约)了?(?:全[国省市区县球]的?)?)?"
    r"(?:(?P<whole>[二三四五六七八九十]|百)分之(?P<of>[一二三四五六七八九])"
    r"|(?P<n>[1-9])/(?P<d>[2-9]|\d{2})(?!\d)|(?P<half>一半|半数))(?P<after>以上|左右|以内|还多|出头|强)?"
)
_TENTHS = re.compile(r"(?<=[一二三四五六七八九])成(?P<more>半|[一二三四五六七八九])(?![个项批家])")
_BARE = re.compile(
    rf"(?P<before>突破|超过|接近|将近|近|超|逾|过)了?(?P<size>万亿|亿|万)(?P<unit>{_UNITS})(?P<after>以上)?"
)
_LABEL = re.compile(r"[A-Za-z第“]$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text. ``text`` is the slice ``start:end``; ``low`` and ``high`` are in base
    units (1.2万亿元 is 1200000000000 元) and differ only in a range."""

    start: int
    end: int
    text: str
    low: Decimal
    high: Decimal
    unit: str
    qualifier: Qualifier
    direction: Direction
    kind: Kind
    digits: int


@lru_cache(maxsize=1 << 13)
def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in order; years and numbers without a unit or size are none."""
    folded = _folded(text)
    found = [*_figures(text, folded), *_fractions(text, folded), *_bare(text, folded)]
    return tuple(sorted(found, key=lambda figure: figure.start))


def signed(figure: Figure) -> Decimal:
    """The value of a figure, the upper end of a range; below zero for a decline (下降2%)."""
    return -figure.high if figure.direction == "down" and figure.unit == "%" else figure.high


def stands(figure: str, text: str) -> bool:
    """Whether a number stands in a text as a whole number (5% does not in 5.5%)."""
    number = re.escape(_folded(figure).strip())
    return re.search(rf"(?<![\d.]){number}(?![\d]|\.\d)", _folded(text)) is not None


def _folded(text: str) -> str:
    """NFKC character by character, so that offsets stay."""
    folded = [unicodedata.normalize("NFKC", char) for char in text]
    plain = "".join(new if len(new) == 1 else char for new, char in zip(folded, text, strict=True))
    plain = re.sub(r"(?<=\d)[·．](?=\d)", ".", plain)
    return _MORE.sub(r"\2\1", plain)


def _figures(text: str, folded: str) -> Iterator[Figure]:
    for found in _FIGURE.finditer(folded):
        before = folded[max(0, found.start() - 16) : found.start("first")]
        unit = (
            found["unit3"] or found["unit2"] or found["unit1"] or ("%" if found["percent"] else "")
        )
        size = found["size2"] or found["size1"] or ""
        low = _value(found["first"], found["size1"] or size)
        if low is None or not _counts(found, unit, size, low, before):
            continue
        high = _value(found["second"], size) if found["second"] else low
        end, tenth = found.end(), False
        if unit == "成":
            low, high, unit, tenth = low * 10, (high or low) * 10, "%", True
            tenths = _TENTHS.match(folded, folded.find("成", found.start("first")))
            if tenths and not found["after"]:
                more = Decimal(5 if tenths["more"] == "半" else _HAN[tenths["more"]])
                low, high, end = low + more, high + more, tenths.end()
        yield Figure(
            start=found.start(),
            end=end,
            text=text[found.start() : end].strip(),
            low=low,
            high=high if high is not None else low,
            unit=SAME_UNIT.get(unit, unit),
            qualifier="about" if tenth and _qualifier(found) == "exact" else _qualifier(found),
            direction=_direction(before),
            kind=_kind(before, unit),
            digits=len(re.sub(r"\D|0+$", "", found["first"])),
        )


def _fractions(text: str, folded: str) -> Iterator[Figure]:
    """三分之一, 1/3 and 一半 as percentages."""
    for found in _PART.finditer(folded):
        if found["whole"] == "百":
            continue
        if found["half"]:
            share = Decimal(50)
        elif found["n"]:
            share = Decimal(100 * int(found["n"])) / int(found["d"])
        else:
            whole = 10 if found["whole"] == "十" else _HAN[found["whole"]]
            share = Decimal(100 * _HAN[found["of"]]) / whole
        before = folded[max(0, found.start() - 16) : found.start()]
        yield Figure(
            start=found.start(),
            end=found.end(),
            text=text[found.start() : found.end()],
            low=share,
            high=share,
            unit="%",
            qualifier=_qualified(found["before"], found["after"]),
            direction=_direction(before),
            kind=_kind(before, "%"),
            digits=1,
        )


def _bare(text: str, folded: str) -> Iterator[Figure]:
    """突破万亿元, which says 一 by leaving it out."""
    for found in _BARE.finditer(folded):
        value, unit = Decimal(SIZES[found["size"]]), found["unit"]
        before = folded[max(0, found.start() - 16) : found.start()]
        yield Figure(
            start=found.start(),
            end=found.end(),
            text=text[found.start() : found.end()],
            low=value,
            high=value,
            unit=SAME_UNIT.get(unit, unit),
            qualifier=_qualified(found["before"], found["after"]),
            direction=_direction(before),
            kind=_kind(before, unit),
            digits=1,
        )


def _counts(found: re.Match[str], unit: str, size: str, low: Decimal, before: str) -> bool:
    """Whether a number is a figure: not a year, a label or a bare numeral."""
    numeral = found["first"]
    if not (unit or size) or (_LABEL.search(before.rstrip()[-1:]) and unit != "位"):
        return False
    if unit == "年" and (len(numeral) == 4 or not numeral[0].isdigit()):
        return False
    if not numeral[0].isdigit():
        return bool(found["percent"] or size or unit in ("成", "倍", "%") or low >= 10)
    return True


def _value(numeral: str | None, size: str) -> Decimal | None:
    if not numeral:
        return None
    if numeral[0].isdigit():
        return Decimal(numeral.replace(",", "")) * SIZES[size]
    whole, _, part = numeral.partition("点")
    total, digit = 0, 0
    for char in whole:
        if char in _HAN:
            digit = _HAN[char]
        else:
            total, digit = total + (digit or 1) * _TENS[char], 0
    tenths = "".join(str(_HAN[char]) for char in part)
    return Decimal(f"{total + digit}.{tenths or 0}") * SIZES[size]


def _qualifier(found: re.Match[str]) -> Qualifier:
    said = _qualified(found["before"], found["after"])
    more = found["more"] or found["more2"]
    return "over" if said == "exact" and more else said


def _qualified(before: str | None, after: str | None) -> Qualifier:
    if after:
        return _AFTER[after]
    if before and "跌破" in before:
        return "at_least"
    return _BEFORE.get(before or "", "exact")


def _direction(before: str) -> Direction:
    return "up" if _UP.search(before) else "down" if _DOWN.search(before) else "none"


def _kind(before: str, unit: str) -> Kind:
    if unit == "位" and _RANK.search(before):
        return "rank"
    if unit == "倍":
        return "multiple"
    if _SHARE.search(before):
        return "share"
    if _UP.search(before) or _DOWN.search(before):
        return "growth" if unit == "%" else "change"
    return "level"
