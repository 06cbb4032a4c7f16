"""A statement cut into facts that can be looked up one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.figures import figures
from corpus.places import find
from rag.claims.labels import Labelled, labelled

_STOP = re.compile(r"[，,；;。！!？?]")
_YEAR = re.compile(
    r"(?:早?在|截至|截止|到|自)?(?:19|20)\d\d年(?:年?[底末初]|全年)?[，,]?|“十[一二三四五]五”(?:时期|期间|五年里?)?"
)
_LEAST = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A clause of a statement: its text, itself without place and year, and its figures."""

    text: str
    core: str
    stated: tuple[Labelled, ...]


def parts(statement: str) -> tuple[Part, ...]:
    """The clauses that say something; what is too short to stand alone goes with the one before.

    A figure's label may hold the subject of a clause before it.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _clauses(statement):
        piece = statement[start:end]
        short = len(_bare(piece)) < _LEAST or not _stands_alone(piece)
        if spans and (short or len(_bare(statement[slice(*spans[-1])])) < _LEAST):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    stated = labelled(statement)
    return tuple(_part(statement, start, end, stated) for start, end in spans)


def _clauses(statement: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in (*_STOP.finditer(statement), None):
        end = stop.start() if stop else len(statement)
        if statement[start:end].strip():
            yield start, end
        start = stop.end() if stop else end


def _part(statement: str, start: int, end: int, stated: Sequence[Labelled]) -> Part:
    text = statement[start:end]
    return Part(text, _bare(text), tuple(one for one in stated if start <= one.at < end))


def _stands_alone(piece: str) -> bool:
    """Whether a clause brings a subject of its own: a figure, and words before it."""
    stated = figures(piece)
    return bool(stated) and stated[0].start >= 3


def _bare(text: str) -> str:
    """A text without its places and years."""
    for mention in reversed(find(text)):
        text = text[: mention.start] + text[mention.end :]
    return _YEAR.sub("", text).strip("，, 的")
