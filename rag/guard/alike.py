"""How much two stretches of text speak of the same, by their pairs of characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.figures import figures
from rag.guard import spots, times
from rag.guard.reading import Stretch
from rag.guard.source import Source
from rag.guard.vocabulary import canonical

_OWN, _BACK = 0.7, 0.3
_IDLE = re.compile(
    r"力争|争取|目标|预期|预计|计划|实现|达到|完成|突破|超过|稳定在|控制在|保持在|不低于|确保|以上|左右|以内|同比|[快慢高低多少]于|比上年|较上年|分别|其中|增长|下降|提高|提升|上升|增加|减少|降低|回落|为|是|的|了|达|约|将"
)
_RUN = re.compile(r"[一-鿿A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Match:
    """The clause of a source that is most like a clause, and how much, 0 to 1."""

    source: Source
    stretch: Stretch
    likeness: float


@lru_cache(maxsize=1 << 14)
def pairs(text: str) -> frozenset[str]:
    """The pairs of characters of what a text speaks of: no figures, times, places, idle words."""
    for figure in reversed(figures(text)):
        text = text[: figure.start] + "　" + text[figure.end :]
    text = _IDLE.sub("　", spots.without(times.without(canonical(text))))
    found = set()
    for run in _RUN.findall(text):
        found |= {run[at : at + 2] for at in range(len(run) - 1)} or {run}
    return frozenset(found)


def likeness(one: str, other: str) -> float:
    """How much of ``one`` the ``other`` covers, and a little how much it covers back."""
    mine, theirs = pairs(one), pairs(other)
    if not mine or not theirs:
        return 1.0 if mine == theirs else 0.0
    both = len(mine & theirs)
    return _OWN * both / len(mine) + _BACK * both / len(theirs)


def covered(one: str, other: str) -> float:
    """The share of what ``one`` speaks of that the ``other`` speaks of too."""
    mine = pairs(one)
    return len(mine & pairs(other)) / len(mine) if mine else 0.0


def nearest(text: str, cited: Sequence[Source]) -> Match | None:
    """The clause most like a text; None where none has anything of it."""
    best: Match | None = None
    for source in cited:
        for stretch in source.reading.stretches:
            near = likeness(text, stretch.text)
            if near > (best.likeness if best else 0.0):
                best = Match(source, stretch, near)
    return best
