"""Ranks as sentences give them: the first, the fourth, among the first three."""

import re
from dataclasses import dataclass

from corpus.clauses import clauses
from index.search import Index
from rag.sequences import value
from rag.soft import coverage

_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_RANK = re.compile(
    rf"第(?P<n>{_NUMBER})(?:位|名)?(?![产季批届轮个次年期条项大章])|前(?P<within>{_NUMBER})(?:位|名|强)?(?![年季期个])"
    r"|(?<!历史)(?<!史上)(?<!新)最[高大多快强]|首位|榜首|头名|之首|居首|老大|头把交椅|冠军|第一(?![次个批产季届轮年期条])"
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

_FIELD = re.compile(rf"(?:[在居排列位]|排[在到]|位居|做到)*(?:{'|'.join(_OF)})(?=[^一-鿿]|$|的$)")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank, or the last that still counts where ``within``; ``of`` names the field."""

    place: int
    within: bool
    of: str


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


def without_ranks(text: str) -> str:
    """A text without the words that rank, and without the field."""
    return _FIELD.sub("", _RANK.sub("", text))


def told(claimed: Rank, about: str, sentence: str, index: Index) -> tuple[Rank, float] | None:
    """The rank in the same field that the clause gives which is most about the thing, and how
    near to it that clause is; None where the sentence gives none."""
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
    return given[best][1], near[best]


def holds(claimed: Rank, given: Rank) -> bool:
    """Whether a given rank is the claimed one, or among those claimed (前三)."""
    return given.place <= claimed.place if claimed.within else given.place == claimed.place
