"""Is it above, below or at a figure? By the figure of the same thing that a sentence gives."""

import re
from dataclasses import replace

from corpus.agreement import compare, in_unit
from corpus.figures import Figure
from index.search import Index
from rag.claims.context import timely
from rag.claims.labels import Labelled, labelled
from rag.claims.ruling import ABOUT
from rag.claims.told import Told, told_of
from rag.query import Query
from rag.retrieve import Found
from rag.times import leaning
from rag.yes_no.decision import Decision, proof
from rag.yes_no.question import Proposition

_DIGITS = {"一位数": "低于10%", "个位数": "低于10%", "两位数": "不低于10%"}
_SHARES = frozenset({"%", "个百分点", "倍", "位"})
_PARTS = ("农村", "农民", "城镇", "城市", "脱贫", "民间", "民营", "年均", "累计", "前三季度")
_NARROWER = 0.15
_REACHES = re.compile(r"(?:达到?|到|上|过|破|有)了?$")


def decide(asked: Proposition, query: Query, found: Found, index: Index) -> Decision | None:
    """Whether the figure of the best sentence lies where the question says."""
    text = asked.text
    for word, bound in _DIGITS.items():
        text = text.replace(word, bound)
    claims = labelled(text)
    if len(claims) != 1:
        return None
    claimed = _bounded(claims[0], text)
    best = _best(claimed, query, found, index)
    if best is None:
        return None
    holds = lies(_in_kind(claimed, best).figure, best.stated.figure)
    return Decision(holds, (proof(query, best.hit, index),))


def lies(claimed: Figure, stated: Figure) -> bool:
    """Whether a stated value lies where a claimed one with its 超过, 不到 or 以上 says."""
    low, high = in_unit(stated, claimed.unit)
    if claimed.qualifier == "over":
        return low > claimed.low or (
            low == claimed.low and stated.qualifier in ("over", "at_least")
        )
    if claimed.qualifier == "at_least":
        return low >= claimed.low
    if claimed.qualifier == "under":
        return high < claimed.high or (high == claimed.high and stated.qualifier == "under")
    if claimed.qualifier == "at_most":
        return high <= claimed.high
    return compare(claimed, stated) in ("same", "rounded")


def _bounded(claimed: Labelled, text: str) -> Labelled:
    """The claim, read as 以上 where 达到 or 有 stands before a bare figure."""
    before = text[: claimed.at]
    if claimed.figure.qualifier == "exact" and _REACHES.search(before):
        return replace(claimed, figure=replace(claimed.figure, qualifier="at_least"))
    return claimed


def _best(claimed: Labelled, query: Query, found: Found, index: Index) -> Told | None:
    """The figure in the same measure whose label is nearest, of the right year and role."""
    told = [
        one
        for one in told_of(claimed, query, found.hits[:10], index)
        if timely(one.period, query)
        and one.near >= ABOUT
        and compare(_in_kind(claimed, one).figure, one.stated.figure) != "incomparable"
        and _of_role(one, query)
    ]
    return max(told, key=lambda one: one.near - _NARROWER * _narrows(claimed, one), default=None)


def _narrows(claimed: Labelled, one: Told) -> bool:
    """Whether the figure told is only of a part of what is asked about, or of several years."""
    said, told = claimed.clause, one.stated.label
    return any(word in told and word not in said for word in _PARTS)


def _in_kind(claimed: Labelled, told: Told) -> Labelled:
    """The claim in the unit of what it is held against, where it names none (不到100万)."""
    if claimed.figure.unit or told.stated.figure.unit in _SHARES:
        return claimed
    return replace(claimed, figure=replace(claimed.figure, unit=told.stated.figure.unit))


def _of_role(one: Told, query: Query) -> bool:
    lean = leaning(query.resolved)
    ahead = one.period.role in ("target", "plan")
    return one.period.role == "unknown" or lean == 0 or ahead == (lean > 0)
