"""Which of several good sentences has the figure that is asked for: by what its figures are of."""

import re
from collections.abc import Sequence

from index.search import Index
from index.types import Hit
from rag.claims.labels import labelled
from rag.lexicon import expand
from rag.query import Query
from rag.soft import coverage
from rag.wanted import asked_units, explicit_unit, in_one_of

_DEEP = 4
_NEARLY = 0.75
_WEIGHT = 0.6
_OFFICIAL = 0.95
_UNIT = 0.15
_THING = re.compile(
    r"[“\"](?P<quoted>[^”\"]{2,12})[”\"]"
    r"|(?P<work>[一-鿿]{2,4}?(?:通道|高铁|铁路|高速|机场|大桥|隧道|水库|水电站|[一二三四]期))"
)
_NAMED = 0.3


def figured(query: Query, hits: Sequence[Hit], index: Index) -> Hit:
    """The hit whose figure answers: of the best that fit nearly as well, the best figured."""
    near = [hit for hit in hits[:_DEEP] if hit.score >= _NEARLY * hits[0].score]
    return best_figured(query, near, index)


def best_figured(query: Query, hits: Sequence[Hit], index: Index) -> Hit:
    """Of hits that fit about as well, the one with the figure that is most of what is asked
    about; the first where none has any."""
    fits = [_fit(query, hit, index) for hit in hits]
    order = range(len(hits))
    name = thing_named(query.core)
    named = [_NAMED * (bool(name) and name in hit.passage.text) for hit in hits]
    best = max(order, key=lambda at: (hits[at].score + _WEIGHT * fits[at] + named[at], -at))
    return hits[best]


def thing_named(question: str) -> str:
    """The name of one thing that a question is about: in quotation marks, or a work by its kind.

    >>> thing_named("深中通道总投资多少钱"), thing_named("投资多少钱")
    ('深中通道', '')
    """
    found = _THING.search(question)
    return (found["quoted"] or found["work"]) if found else ""


def _fit(query: Query, hit: Hit, index: Index) -> float:
    """How much of the question the best label in a sentence covers, with a figure in the unit."""
    strict = explicit_unit(query.wording)
    loose = strict or asked_units(query.wording)
    told = [
        one
        for one in labelled(hit.passage.text)
        if not strict or in_one_of(one.figure.unit, strict)
    ]
    if not told:
        return -1.0
    labels = [one.label for one in told]
    near = coverage(query.core, labels, index)
    official = " ".join(expand(query.core))
    if official:
        more = coverage(official, labels, index)
        near = [max(one, _OFFICIAL * other) for one, other in zip(near, more, strict=True)]
    in_unit = [in_one_of(one.figure.unit, loose) for one in told]
    return max(n + _UNIT * bool(u) for n, u in zip(near, in_unit, strict=True))
