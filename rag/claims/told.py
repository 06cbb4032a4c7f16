"""Figures of the library beside a claimed one: how much their labels are alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.agreement import Comparison, compare
from corpus.indicators import Indicator, asked_indicator, states
from corpus.periods import Period
from corpus.places import find
from index.search import Index
from index.types import EVERYWHERE, Hit
from rag.claims.changes import changes
from rag.claims.context import timely
from rag.claims.labels import Labelled, labelled
from rag.claims.ruling import DEPTH
from rag.lexicon import expand
from rag.query import Query
from rag.soft import coverage

AGREES: frozenset[Comparison] = frozenset({"same", "rounded"})
_ELSEWHERE = 0.72
_OFFICIAL = 0.95
_OWN, _BACK = 0.75, 0.25


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a sentence of the library, and how much its label is that of the claim."""

    stated: Labelled
    hit: Hit
    near: float
    period: Period


def told_of(claimed: Labelled, query: Query, sentences: Sequence[Hit], index: Index) -> list[Told]:
    """Every figure of the sentences with the nearness of its label."""
    pairs = [(hit, stated) for hit in sentences for stated in _figures(hit.passage.text)]
    wanted = plain(claimed.label, query)
    labels = [stated.label for _, stated in pairs]
    near = coverage(wanted, labels, index)
    official = " ".join(expand(wanted))
    if official:
        more = coverage(official, labels, index)
        near = [max(one, _OFFICIAL * other) for one, other in zip(near, more, strict=True)]
    back = _covered_back(wanted, labels, index)
    indicator = asked_indicator(claimed.label)
    return [
        Told(
            stated,
            hit,
            _lifted(_OWN * n + _BACK * b, indicator, stated),
            index.period(hit.row),
        )
        for (hit, stated), n, b in zip(pairs, near, back, strict=True)
    ]


def _figures(sentence: str) -> tuple[Labelled, ...]:
    """The figures of a sentence and the changes between them."""
    stated = labelled(sentence)
    return (*stated, *changes(sentence, stated))


def _lifted(near: float, indicator: Indicator | None, stated: Labelled) -> float:
    """A label that names the same indicator is near, however it is worded."""
    if indicator is None or not tells(indicator, stated):
        return near
    return max(near, 0.7 + 0.25 * near)


def tells(indicator: Indicator, stated: Labelled) -> bool:
    """Whether the label of a figure is that of an indicator, and no lookalike's."""
    return states(indicator, stated.label) and indicator.fact.search(stated.label) is not None


def _covered_back(wanted: str, labels: Sequence[str], index: Index) -> list[float]:
    """How much of each label the claim's own words cover: a label that says more is farther."""
    return [coverage(label, [wanted], index)[0] if label else 0.0 for label in labels]


def plain(label: str, query: Query) -> str:
    """A claim's label without the places that the scope takes care of."""
    for mention in reversed(find(label)):
        if mention.place.short in query.places or mention.place.short in query.scope.places:
            label = label[: mention.start] + label[mention.end :]
    return re.sub(r"(?:19|20)\d\d年", "", label)


def agrees(claimed: Labelled, told: Told) -> bool:
    """Whether the values are the same, whatever is said around them (以上, 下降)."""
    outcome = compare(claimed.figure, told.stated.figure)
    return outcome in AGREES or outcome in ("qualifier", "direction")


def _akin(told: Told, query: Query, index: Index) -> bool:
    """Whether a sentence shares the place or the year that the statement names."""
    place = index.document(told.hit.passage.source).identity.place
    return not query.places or place in query.places or timely(told.period, query)


def elsewhere(claimed: Labelled, query: Query, index: Index) -> Told | None:
    """The same figure with the same label in another place or another year.

    Not in both: that a third place once said 7% too is chance, not where a statement is from.
    """
    label = plain(claimed.label, query)
    hits = index.search(f"{label}{claimed.figure.text}", DEPTH, EVERYWHERE)
    told = [
        t
        for t in told_of(claimed, query, hits, index)
        if t.near >= _ELSEWHERE
        and compare(claimed.figure, t.stated.figure) == "same"
        and _akin(t, query, index)
    ]
    return max(told, key=lambda t: t.near, default=None)
