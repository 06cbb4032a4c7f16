"""Is it the first, the fourth, among the first three? By the rank that a sentence gives."""

import re
from dataclasses import dataclass

from corpus.clauses import clauses
from index.search import Index
from index.types import Hit
from rag.query import Query
from rag.retrieve import Found
from rag.sequences import value
from rag.soft import coverage
from rag.yes_no.decision import Decision, proof
from rag.yes_no.question import Proposition

_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_RANK = re.compile(
    rf"第(?P<n>{_NUMBER})(?:位|名)?(?![产季批届轮个次年期条项大章])|前(?P<within>{_NUMBER})(?:位|名|强)?(?![年季期个])"
    r"|(?<!历史)(?<!史上)(?<!新)最[高大多快强]|首位|榜首|头名|之首|居首|老大|头把交椅|冠军|第一"
)
_OF = (
    "全球",
    "世界",
    "全国",
    "各省",
    "中部",
    "西部",
    "东部",
    "东北",
    "全省",
    "全区",
    "全市",
    "长三角",
    "沿海",
)
_NEAR = 0.5
_DEEP = 8


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank, or the last that still counts where ``within``; ``of`` names the field."""

    place: int
    within: bool
    of: str


def decide(asked: Proposition, query: Query, found: Found, index: Index) -> Decision | None:
    """Whether the rank asked about is the one that the best sentence gives."""
    ranks = ranks_in(asked.text)
    if len(ranks) != 1:
        return None
    claimed = ranks[0]
    about = _RANK.sub("", query.core)
    for hit in _timely(found.hits[:_DEEP], query, index):
        told = _told(claimed, about, hit.passage.text, index)
        if told is not None:
            holds = told.place <= claimed.place if claimed.within else told.place == claimed.place
            return Decision(holds, (proof(query, hit, index),))
    return None


def ranks_in(text: str) -> list[Rank]:
    """The ranks of a text in order.

    >>> ranks_in("总量居全国第5位")
    [Rank(place=5, within=False, of='全国')]
    """
    found = []
    for match in _RANK.finditer(text):
        before = text[: match.start()]
        of = max(_OF, key=before.rfind)
        place = value(match["n"] or match["within"] or "") or 1
        found.append(Rank(place, match["within"] is not None, of if of in before else ""))
    return found


def _timely(hits: "tuple[Hit, ...]", query: Query, index: Index) -> list[Hit]:
    """The hits that speak of a year asked about or do not say of which."""
    periods = [(hit, index.period(hit.row).last) for hit in hits]
    return [hit for hit, last in periods if not query.years or last is None or last in query.years]


def _told(claimed: Rank, about: str, sentence: str, index: Index) -> Rank | None:
    """The rank that the clause gives which is most about the thing, in the same field."""
    parts = clauses(sentence)
    runs = ["，".join(p.text for p in parts[max(0, at - 1) : at + 1]) for at in range(len(parts))]
    given = [
        (run, rank)
        for part, run in zip(parts, runs, strict=True)
        for rank in ranks_in(part.text)
        if not rank.within and claimed.of in ("", rank.of)
    ]
    if not given:
        return None
    near = coverage(about, [run for run, _ in given], index)
    best = max(range(len(given)), key=lambda at: near[at])
    return given[best][1] if near[best] >= _NEAR else None
