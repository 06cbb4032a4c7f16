"""Of which years a sentence speaks, and whether it tells a result or a target.

A report mixes last year's results, those of a five-year plan, this year's targets and goals
further off. What decides, in this order: the years and plans that the sentence names, the time
that the text around it has been speaking of, the section it stands in.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.types import Document, Passage

Role = Literal["result", "target", "plan", "five-year", "unknown"]


@dataclass(frozen=True, slots=True)
class Period:
    """The first and last year spoken of (None where nothing says) and the role."""

    first: int | None = None
    last: int | None = None
    role: Role = "unknown"


UNKNOWN = Period()

_NUMERALS = "一二三四五六七八九"
_FIVE_YEAR_PLANS = (1953, 1958, 1966, 1971, 1976, 1981, 1986, 1991, 1996)
_PLAN = re.compile(
    r"[“\"](?P<n>十?[一二三四五六七八九]|十)五[”\"](?!规划(?:纲要)?(?:编制|建议|目标|任务|确定))"
)
_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s*年(?!期|代)")
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?[—~至到-]+((?:19|20)\d\d)\s*年")
_FIVE = re.compile(
    r"(?:过去|这|[前近]|最近)的?[五5]年(?!新[高低])|[五5]年(?:来|间|中(?!期)|累计|共(?!同))|的五年(?=[。；])"
)
_NEXT_FIVE = re.compile(r"(?:未来|今后)的?[五5]年")
_AGAINST = re.compile(
    r"(?:比|较|从|由|自|于|同|与|按)(?:(?:19|20)\d\d\s*年|去年|上年|前年|“.{1,3}五”)[^，。；]{0,6}?"
    r"(?:[相比末底期的]|(?=[增提减下上降高低扩翻多少\d]))"
)
_BEFORE_LAST = re.compile(r"前年")
_LAST = re.compile(r"去年|上年(?!度?同期)|上一年|过去(?:的)?一年|一年来")
_THIS = re.compile(r"今年(?!以来)|本年度?")
_NEXT = re.compile(r"明年")
_OPENING = 14
_PAST = re.compile(r"回顾|成绩|成就|成效|结果|过去|执行情况|新进展$")
_FUTURE = re.compile(
    r"安排|目标|任务|重点工作|总体要求|打算|考虑|部署|建议|思路|今后|实事|举措|使命"
)
_APART = re.compile(r"名词|注释|解释|附录|附表|用语说明")
_EXPECTED = re.compile(r"预期目标|奋斗目标|(?:今年|全年|\d年).{0,20}目标[，,]?(?:是|定?为|：|:)")
_MET = re.compile(r"(?:超过|高于|低于|好于|超额完成|完成了)[^，。；]{0,14}目标")
_TURN = re.compile(r"预期目标|(?:今年|\d年)[^，。]{0,10}(?:工作|发展)[^，。]{0,10}总体要求")
_AIMED = re.compile(r"“.{1,3}五”(?:时期|期间)?[^，。；]{0,30}(?:目标|任务)")
_SINCE_LAST = re.compile(r"(?:比|较)(?:上年|去年)")
_MEANT = re.compile(r"力争|确保|争取|预期|以上|左右|以内|要|将|计划|目标|安排|增加到|提高到")
_COMPARED = re.compile(r"(?:比|较)((?:19|20)\d\d)年")
_COMPARED_PLAN = re.compile(r"(?:比|较)“.{1,3}五”")
_SO_FAR = re.compile(
    r"已(?!经?建成后)|上半年|同期|[1-9一二三四五六七八九]月份?|(?<![为])了(?![解结])|目前|当前"
)
_FUNDS = re.compile(r"安排.{0,30}(?:资金|补助|国债|债券|投资).{0,20}元")
_LEVEL = re.compile(
    r"力争|争取|预期|百分之|失业率|涨幅|不低于|(?:达|增长|提高|下降|降低|稳定|保持|控制|突破|超过|压减)[^，。；]{0,24}"
    r"(?:以上|左右|以内|以下)|[提达增压降][高到至]\s?\d|达到?\s?[\d百千]|(?:控制|稳定|保持)在"
    r"|突破\s?\d|(?:增长|下降|增速|率)[^，。；]{0,6}\d[\d.]*[%％]"
    r"|(?:总值|总?产[值量]|收入|就业|[总成交]额|增加值)[^，。；]{0,10}\d"
)
_GOAL_YEAR = re.compile(r"(?:到|力争)(?:19|20)\d\d年|\d年(?:底|末)?(?:前|力争|达|基本)")
_NEW = re.compile(
    r"(?:要|将|继续|计划|拟|新建|建设|实施|改造|推进|培育|支持|安排|开展|完成|打造|新增)"
)
_HAPPENED = re.compile(
    r"已(?!经?建)|了(?![解结然])|同比|位居|首次|连续|累计|获批|荣获|入选|实现了|居全国|建成投|增长到"
)


def periods(document: Document, passages: Sequence[Passage]) -> tuple[Period, ...]:
    """The period of each passage of a document, in order.

    A sentence without a time of its own goes on with the span of years that its paragraph began
    with, if any, and else with its section. A report without telling headings is a review up to
    the sentence that turns to the year ahead.
    """
    year = document.identity.year
    told = _sections(document)
    silent = all(period == UNKNOWN for _, period in told)
    around = _review(year) if silent and document.identity.kind == "report" else UNKNOWN
    spoken, end, at = UNKNOWN, 0, -1
    found = []
    for passage in passages:
        text = _folded(passage.text)
        own = _named(text, year)
        while at + 1 < len(told) and told[at + 1][0] <= passage.start:
            at += 1
        if "\n" in document.text[end : passage.start]:
            spoken = UNKNOWN
        if own is not None and _opens(text):
            spoken = own if own.role == "five-year" else UNKNOWN
        if silent and year is not None and _TURN.search(text):
            around = Period(year, year, "target")
        above = around if silent or at < 0 else told[at][1]
        if spoken.last is not None and above.role == "result" and above.last == spoken.last:
            above = spoken
        found.append(_decided(text, own, above, year))
        end = passage.end
    return tuple(found)


def _sections(document: Document) -> list[tuple[int, Period]]:
    """Where each outermost heading stands and what it says of the sentences below it.

    One that says nothing goes on with tasks, once the report has come to them.
    """
    found: list[tuple[int, Period]] = []
    before = UNKNOWN
    for heading in document.headings:
        if heading.level > 1:
            continue
        told = section(heading.title, document.identity.year)
        if told == UNKNOWN and before.role == "target" and not _APART.search(heading.title):
            told = before
        found.append((heading.start, told))
        before = told
    return found


def section(heading: str, year: int | None) -> Period:
    """What an outermost heading says of the sentences below it.

    Where a review names a five-year plan, it is of the year before the report all the same: most
    of what it tells is what there was at the end.
    """
    if year is None:
        return UNKNOWN
    text = _folded(heading)
    years = [int(y) for y in _YEAR.findall(text)]
    if years:
        return _review(year) if years[0] < year else Period(years[0], years[0], "target")
    if _FIVE.search(text):
        return Period(year - 5, year - 1, "five-year")
    if _PAST.search(text):
        return _review(year)
    plan = _plan(text, year) or (year if _NEXT_FIVE.search(text) else None)
    if plan:
        return Period(plan, plan + 4, "five-year")
    return Period(year, year, "target") if _FUTURE.search(text) else UNKNOWN


def _review(year: int | None) -> Period:
    return UNKNOWN if year is None else Period(year - 1, year - 1, "result")


def _decided(text: str, own: Period | None, above: Period, year: int | None) -> Period:
    """The period from the sentence's own words and from what stands above it."""
    if year is None:
        return own or UNKNOWN
    if _EXPECTED.search(_MET.sub("", text)) and (own is None or own.role != "five-year"):
        last = own.last if own and own.last else year
        return Period(last, last, "result" if last < year else "target")
    return _in_role(own, text, year) if own else _by_surroundings(text, above, year)


def _by_surroundings(text: str, above: Period, year: int) -> Period:
    """The period of a sentence that names no time of its own."""
    if _SINCE_LAST.search(text) and not _MEANT.search(text):
        return above if above.role == "result" else Period(year - 1, year - 1, "result")
    if above == UNKNOWN:
        return _by_verbs(text, year)
    if above.role == "result" and _over_years(text, year):
        return Period(year - 5, year - 1, "five-year")
    if above.last is not None and above.last >= year and above.role != "five-year":
        return Period(above.first, above.last, _ahead(text))
    return above


def _in_role(own: Period, text: str, year: int) -> Period:
    """The time that a sentence names, with its role: a result once it is past or has happened."""
    if own.role == "five-year" or own.last is None:
        return own
    happened = own.last < year or (own.last == year and _SO_FAR.search(text) is not None)
    return Period(own.first, own.last, "result" if happened else _ahead(text))


def _over_years(text: str, year: int) -> bool:
    """Whether a sentence of a review tells what several years have changed."""
    then = [int(found) for found in _COMPARED.findall(text)]
    return (
        "年均" in text
        or _COMPARED_PLAN.search(text) is not None
        or any(year - 1 - y >= 4 for y in then)
    )


def _ahead(text: str) -> Role:
    """Of a sentence about this year or later: a level to reach, or a measure to carry out."""
    if _FUNDS.search(text):
        return "plan"
    return "target" if _LEVEL.search(text) else "plan"


def _by_verbs(text: str, year: int) -> Period:
    """Where nothing says of what time a sentence is, its verbs do."""
    if _HAPPENED.search(text):
        return Period(year - 1, year - 1, "result")
    if _NEW.match(text) or "力争" in text:
        return Period(year, year, _ahead(text))
    return UNKNOWN


def _named(text: str, year: int | None) -> Period | None:
    """The years that a sentence itself names, those that it only compares with left out."""
    told = _AGAINST.sub("", text)
    written = _written_out(told)
    return written if written or year is None else _relative(told, year)


def _written_out(told: str) -> Period | None:
    """2021—2025年, or the last of single years."""
    span = _SPAN.search(told)
    if span:
        first, last = int(span[1]), int(span[2])
        return Period(first, last, "five-year" if last - first > 1 else "unknown")
    years = [int(found) for found in _YEAR.findall(told)]
    return Period(max(years), max(years)) if years else None


def _relative(told: str, year: int) -> Period | None:
    """去年, 五年来 or “十四五”, counted from the year of the document."""
    for pattern, shift in ((_BEFORE_LAST, -2), (_LAST, -1), (_THIS, 0), (_NEXT, 1)):
        if pattern.search(told):
            return Period(year + shift, year + shift)
    if _FIVE.search(told):
        return Period(year - 5, year - 1, "five-year")
    if _NEXT_FIVE.search(told):
        return Period(year, year + 4, "five-year")
    plan = _plan(_AIMED.sub("", told), year)
    return Period(plan, plan + 4, "five-year") if plan else None


def _plan(text: str, year: int) -> int | None:
    """The first year of the five-year plan named, nearest to the year of the document.

    “十五” alone was the tenth plan (2001–2005); the fifteenth is written “十五五”.
    """
    found = _PLAN.search(text)
    if not found:
        return None
    number = found["n"]
    if number == "十":
        return 2001
    if number.startswith("十"):
        return 2001 + 5 * (_NUMERALS.index(number[1]) + 1)
    return _FIVE_YEAR_PLANS[_NUMERALS.index(number)]


def _opens(text: str) -> bool:
    """Whether a sentence opens with a time, so that those after it go on with it."""
    if text.endswith("的五年。"):
        return True
    head = text[:_OPENING]
    times = (_YEAR, _LAST, _THIS, _FIVE, _NEXT_FIVE, _PLAN, _NEXT)
    return any(pattern.search(head) for pattern in times) and not _AGAINST.search(head)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("〇", "○")
