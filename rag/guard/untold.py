"""Clauses without figures: told of the year, the place and the role of the clause they are from."""

import re
from collections.abc import Iterator, Sequence

from rag.guard.alike import likeness, nearest, pairs
from rag.guard.asked import Asked
from rag.guard.fault import Fault
from rag.guard.placed import elsewhere
from rag.guard.reading import Reading, Stretch
from rag.guard.roles import role_fault
from rag.guard.source import Source
from rag.guard.timed import year_fault
from rag.guard.vocabulary import TOPIC
from rag.guard.worded import content_words

_DONE = re.compile(r"完成|实现|建成|达成|做到|落实|取得|办成|达到")
_LEAST = 0.3
_CLOSE = 0.08


def clause_fault(said: Reading, cited: Sequence[Source], asked: Asked) -> Fault | None:
    """The first clause that is of another year, place or role than every clause that it may be
    from."""
    with_figures = {one.stretch.start for one in said.stated}
    for stretch in said.stretches:
        if TOPIC.fullmatch(stretch.text):
            continue
        if _times_turned(stretch, cited):
            return Fault("year", stretch.text)
        if not pairs(stretch.text) and _cue_of_none(stretch, cited):
            return Fault("role", stretch.text)
        if not (stretch.own_cue or content_words(stretch.text)):
            continue
        if stretch.start in with_figures or not pairs(stretch.text):
            continue
        faults = [_misfit(stretch, told, source, asked) for told, source in _from(stretch, cited)]
        if not faults and _cue_of_none(stretch, cited):
            return Fault("role", stretch.text)
        if faults and all(faults):
            return faults[0]
    return None


def _times_turned(said: Stretch, cited: Sequence[Source]) -> bool:
    """Whether the years that a clause names are not those of the clause that it is from."""
    match = nearest(said.text, cited) if len(said.named) > 1 else None
    if match is None or len(match.stretch.named) != len(said.named):
        return False
    return match.stretch.named != said.named


def _cue_of_none(said: Stretch, cited: Sequence[Source]) -> bool:
    """Whether a clause of idle words calls a target what nothing cited does, or a result."""
    cues = {told.cue for source in cited for told in source.reading.stretches}
    return said.own_cue != "" and bool(cues - {""}) and said.own_cue not in cues


def _misfit(said: Stretch, told: Stretch, source: Source, asked: Asked) -> Fault | None:
    if source.number == 0:
        return None
    return (
        year_fault(said.years, told.years, source, said.text)
        or elsewhere(said, told, source, asked)
        or role_fault(said, told, source)
        or _achieved(said, told)
    )


def _achieved(said: Stretch, told: Stretch) -> Fault | None:
    """A thing told as done that the source only works at (推进 told as 完成)."""
    done = _DONE.search(said.text) and not _DONE.search(told.text)
    return Fault("role", said.text) if done else None


def _from(stretch: Stretch, cited: Sequence[Source]) -> Iterator[tuple[Stretch, Source]]:
    """The clauses of the sources that are most like a clause, all that are about as near."""
    near = [
        (likeness(stretch.text, told.text), told, source)
        for source in cited
        for told in source.reading.stretches
    ]
    best = max((one for one, _, _ in near), default=0.0)
    if best >= _LEAST:
        yield from ((told, source) for one, told, source in near if one >= best - _CLOSE)
