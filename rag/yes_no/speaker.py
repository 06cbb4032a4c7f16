"""Is it this one who said it? By who says the sentence that has the words."""

import re

from index.search import Index
from index.types import Hit
from rag.draft import Piece
from rag.query import Query
from rag.retrieve import Found
from rag.said_by import said_by, speakers_named
from rag.soft import coverage
from rag.yes_no.decision import Decision, proof
from rag.yes_no.question import Proposition

_DEEP = 8
_NEAR = 0.4


def decide(asked: Proposition, query: Query, found: Found, index: Index) -> Decision | None:
    """Whether the one who is named says what comes nearest to the rest of the statement."""
    hits = found.hits[:_DEEP]
    named = speakers_named(asked.text, (hit.passage for hit in hits), index)
    if len(named) != 1:
        return None
    (name,) = named
    said = _without(asked.text, name)
    if not said:
        return None
    more = index.search(said, _DEEP, query.scope)
    best = _nearest(said, [*hits, *more], index)
    if best is None:
        return None
    speaker = said_by(best.passage)
    shown = proof(query, best, index)
    if speaker == name:
        return Decision(True, (shown,))
    return Decision(False, (shown, Piece(f"这话是{speaker}说的。", shown.quotes)))


def _without(text: str, name: str) -> str:
    """What is said, without who says it; "" where it is not asked who does.

    >>> _without("“舞台越高人越多”是陈某某说的", "陈某某")
    '“舞台越高人越多”'
    """
    asks = re.compile(
        rf"[，,]?(?:这?(?:句|番)?话|这个?说法|这)?(?:不)?是[一-鿿]{{0,10}}?{name}"
        r"[^，。]{0,4}?(?:说|讲|谈|提|介绍|的话|的(?:观点|看法|主张))?(?:出来|过|起)?的?$"
    )
    return asks.sub("", text) if asks.search(text) else ""


def _nearest(said: str, hits: list[Hit], index: Index) -> Hit | None:
    """The sentence of a speaker that covers most of what is said."""
    spoken = [hit for hit in hits if said_by(hit.passage)]
    near = coverage(said, [hit.passage.text for hit in spoken], index)
    best = max(range(len(spoken)), key=lambda at: near[at], default=None)
    return spoken[best] if best is not None and near[best] >= _NEAR else None
