"""Was a goal reached? By what a sentence says of it, else the result beside the target."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from corpus.clauses import clauses
from corpus.indicators import LESS_IS_BETTER, states
from index.search import Index
from index.types import Hit
from rag.answers.number import said
from rag.draft import without_stop
from rag.query import Query
from rag.retrieve import Found
from rag.soft import coverage
from rag.stated import Stated, Wanted, stated, wanted
from rag.yes_no.decision import Decision, proof
from rag.yes_no.question import OF_A_GOAL, Proposition

Relation = Literal["missed", "reached", "exceeded"]

_GOAL = r"(?:目标|任务|预期|计划|指标|要求)"
_MISSED = re.compile(
    rf"(?:没有|未能?|尚未)(?:全部|如期)?(?:完成|达到|实现|达成).{{0,16}}{_GOAL}?|低于.{{0,16}}{_GOAL}"
    rf"|{_GOAL}.{{0,8}}(?:没有|未能?|尚未)(?:全部|如期)?(?:完成|达到|实现)|与.{{0,12}}{_GOAL}.{{0,6}}差距|不及预期"
)
_EXCEEDED = re.compile(
    rf"(?:超额完成|超过|高于|超出|好于).{{0,16}}{_GOAL}|超额完成|超预期|好于预期"
)
_REACHED = re.compile(
    rf"(?:圆满|如期|提前|较好)?(?:完成|实现|达到|达成).{{0,20}}{_GOAL}|{_GOAL}.{{0,8}}(?:完成|实现|达到|达成)"
)
_ABOUT = Decimal("0.97")
_NEAR = 0.45
_DEEP = 10


def decide(asked: Proposition, query: Query, found: Found, index: Index) -> Decision | None:
    """Whether the goal was reached, or passed where that is asked; None where none is asked."""
    if not OF_A_GOAL.search(asked.text):
        return None
    return _told(asked, query, found, index) or _computed(asked, query, index)


def _told(asked: Proposition, query: Query, found: Found, index: Index) -> Decision | None:
    """By a sentence about the same thing that says how it stands to the goal."""
    about = OF_A_GOAL.sub("", query.core)
    sought = wanted(query)
    for hit in found.hits[:_DEEP]:
        text = hit.passage.text
        if not _near_in_time(hit, query, index):
            continue
        parts = clauses(text)
        for at, part in enumerate(parts):
            relation = relation_to_goal(part.text)
            if relation == "reached" and index.period(hit.row).role in ("plan", "target"):
                continue
            near = "，".join(p.text for p in parts[max(0, at - 1) : at + 1])
            if relation is None:
                continue
            if _same_thing(near, about, sought, index):
                return Decision(_holds(asked, relation), (proof(query, hit, index),))
    return None


def _near_in_time(hit: Hit, query: Query, index: Index) -> bool:
    """Whether a sentence may speak of a year asked about, or its goal be read as the next one's."""
    last = index.period(hit.row).last
    return not query.years or last is None or last in query.years or last - 1 in query.years


def _same_thing(said: str, about: str, sought: Wanted | None, index: Index) -> bool:
    if sought is not None:
        return states(sought.indicator, said)
    return coverage(about, [said], index)[0] >= _NEAR


def relation_to_goal(clause: str) -> Relation | None:
    """How a clause says that something stands to its goal.

    >>> relation_to_goal("略低于8%的预定目标")
    'missed'
    """
    if _MISSED.search(clause):
        return "missed"
    if _EXCEEDED.search(clause):
        return "exceeded"
    return "reached" if _REACHED.search(clause) else None


def _holds(asked: Proposition, relation: Relation) -> bool:
    own = relation_to_goal(asked.text) or "reached"
    if own == "reached":
        return relation != "missed"
    return relation == own


def _computed(asked: Proposition, query: Query, index: Index) -> Decision | None:
    """By the target of a year beside its result, both from the ledger."""
    sought = wanted(query)
    if sought is None or len(query.places) != 1 or len(query.years) != 1:
        return None
    place, year = query.places[0], query.years[0]
    result = stated(replace(sought, target=False), place, year, index)
    target = stated(replace(sought, target=True), place, year, index)
    if result is None or target is None or result.value is None or target.value is None:
        return None
    relation = _compared(result, target, sought.indicator.name in LESS_IS_BETTER)
    shown = [said(item, place, year) for item in (result, target)]
    first = replace(shown[0], text=without_stop(shown[0].text) + "；")
    return Decision(_holds(asked, relation), (first, shown[1]))


def _compared(result: Stated, target: Stated, less_is_better: bool) -> Relation:
    assert result.value is not None
    assert target.value is not None
    value, goal = (-result.value, -target.value) if less_is_better else (result.value, target.value)
    about = "左右" in target.fact.value
    if value > goal:
        return "exceeded"
    slack = abs(goal) * (1 - _ABOUT) if about else Decimal(0)
    return "reached" if value >= goal - slack else "missed"
