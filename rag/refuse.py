"""When to say that the documents do not answer, and why."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.clauses import clauses
from corpus.figures import figures
from corpus.indicators import states
from index.search import Index
from index.types import Hit
from rag.answers.occasion import asks_occasion
from rag.claims.context import timely
from rag.claims.labels import labelled
from rag.draft import Quote, citation
from rag.figured import figured, thing_named
from rag.lexicon import expand
from rag.mentions import used_in
from rag.query import Query
from rag.soft import coverage, farthest
from rag.stated import Wanted, besides, nothing_else, stated, unknown_name, wanted
from rag.types import Answer, Citation
from rag.unheld import around, of_another_time, of_elsewhere
from rag.wanted import announced, asked_units, asks_count, explicit_unit, has_unit, in_one_of
from rag.wordings.compared import not_comparable
from rag.yes_no.question import OF_A_GOAL

_NEAR_MISSES = 3
_LEAST = 0.36
_LEAST_ENGLISH = 0.22
_MEANING = 0.75
_DEEP = 3
_TOLD = 8
_LABELLED = 0.37
_LEAST_FIGURED = 0.47
_SURELY_FIGURED = 0.55
_FAR = 0.2
_MONEY = ("元", "美元")
_SPENT = re.compile(r"多少钱|花了?多少|(?:预算|经费)(?:是|有|为|达)?多少")
_RATES = frozenset(("%", "％", "‰", "个百分点"))
_MEASURED = re.compile(r"同步|持平|高于|快于|低于|翻番|正增长|目标任务")
NOTHING = "文库中没有相关内容"
UNTOLD = "文库中没有找到说到这件事的内容"


def not_found(reason: str) -> bool:
    """Whether a reason is that the library does not speak of the thing, rather than of a place or
    a year that it does not have."""
    return reason in (NOTHING, UNTOLD)


def unfounded(query: Query, hits: Sequence[Hit], index: Index) -> str:
    """The reason for a refusal, empty where the best hit may answer.

    The measure is nearness of meaning and the share of the question's words that the sentence
    covers; 0.36 refuses two in a hundred of the training questions that their document answers,
    and more than a quarter of those put to another place's.
    """
    if query.kind in ("mention", "wording"):
        return unused(query, hits) or not_comparable(query, index)
    if not hits:
        return NOTHING
    if _needs_no_threshold(query, hits):
        return ""
    reason = (
        of_elsewhere(query, hits, index)
        or _too_far(query, hits)
        or of_another_time(query, hits, index)
    )
    if reason or query.kind != "number":
        return reason
    return (
        _not_stated(query, hits, index)
        or _of_no_one_known(query, hits, index)
        or _without_figure(query, hits, index)
        or _of_the_named(query, hits)
        or _of_something_else(query, hits, index)
    )


def only_the_target(query: Query, index: Index) -> str:
    """The reason where it is asked whether a target was reached and only the target is stated."""
    asks = query.kind == "yesno" and OF_A_GOAL.search(query.search) is not None
    sought = wanted(query) if asks else None
    if sought is None or len(query.places) != 1 or len(query.years) != 1:
        return ""
    place, year = query.places[0], query.years[0]
    sides = [replace(sought, target=target) for target in (True, False)]
    target, result = (stated(side, place, year, index) for side in sides)
    if target is None or result is not None:
        return ""
    return f"文库中只有{place}{year}年{sought.indicator.name}的目标，还没有文件说结果"


def _too_far(query: Query, hits: Sequence[Hit]) -> str:
    """The reason where no good hit is near enough to what is asked."""
    if founded(query, hits) >= (_LEAST_ENGLISH if query.english else _LEAST):
        return ""
    return UNTOLD


def unused(query: Query, hits: Sequence[Hit] = ()) -> str:
    """The reason where a phrase or figure is looked for that no document of the scope uses.

    Sentences that use it come first among the hits, if there are any.
    """
    if query.sought is None or (hits and used_in(query.sought, hits[0].passage.text)):
        return ""
    within = f"{'、'.join(query.places)}{'、'.join(f'{year}年' for year in query.years)}"
    return f"文库中没有一份{within and f'{within}的'}文件提到“{query.sought.phrase}”"


def _not_stated(query: Query, hits: Sequence[Hit], index: Index) -> str:
    """The reason where an indicator is asked for and no good hit states it for the year asked.

    A result never stands for a target.
    """
    sought = wanted(query)
    if sought is None or len(query.places) != 1 or len(query.years) > 1:
        return ""
    if not nothing_else(query, sought):
        return ""
    year, role = next(iter(query.years), None), "目标" if sought.target else "数字"
    if any(_tells(sought, hit, year, index) for hit in hits[:_TOLD]):
        return ""
    when = f"{year}年" if year else ""
    return f"文库中没有给出{query.places[0]}{when}{sought.indicator.name}的{role}"


def _of_no_one_known(query: Query, hits: Sequence[Hit], index: Index) -> str:
    """The reason where an indicator is asked of an owner that none of the best hits names.

    The owner is the word that opens the question; without one any place's figure would do.
    """
    sought = wanted(query)
    if sought is None or query.places or query.english or query.asked.history:
        return ""
    owner = next(iter(besides(query, sought)), "") or unknown_name(query, sought)
    if not owner or not query.core.strip().startswith(owner) or expand(owner):
        return ""
    if any(owner in around(hit, index) for hit in hits[:_TOLD]):
        return ""
    return f"文库中没有给出{owner}的{sought.indicator.name}"


def _of_something_else(query: Query, hits: Sequence[Hit], index: Index) -> str:
    """The reason where the figure that would answer is not one of what is asked about: its
    sentence is not near enough to the question, or only nearly so while what the figures of the
    best hits are of covers too little of it.

    A follow-up says too little by itself to judge by. Of questions about figures put to another
    place's documents this refuses two in three, of those that their own answer two in a hundred.
    """
    if query.english or query.asked.history:
        return ""
    best = figured(query, hits, index)
    near = certainty(best)
    if near >= _SURELY_FIGURED:
        return ""
    said = (*best.passage.headings[-2:], best.passage.text)
    if near >= _LEAST_FIGURED and farthest(query.core, said, index) >= _FAR:
        labels = _labels(query, hits, index)
        covered = 1.0 if labels is None else max(coverage(query.core, labels, index), default=0.0)
        if covered >= _LABELLED:
            return ""
    return "文库中提到了相关内容，但没有给出所问的数字"


def _labels(query: Query, hits: Sequence[Hit], index: Index) -> list[str] | None:
    """What the figures of the best hits are figures of, those of other years and units left out;
    None where no hit has figures at all."""
    unit = explicit_unit(query.wording) or _money(query)
    told = [(hit, figure) for hit in hits[:_TOLD] for figure in labelled(hit.passage.text)]
    if not told:
        return None
    return [
        "，".join((one.label, *hit.passage.headings[-1:]))
        for hit, one in told
        if timely(index.period(hit.row), query) and (not unit or in_one_of(one.figure.unit, unit))
    ]


def _money(query: Query) -> tuple[str, ...]:
    units = asked_units(query.wording)
    return units if "元" in units[:1] else ()


def _of_the_named(query: Query, hits: Sequence[Hit]) -> str:
    """The reason where a thing is asked about by its name and no good hit that names it has a
    figure in the unit asked for: that of another thing would be no answer."""
    name, unit = thing_named(query.core), explicit_unit(query.wording) or _money(query)
    if not name or query.english:
        return ""
    told = [figures(hit.passage.text) for hit in hits[:_TOLD] if name in hit.passage.text]
    if not told:
        return ""
    fits = [one for found in told for one in found if not unit or in_one_of(one.unit, unit)]
    return "" if fits else f"文库中没有给出{name}的这个数字"


def _tells(sought: Wanted, hit: Hit, year: int | None, index: Index) -> bool:
    """Whether a sentence gives the indicator, of that year, where one is asked about, and in the
    role asked for."""
    if not _gives(sought, hit.passage.text):
        return False
    period = index.period(hit.row)
    if year is not None and period.last not in (None, year):
        return False
    ahead = period.role in ("target", "plan")
    return sought.target is None or period.role == "unknown" or ahead == sought.target


def _gives(sought: Wanted, text: str) -> bool:
    """Whether a sentence states the indicator and by how much: a figure, or 与经济增长同步."""
    units = ("%", "个百分点", *sought.indicator.units)
    figured = [told for told in labelled(text) if told.figure.unit in units]
    if any(states(sought.indicator, told.label) for told in figured):
        return True
    said = [part.text for part in clauses(text) if states(sought.indicator, part.text)]
    return any(_MEASURED.search(part) for part in said)


def founded(query: Query, hits: Sequence[Hit]) -> float:
    """How surely the best hits speak of what is asked, 0 to 1: what the threshold is held to."""
    if query.missing or not hits:
        return 0.0
    if _needs_no_threshold(query, hits):
        return 1.0
    return max(0.0, *(certainty(hit) for hit in hits[:_DEEP]))


def _needs_no_threshold(query: Query, hits: Sequence[Hit]) -> bool:
    """Statements, tables and who gave a report weigh their evidence themselves; a name that is
    used is found."""
    return (
        query.kind in ("claim", "table", "wording") or asks_occasion(query) or _named(query, hits)
    )


def _named(query: Query, hits: Sequence[Hit]) -> bool:
    """Whether one of the best hits uses the very name that is asked about."""
    name = announced(query.wording)
    return bool(name) and any(name in hit.passage.text for hit in hits[:_DEEP])


def _without_figure(query: Query, hits: Sequence[Hit], index: Index) -> str:
    """The reason where none of the best hits holds a figure, or the one that would answer none in
    the unit asked for: a growth is no count, a count no sum of money."""
    if not any(figures(hit.passage.text) for hit in hits[:_DEEP]):
        return "文库中提到了相关内容，但没有给出数字"
    text = figured(query, hits, index).passage.text
    unit = explicit_unit(query.wording) or (_MONEY if _SPENT.search(query.wording) else ())
    if unit and not has_unit(text, unit):
        return f"文库中提到了相关内容，但没有给出以“{unit[0]}”计的数字"
    told = figures(text)
    if told and asks_count(query.wording) and all(one.unit in _RATES for one in told):
        return "文库中提到了相关内容，但只给出了比例，没有给出数量"
    return ""


def certainty(hit: Hit) -> float:
    """How surely a hit speaks of what is asked, about 0 to 1."""
    return _MEANING * hit.parts["dense"] + (1 - _MEANING) * hit.parts["soft"]


def refusal(query: Query, reason: str, hits: Sequence[Hit], index: Index) -> Answer:
    """An answer that says no, why, and what comes close (apart, not as evidence)."""
    return Answer(
        question=query.asked.text,
        resolved=query.resolved,
        kind="refusal",
        answered=False,
        answer=f"{reason}，无法回答。",
        id=query.asked.id,
        reason=reason,
        verdict="not_enough_info" if query.kind == "claim" else None,
        near_misses=_near_misses(hits, index),
        scope=query.scope,
    )


def _near_misses(hits: Sequence[Hit], index: Index) -> tuple[Citation, ...]:
    return tuple(
        citation(index.document(hit.passage.source), _quote(hit), number)
        for number, hit in enumerate(hits[:_NEAR_MISSES], 1)
    )


def _quote(hit: Hit) -> Quote:
    return Quote(hit.passage.source, hit.passage.start, hit.passage.end)
