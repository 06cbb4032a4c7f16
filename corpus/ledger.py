"""The figures that every report states, read off its text: which indicator, of what year, result
or target, with the span that says so.

A clause states an indicator where it names it (and nothing that only looks alike); its value is
the figure behind the name, or what is said in words (与经济增长同步). A clause without a subject
goes on with the indicator of the clause before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.figures import Figure, figures
from corpus.indicators import INDICATORS, Indicator
from corpus.periods import Period, periods
from corpus.places import find
from corpus.types import Document, Passage

Measure = Literal["growth", "level", "words"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What a document states of an indicator.

    ``value`` is the slice ``value_start:value_end`` of the text, ``start:end`` the clause that
    states it; ``measure`` is growth (增长5%), a level (14万亿元, 失业率5%) or a statement in words.
    ``listed`` tells that it stands in the list of expected targets.
    """

    indicator: str
    measure: Measure
    period: Period
    value: str
    start: int
    end: int
    value_start: int
    value_end: int
    listed: bool = False


_BY_NAME = {indicator.name: indicator for indicator in INDICATORS}
_OF_GRAIN = re.compile(r"粮食(?:增产|播种面积|[再又喜]获|生产)")
_STOP = re.compile(r"[，；;。！？!?\n]|,(?!\d{3})|(?<!\d)[：:]|[：:](?!\d)")
_PAUSE = re.compile(
    r"(?<=[%％人元吨斤亩上右内下步定理量位])、(?!力争|[\d.]+|[^，；。]{0,3}分别)(?=[^、，；。]{2,})"
)
_GOES_ON = re.compile(
    r"(?:全年|\d{4}年)?(?:同比|比上年|较上年|实际|预计|初步统计|总量|规模|增速)*"
    r"(?:增长|增速|增幅|下降|上涨|达到?|突破|超过|(?:总?产量|总产)(?=[\d达])|为|约|居|保持|稳定|控制|力争|跨上|迈上)"
)
_PART_OF_YEAR = re.compile(r"[一二三四]季度|上半年|前三季度|下半年|\d月|半年")
_OVER_YEARS = re.compile(r"年均|累计|五年|[两三四]年|翻[一两]番|平均每年")
_LISTED = re.compile(r"预期目标|主要目标")
_GROWS = re.compile(r"增长|增速|增幅|涨幅|上涨|下降|降低|提高")
_TO = re.compile(
    r"(?:达到?|[提增上跃][高加长升]到|[降减落][低少]?[到至]|增至|升至|稳定在|保持在|控制在|跨上|突破|为)$"
)
_FALLS = re.compile(r"(?:下降|降低|减少|回落|下跌)$")
_RESPECTIVELY = re.compile(r"分别")
_MARK = re.compile(r"的?(?:新?台阶|大关|关口)")
_HOPED = re.compile(r"[、，]?(?:并)?力争(?:达到?|实现|增长)?")
_NARROWER = re.compile(r"县域|县（市）|园区|开发区|脱贫|集体|整体")
_IN_WORDS = re.compile(
    r"(?:要?合理|[与和同跟].{0,10}同步|(?:高于|快于|略高于|不低于|好于|优于)[^\d]{2,}"
    r"|(?:全面|超额)?完成[^，。；]{0,24}(?:任务|目标|要求)|达到?国家[^，。；]{0,10}(?:要求|目标)"
    r"|(?:保持|持续|继续|进一步|总体|基本)[^，。；\d]{0,6}(?:稳定|下降|合理|增长|降低|提高|回升|向好)[^，。；]{0,4}"
    r"|[与和][^，。；]{0,12}(?:衔接|同步|相适应))[^，。；]*$"
)
_MODIFIES = re.compile(
    r"^(?:[比占里]|的(?!涨幅|增[速幅长]|目标|任务|要求|数|总)|比重|占比|结构|贡献|质量|能耗)"
)


def ledger(
    document: Document, passages: Sequence[Passage], told: Sequence[Period] | None = None
) -> tuple[Fact, ...]:
    """The facts of a document in order. ``told`` are the periods of the passages, if known."""
    found: list[Fact] = []
    for passage, period in zip(passages, told or periods(document, passages), strict=True):
        if not any(i.fact.search(passage.text) for i in INDICATORS) and not _leads(passage.text):
            continue
        listed = _LISTED.search(passage.text) is not None
        stated = tuple(_facts(passage, period, listed))
        for fact in stated:
            if not _elsewhere(document, fact) and not _passed(document.text, fact, stated):
                found.append(fact)
    return _town_and_country(document.text, found)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a passage, offsets within it, and the indicators named in it, in order."""

    start: int
    end: int
    text: str
    named: tuple[tuple[Indicator, int], ...]


def _facts(passage: Passage, period: Period, listed: bool) -> Iterator[Fact]:
    """The facts of a sentence, clause by clause."""
    subject: Indicator | None = None
    for clause in _clauses(passage.text):
        if _PART_OF_YEAR.search(clause.text):
            continue
        if clause.named:
            subject = clause.named[-1][0]
            yield from _stated(clause, passage, period, listed)
        elif subject and _GOES_ON.match(clause.text) and not _OVER_YEARS.search(clause.text):
            bare = _Clause(clause.start, clause.end, clause.text, ((subject, 0),))
            yield from _stated(bare, passage, period, listed)
        else:
            led = _leads(clause.text)
            subject = led or (None if figures(clause.text) else subject)


def _leads(text: str) -> Indicator | None:
    """The indicator that a clause is about without stating it: 粮食增产42亿斤，总产466亿斤."""
    return _BY_NAME["粮食产量"] if _OF_GRAIN.search(text) else None


def _clauses(text: str) -> Iterator[_Clause]:
    """The clauses of a sentence; 、 behind a value ends one too."""
    start = 0
    stops = sorted((*_STOP.finditer(text), *_PAUSE.finditer(text)), key=re.Match.start)
    for stop in (*stops, None):
        end = stop.start() if stop else len(text)
        yield _clause(text, start, end)
        start = stop.end() if stop else end


def _clause(text: str, start: int, end: int) -> _Clause:
    said = text[start:end]
    return _Clause(start, end, said, _named(said))


def _named(text: str) -> tuple[tuple[Indicator, int], ...]:
    """The indicators that a clause names and where each name ends, in order of the text."""
    found = []
    for indicator in INDICATORS:
        name = indicator.fact.search(text)
        if name and not indicator.other.search(text) and not _MODIFIES.match(text[name.end() :]):
            found.append((name.start(), name.end(), indicator))
    found.sort(key=lambda item: item[0])
    return tuple((indicator, end) for _, end, indicator in found)


def _stated(clause: _Clause, passage: Passage, period: Period, listed: bool) -> Iterator[Fact]:
    """What a clause states of each indicator that it names."""
    if _OVER_YEARS.search(clause.text):
        return
    shared = len(clause.named) > 1 and _RESPECTIVELY.search(clause.text) is not None
    for at, (indicator, end) in enumerate(clause.named):
        values = (
            _nth(indicator, clause.text, at) if shared else _values(indicator, clause.text, end)
        )
        for value in values:
            if value.measure == "words" and (
                period.role == "result" or _NARROWER.search(clause.text)
            ):
                continue
            at_start = passage.start + clause.start
            yield Fact(
                indicator=indicator.name,
                measure=value.measure,
                period=period,
                value=clause.text[value.start : value.end],
                start=at_start,
                end=passage.start + clause.end,
                value_start=at_start + value.start,
                value_end=at_start + value.end,
                listed=listed,
            )


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a clause and its span within it."""

    measure: Measure
    start: int
    end: int


def _nth(indicator: Indicator, text: str, at: int) -> list[_Value]:
    """The value of the ``at``-th of several indicators: A、B分别增长x、y."""
    stated = figures(text)[at : at + 1]
    return [_Value(_measure(indicator, figure), figure.start, figure.end) for figure in stated]


def _values(indicator: Indicator, text: str, end: int) -> list[_Value]:
    """The growth and the level behind the name of an indicator, or else what is said in words."""
    stated = [f for f in figures(text) if f.start >= end and _fits(indicator, text, f)]
    both = _RESPECTIVELY.search(text, end)
    if indicator.paired and both and len(stated) > 1:
        return [_Value(_measure(indicator, stated[0]), both.start(), stated[-1].end)]
    chosen: dict[Measure, Figure] = {}
    for figure in stated:
        measure = _measure(indicator, figure)
        if measure not in chosen or _TO.search(text[: figure.start]):
            chosen[measure] = figure
    if chosen:
        return [_with_hope(measure, f, stated, text) for measure, f in chosen.items()]
    said = _IN_WORDS.search(text, end) or _IN_WORDS.search(text)
    return [_Value("words", said.start(), said.end())] if said else []


def _with_hope(measure: Measure, figure: Figure, stated: Sequence[Figure], text: str) -> _Value:
    """A value with the word that makes it a decline, and with what is hoped for beyond it:
    下降2%, 7%以上、力争达到8%."""
    fall = _FALLS.search(text[: figure.start])
    start = fall.start() if fall else figure.start
    for other in stated:
        if _HOPED.fullmatch(text[other.end : figure.start]):
            return _Value(measure, other.start, figure.end)
        if _HOPED.fullmatch(text[figure.end : other.start]):
            return _Value(measure, start, other.end)
    return _Value(measure, start, figure.end)


def _measure(indicator: Indicator, figure: Figure) -> Measure:
    """Growth for a percentage, unless the level itself is one; else a level."""
    return "growth" if figure.unit == "%" and not indicator.percent else "level"


def _fits(indicator: Indicator, text: str, figure: Figure) -> bool:
    """Whether a figure can be a value of the indicator, by its unit and what stands around it."""
    if figure.unit == "%":
        return figure.kind != "share" and (indicator.percent or _GROWS.search(text) is not None)
    return any(unit in figure.unit for unit in indicator.units)


def _elsewhere(document: Document, fact: Fact) -> bool:
    """Whether a clause speaks of another place than its document: a city of the province."""
    own = document.identity.place
    text = document.text[fact.start : fact.value_start]
    return any(mention.place.short not in (own, "") for mention in find(text))


def _passed(text: str, fact: Fact, stated: Sequence[Fact]) -> bool:
    """Whether a value is only a mark that was passed, the value itself following in the sentence:
    迈上3万亿元台阶，达到3.1万亿元."""
    later = any(
        (other.indicator, other.measure) == (fact.indicator, fact.measure)
        and other.value_start > fact.value_start
        for other in stated
    )
    return later and _MARK.match(text, fact.value_end) is not None


def _town_and_country(text: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, those of town and country in two clauses side by side made one."""
    joined: list[Fact] = []
    for fact in facts:
        before = joined[-1] if joined else None
        if (
            before is not None
            and (before.indicator, before.measure) == (fact.indicator, fact.measure)
            and fact.start - before.end == 1
            and "城镇" in text[before.start : before.value_start]
            and "农村" in text[fact.start : fact.value_start]
        ):
            whole = text[before.start : fact.value_end]
            joined[-1] = replace(
                before,
                value=whole,
                end=fact.end,
                value_start=before.start,
                value_end=fact.value_end,
            )
        else:
            joined.append(fact)
    return tuple(joined)
