"""What can be wrong with a figure that agrees: it is of another time, place, sort or subject."""

import re
from collections.abc import Sequence

from corpus.agreement import Comparison, compare
from corpus.indicators import asked_indicator
from corpus.places import find
from index.search import Index
from rag.claims.context import other_place, other_speaker, period_error, timely
from rag.claims.labels import Labelled
from rag.claims.parts import Part
from rag.claims.ruling import NEARER, SURELY
from rag.claims.told import AGREES, Told
from rag.claims.words import contradicts
from rag.query import Query
from rag.times import leaning

_PAIRS = (
    (r"城镇|城市居民|城里人", r"农村|农民|乡下人"),
    (r"出口(?!总?额?和进口)", r"(?<!出)进口(?!出口|和出口)"),
    (r"民营|私营", r"国有|国企", r"外资|外商"),
    (r"一产|第一产业", r"二产|第二产业", r"三产|第三产业|服务业"),
    (r"夏粮|夏收", r"秋粮|秋收"),
    (r"公路|高速(?!铁)", r"铁路|高铁"),
)
"""Words that name one thing of a set and never another of it."""
_CLOSE: frozenset[Comparison] = AGREES | {"qualifier", "direction", "incomparable"}


def misfit(
    part: Part, claimed: Labelled, one: Told, told: Sequence[Told], query: Query, index: Index
) -> str | None:
    """What is wrong with a figure that agrees: None for nothing, "other" where it is another's."""
    outcome = compare(claimed.figure, one.stated.figure)
    checks: tuple[tuple[str, bool], ...] = (
        (_elsewhere_named(claimed, one), other_place(part, one.hit, index)),
        ("dropped_qualifier", outcome == "qualifier" or _unqualified(claimed, one)),
        ("opposite_direction", outcome == "direction"),
        (period_error(one.period, query), not timely(one.period, query)),
        ("target_as_result", outcome == "rounded" and _only_aimed_at(claimed, one, query)),
        ("growth_as_level", other_sort(claimed, one) or _sibling(claimed, one, told)),
        ("wrong_subject", other_speaker(part, one.hit, index) or rivalled(claimed, one, told)),
        ("wrong_subject", opposed(claimed.label, one.stated.label)),
        ("opposite_direction", contradicts(claimed.clause, one.stated.clause)),
        ("wrong_place", _moved_within(claimed, one)),
    )
    return next((error for error, holds in checks if holds), None)


def opposed(said: str, told: str) -> bool:
    """Whether one label speaks of the one of a pair (城镇, 农村), the other only of the other.

    >>> opposed("城里人的收入", "农村居民收入"), opposed("居民收入", "农村居民收入")
    (True, False)
    """
    sides = [
        [
            {side for side, words in enumerate(pair) if re.search(words, text)}
            for text in (said, told)
        ]
        for pair in _PAIRS
    ]
    return any(len(mine) == len(theirs) == 1 and mine != theirs for mine, theirs in sides)


def _elsewhere_named(claimed: Labelled, one: Told) -> str:
    """The error of a figure that agrees, but of another place than the one named: none for what
    every place has."""
    common = asked_indicator(claimed.label) is not None or one.near < SURELY
    return "other" if common else "wrong_place"


def rivalled(claimed: Labelled, one: Told, told: Sequence[Told]) -> bool:
    """Whether another figure of the sentence is labelled more like the claim, and differs."""
    return any(
        t.hit.row == one.hit.row
        and t.near > one.near + NEARER
        and compare(claimed.figure, t.stated.figure) not in _CLOSE
        for t in told
    )


def _moved_within(claimed: Labelled, one: Told) -> bool:
    """Whether the clause is about another of the places that the sentence names."""
    named = {m.place.short for m in find(claimed.clause)}
    there = {m.place.short for m in find(one.stated.clause)}
    others = {m.place.short for m in find(one.hit.passage.text)} - there
    return bool(there) and bool((named & others) - there)


def _unqualified(claimed: Labelled, one: Told) -> bool:
    """Whether a target's 以上 or 以内 is left out."""
    bounded = one.stated.figure.qualifier in ("at_least", "at_most")
    target = one.period.role == "target"
    return (
        target
        and bounded
        and claimed.figure.qualifier == "exact"
        and claimed.figure.low == one.stated.figure.low
    )


def _only_aimed_at(claimed: Labelled, one: Told, query: Query) -> bool:
    """Whether something is said to be past a figure (突破100万辆) that is only aimed at."""
    past = claimed.figure.qualifier in ("over", "at_least")
    return past and one.period.role in ("target", "plan") and leaning(query.resolved) <= 0


def other_sort(claimed: Labelled, told: Told) -> bool:
    """Whether growth, increment, share or total was taken for another of them."""
    mine, theirs = claimed.sort, told.stated.sort
    clear = {
        ("growth", "share"),
        ("share", "growth"),
        ("increment", "total"),
        ("total", "increment"),
    }
    return (mine, theirs) in clear


def _sibling(claimed: Labelled, one: Told, told: Sequence[Told]) -> bool:
    """Whether the sentence has another figure of the sort and unit that the claim speaks of."""
    if claimed.sort not in ("increment", "growth", "share") or one.stated.sort == claimed.sort:
        return False
    return any(
        t.hit.row == one.hit.row
        and t.stated.sort == claimed.sort
        and t.near >= one.near - NEARER
        and compare(claimed.figure, t.stated.figure) == "different"
        for t in told
    )
