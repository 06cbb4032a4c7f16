"""Which of the retrieved sentences answers: retrieval weighed by what the kind of answer needs."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from corpus.indicators import Indicator, asked_indicator, states_somewhere
from corpus.periods import Role
from corpus.types import Passage
from index.search import Index
from index.types import Hit
from rag.query import Query
from rag.soft import coverage_of
from rag.times import names_report
from rag.types import AnswerKind
from rag.wanted import announced, asked_count, asked_units, defines, has_unit, listed

_SOFT = 0.3
_FIT = 0.6
_ROLE = 0.2
_NAMED = 0.2
_INSIDE = 0.3
_HEADED = 0.85
_YEAR = re.compile(r"[\d０-９]{4}\s*[年—-]")
_FIGURE = re.compile(
    r"\d|[０-９]|百分之|[一二两三四五六七八九十百千万亿]+(?:个|家|户|人|亿|万|倍|成|项)"
)
_NAME = re.compile(
    r"·|同志|[书主省市县局部厅处院校]长|主席|总理|主任|说|表示|介绍|荣获|获评|被评|授予"
)
_DAY = re.compile(r"[\d０-９]{1,4}\s*年|[\d０-９]+月|今年|明年|去年|年底|上半年|时")
_PLACE = re.compile(r"[一-鿿]{2,}(?:省|市|县|区|州|镇|港|城|园|山|岛)|在[一-鿿]{2}|落户|选址|位于")
_STARTS = re.compile(r"^[\s\d.．、（(一二三四五六七八九十)）是要—-]{0,6}")
_LEANS: Mapping[Role, int] = {"result": -1, "target": 1, "plan": 1, "five-year": 0, "unknown": 0}
_HEADINGLIKE = re.compile(r"[。；！？;!?]$")


def choose(
    query: Query, hits: Sequence[Hit], asked: Sequence[int], lean: int, index: Index
) -> list[Hit]:
    """The hits ordered by how well each answers; the best scores about 1 or more.

    ``asked`` are the years that these hits are to tell about, ``lean`` is 1 where a target is
    asked for, -1 for a result. ``parts`` gains ``soft``, the share
    of the question's content that the sentence covers.
    """
    if not hits:
        return []
    top = max(hit.score for hit in hits) or 1.0
    fit = _FITS.get(query.kind, _plain)
    indicator = asked_indicator(query.wording)
    covered = _covered(query, hits, index)
    weighed = [
        replace(
            hit,
            score=hit.score / top
            + _SOFT * soft
            + _FIT * fit(query, hit.passage.text)
            - _blemish(hit)
            + _ROLE * _period(query, hit, asked, lean, index)
            + _NAMED * _named(indicator, hit.passage.text)
            + _INSIDE * _inside(query.inside, hit),
            parts={**hit.parts, "soft": soft},
        )
        for hit, soft in zip(hits, covered, strict=True)
    ]
    return sorted(weighed, key=lambda hit: (-hit.score, hit.row))


def _named(indicator: Indicator | None, text: str) -> int:
    """1 where the sentence states the indicator asked for, -1 where it does not, 0 without one."""
    if indicator is None:
        return 0
    return 1 if states_somewhere(indicator, text) else -1


def _inside(places: Sequence[str], hit: Hit) -> int:
    """1 where a sentence names a place asked about that has no documents, -1 where it does not."""
    if not places:
        return 0
    return 1 if any(place in hit.passage.text for place in places) else -1


def _covered(query: Query, hits: Sequence[Hit], index: Index) -> list[float]:
    """What each sentence covers of the question; what only its heading covers counts less."""
    texts = [(hit.passage.text,) for hit in hits]
    under = [(*hit.passage.headings[-2:], hit.passage.text) for hit in hits]
    both = coverage_of(query.core, [*texts, *under], index)
    if query.english:
        as_asked = coverage_of(query.resolved, [*texts, *under], index)
        both = [(one + other) / 2 for one, other in zip(both, as_asked, strict=True)]
    alone, headed = both[: len(hits)], both[len(hits) :]
    return [max(own, _HEADED * more) for own, more in zip(alone, headed, strict=True)]


def _period(query: Query, hit: Hit, asked: Sequence[int], lean: int, index: Index) -> int:
    """1 where the sentence tells of a year asked about, -1 where of another, 0 where unknown.

    A result in a report is the year before the report's, a target the report's own year.
    """
    period = index.period(hit.row)
    told = _LEANS[period.role]
    if not asked or period.last is None or names_report(query.resolved):
        return told * lean
    if period.role == "five-year" and period.first is not None:
        return int(any(period.first <= year <= period.last for year in asked)) - 1
    if period.last not in asked:
        return -1
    return 1 if lean in (0, told) else 0


def is_title(passage: Passage) -> bool:
    """Whether a passage is only the heading that it stands under."""
    return bool(passage.headings) and passage.text.rstrip("。；") == passage.headings[-1]


def _blemish(hit: Hit) -> float:
    """What speaks against a sentence whatever is asked: a bare heading, a scrap, an address."""
    text = hit.passage.text
    topic = is_title(hit.passage)
    bare = len(_STARTS.sub("", text)) < 8
    heading = not _HEADINGLIKE.search(text) and len(text) < 60
    address = text.startswith(("各位代表", "现在，我代表"))
    asks = text.rstrip("”").endswith(("？", "?"))
    return 0.35 * bare + 0.6 * topic + 0.2 * heading + 0.3 * address + 0.5 * asks


def _number(query: Query, text: str) -> float:
    units = asked_units(query.wording)
    unit = bool(units) and has_unit(text, units)
    return 0.25 * bool(_FIGURE.search(_YEAR.sub("", text))) + 0.15 * unit


def _enumeration(query: Query, text: str) -> float:
    phrase, count, there = announced(query.wording), asked_count(query.wording), listed(text)
    enough = there >= (count or 3)
    if not phrase or phrase not in text:
        return 0.04 * min(there, 4) + 0.12 * enough
    only_an_item = f"、{phrase}" in text or f"{phrase}、" in text
    told = 0.45 * enough + 0.3 * (there == count) + 0.4 * defines(phrase, text)
    return 0.2 + 0.04 * min(there, 4) + told * (not only_an_item)


def _who(query: Query, text: str) -> float:
    return 0.12 * bool(_NAME.search(text))


def _when(query: Query, text: str) -> float:
    return 0.15 * bool(_DAY.search(text))


def _where(query: Query, text: str) -> float:
    return 0.1 * bool(_PLACE.search(text))


def _how(query: Query, text: str) -> float:
    return 0.04 * min(len(text) / 60, 1.5)


def _plain(query: Query, text: str) -> float:
    return 0.0


_FITS: dict[AnswerKind, Callable[[Query, str], float]] = {
    "number": _number,
    "compare": _number,
    "trend": _number,
    "enumeration": _enumeration,
    "list": _enumeration,
    "who": _who,
    "when": _when,
    "where": _where,
    "how": _how,
}
