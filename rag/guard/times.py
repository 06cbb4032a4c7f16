"""The years, plans and dates that a text names, relative ones counted from its report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Years = tuple[int, int]
"""First and last year spoken of."""

_SPAN = r"(?<!\d)(?P<from>(?:19|20)\d\d)年?(?:—|-|~|至|到)+(?P<to>(?:19|20)\d\d)年?"
_YEAR = r"(?<![\d.])(?P<year>(?:19|20)\d\d)年(?!代)"
_HAN = r"(?P<han>[一二][九〇零○][〇零○一二三四五六七八九]{2})年"
_PLAN = (
    r"(?<![二三四五六七八九])“?(?P<plan>十[一二三四五六七八九])五”?(?![个项年人家亩名岁])"
    r"|“(?P<old>[一二三四五六七八九])五”"
)
_RELATIVE = (
    r"(?P<before>前年)|(?P<last>去年|上年(?!度?同期)|上一年|过去(?:的)?一年|一年来)"
    r"|(?P<this>今年|本年度?|当年)|(?P<next>明年)"
    r"|(?P<five>(?:过去|这|前|近|最近)的?[五5]年|[五5]年(?:来|间))|(?P<ahead>(?:未来|今后)的?[五5]年)"
)
_TIME = re.compile("|".join((_SPAN, _YEAR, _HAN, _PLAN, _RELATIVE)))
_NAMED = re.compile(
    r"(?P<before>[一-鿿]{2,8}?)?(?P<year>(?:19|20)\d\d)年?(?P<of>[^，。；、\d]{0,16}?)(?:政府工作)?(?:报告|摘编|访谈|讲话|摘登|文本)"
)
_COMPARED = re.compile(r"(?:比|较|从|由|自|于|同|与|按|超过|高于|低于)$")
_AGAINST = re.compile(r"[^，。；]{0,6}?(?:[相比末底期的]|[增提减下上降高低扩翻多少\d])")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "0001234567" + "89")
_PLANS = (1953, 1958, 1966, 1971, 1976, 1981, 1986, 1991, 1996)
_DATE = re.compile(
    r"(?<!\d)\d{1,2}月(?:\d{1,2}日|[上中下]旬|[初底末]|份)?|(?<!\d)\d{1,2}日(?!均)|[上下]半年"
    r"|(?:前?[一二三四两]个?)季度|年[底末初中]|第[一二三四]季度"
)


@dataclass(frozen=True, slots=True)
class Time:
    """Years named at ``start`` to ``end``; ``against``: only compared with (比2020年)."""

    start: int
    end: int
    years: Years
    against: bool = False


def times(text: str, year: int | None) -> tuple[Time, ...]:
    """The years that a folded text names, in order; ``year`` is that of its report.

    >>> [time.years for time in times("去年增长5%，“十五五”时期翻番", 2026)]
    [(2025, 2025), (2026, 2030)]
    """
    found: list[Time] = []
    for one in _TIME.finditer(text):
        years = _years(one, year)
        if found and one.group() == "上年" and found[-1].years[0] == found[-1].years[1]:
            years = found[-1].years[0] - 1, found[-1].years[0] - 1
        if years:
            against = bool(
                _COMPARED.search(text, 0, one.start()) and _AGAINST.match(text, one.end())
            )
            found.append(Time(one.start(), one.end(), years, against))
    return tuple(found)


def dates(text: str) -> tuple[str, ...]:
    """The months, days, quarters and halves of a year that a text names, as written."""
    return tuple(_DATE.findall(text))


def documents(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Where a text names a report by its year (2026年广东省政府工作报告): start, end, year and
    what stands between."""
    for found in _NAMED.finditer(text):
        of = (found["before"] or "") + found["of"]
        yield found.start(), found.end(), int(found["year"]), of


def without(text: str) -> str:
    """The text without the times and dates that it names."""
    return _DATE.sub("　", _TIME.sub("　", text))


def _years(found: re.Match[str], year: int | None) -> Years | None:
    if found["from"]:
        return int(found["from"]), int(found["to"])
    if found["year"]:
        return int(found["year"]), int(found["year"])
    if found["han"]:
        written = int(found["han"].translate(_DIGITS))
        return written, written
    if found["plan"] or found["old"]:
        first = _plan(found["plan"] or found["old"])
        return first, first + 4
    return None if year is None else _relative(found, year)


def _plan(name: str) -> int:
    """The first year of a five-year plan: 十四 (of 十四五) began in 2021."""
    at = "一二三四五六七八九".index(name[-1])
    return 2001 + 5 * (at + 1) if name[0] == "十" else _PLANS[at]


def _relative(found: re.Match[str], year: int) -> Years:
    if found["five"]:
        return year - 5, year - 1
    if found["ahead"]:
        return year, year + 4
    shift = -2 if found["before"] else -1 if found["last"] else 1 if found["next"] else 0
    return year + shift, year + shift
