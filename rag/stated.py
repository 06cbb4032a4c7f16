"""What the ledger states of the indicator that a question asks for: of which place and year,
result or target, growth or level."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.figures import figures, signed
from corpus.indicators import Indicator, asked_indicator
from corpus.ledger import Fact, Measure
from corpus.types import Document
from index.search import Index
from index.types import EVERYWHERE, Scope
from index.words import is_word
from rag.draft import Quote
from rag.query import Query
from rag.quotes import quote
from rag.soft import content
from rag.times import leaning

_LEVEL = re.compile(
    r"总量|规模|总额(?!增|的增)|多少[亿万]|[亿万]元|多大|总值(?:是|为|达|有)多少|总产值|体量|[谁更最][多大]"
)
_ASKED_WITH = re.compile(
    r"(?:国务院|中央|国家|我国|预期|增长|增速|增幅|涨幅|目标|任务|总量|总额|规模|实际|全省|全市|全区|全国|全年|城镇|城乡|居民|人均|可支配|地区|总值"
    r"|年度|今年|去年|定在|定为|定的?|设成|设为|设定|控制|百分之|百分比|左右|水平|增加|达到|完成|实现|力争|计划|打算|准备"
    r"|比较|对比|相比|相差|比|历年|最?近[两二三四五]年|这[几两三]年|走势|趋势|变化|怎么变|差距|降低|下降|调查|货物|单位|生产|GDP|政府工作报告|报告|工作|年|的|是|了|要|多少|几|人|个|吗|呢|点|有|和|与|为|在|数|率|总|省|市|区|给|把|想|能|得|到|多|大|高|快)"
)
_HOW_MUCH = re.compile(
    r"(?:GDP|生产总值)(?:各|分别|是|达|达到|有|为|一共|到底)*多少(?!个百分点)", re.I
)
_HAN = re.compile(r"[一-鿿]{2,}")
_GROWTH = re.compile(r"增长|增速|增幅|涨|下降|降低|快|增加百分|目标")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks of the ledger. ``target`` is None where it does not say; ``either``
    where growth would do if no level is stated (GDP多少). Only documents of ``scope`` are read."""

    indicator: Indicator
    measure: Measure
    target: bool | None
    either: bool = False
    scope: Scope = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact and the document that states it."""

    fact: Fact
    document: Document

    @property
    def is_target(self) -> bool:
        return self.fact.period.role in ("target", "plan")

    @property
    def value(self) -> Decimal | None:
        """The first figure, below zero for a decline; None where it is said in words."""
        given = figures(self.fact.value)
        if not given or self.fact.measure == "words":
            return None
        return signed(given[0])

    @property
    def quote(self) -> Quote:
        """The clause that states it, as a citation."""
        return Quote(self.document.source, self.fact.start, self.fact.end)

    @property
    def sentence(self) -> Quote:
        """The sentence around it."""
        return quote(self.document, self.fact.start, self.fact.end)


def wanted(query: Query) -> Wanted | None:
    """The indicator that a question asks for, if the ledger keeps it."""
    indicator = asked_indicator(query.wording)
    if indicator is None:
        return None
    measure: Measure = "growth" if indicator.growth else "level"
    how_much = _HOW_MUCH.search(query.wording)
    if (_LEVEL.search(query.wording) or how_much) and not _GROWTH.search(query.wording):
        measure = "level"
    elif not indicator.percent and re.search(
        r"增速|增幅|增长(?:率|多少|了多少)|涨幅", query.wording
    ):
        measure = "growth"
    lean = leaning(query.resolved)
    by_hand = replace(query.asked.scope, years=(), speakers=())
    target = lean > 0 if lean else None
    return Wanted(indicator, measure, target, how_much is not None, by_hand)


def nothing_else(query: Query, sought: Wanted) -> bool:
    """Whether a question asks for the indicator and nothing narrower (农村, 前三季度, 占比)."""
    return not besides(query, sought)


def besides(query: Query, sought: Wanted) -> list[str]:
    """The words of a question that the indicator and the usual ways of asking for it leave; a
    place inside another is none of them."""
    rest = left_over(query, sought)
    return [word for word in content(rest) if len(word) > 1] if rest.strip() else []


def left_over(query: Query, sought: Wanted) -> str:
    """What the indicator and the usual ways of asking for it leave of a question, gaps kept."""
    core = query.core.replace(sought.indicator.name, " ")
    for place in query.inside:
        core = re.sub(rf"{re.escape(place)}[市县区州]?", " ", core)
    return _ASKED_WITH.sub(" ", sought.indicator.asked.sub(" ", core))


def unknown_name(query: Query, sought: Wanted) -> str:
    """A word beside the indicator that no dictionary has: a name, of a place that there is not."""
    runs = _HAN.findall("" if query.english else left_over(query, sought))
    return next((run for run in runs if not is_word(run)), "")


def stated(sought: Wanted, place: str, year: int, index: Index) -> Stated | None:
    """The best that the place's documents state of a year: a result before a target where either
    will do, the list of targets before other sentences, figures before words; growth where only
    that is stated."""
    found = sorted(_all(sought, place, year, index), key=lambda item: _rank(sought, item, year))
    if not found and sought.either and sought.measure == "level":
        return stated(replace(sought, measure="growth"), place, year, index)
    return found[0] if found else None


def every_year(query: Query, index: Index) -> dict[int, Stated]:
    """What the documents of the one place asked about state of each year that they tell of, the
    oldest first; empty for a question that asks for anything narrower, and below two years."""
    sought = wanted(query)
    if sought is None or len(query.places) != 1 or query.inside or not nothing_else(query, sought):
        return {}
    place = query.places[0]
    facts = (f for d in index.within(Scope(places=(place,))) for f in index.facts(d.source))
    years = {fact.period.last for fact in facts if fact.indicator == sought.indicator.name}
    found = {year: stated(sought, place, year, index) for year in sorted(filter(None, years))}
    told = {year: item for year, item in found.items() if item}
    return told if len(told) > 1 else {}


def results_beside(item: Stated, index: Index) -> Iterator[Stated]:
    """What other documents of the same place tell of the same result: one indicator and year."""
    fact = item.fact
    for document in index.within(Scope(places=(item.document.identity.place,))):
        if document.source == item.document.source:
            continue
        for one in (Stated(other, document) for other in index.facts(document.source)):
            alike = (one.fact.indicator, one.fact.measure) == (fact.indicator, fact.measure)
            if alike and one.fact.period == fact.period and one.value is not None:
                yield one


def _all(sought: Wanted, place: str, year: int, index: Index) -> Iterator[Stated]:
    chosen = {document.source for document in index.within(sought.scope)} if sought.scope else None
    for document in index.within(Scope(places=(place,), years=(year, year + 1))):
        if chosen is not None and document.source not in chosen:
            continue
        for fact in index.facts(document.source):
            item = Stated(fact, document)
            if _answers(sought, item, year):
                yield item


def _answers(sought: Wanted, item: Stated, year: int) -> bool:
    fact = item.fact
    right = fact.indicator == sought.indicator.name and fact.period.last == year
    if not right or fact.measure not in (sought.measure, "words"):
        return False
    if item.is_target:
        return sought.target is not False and fact.period.first == year
    return sought.target is not True and fact.measure != "words"


def _rank(sought: Wanted, item: Stated, year: int) -> tuple[bool, bool, bool, bool, bool, str, int]:
    fact = item.fact
    return (
        item.is_target,
        fact.period.role == "five-year",
        not fact.listed,
        fact.measure == "words",
        item.document.identity.year != (year if item.is_target else year + 1),
        item.document.source,
        fact.start,
    )
