"""What was typed, read as it was meant: simplified characters, the question of a pasted text,
slips put right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rag.addressed import address
from rag.pasted import asked_of
from rag.several import questions
from rag.simplified import simplified
from rag.slips import corrected
from rag.types import Question, Turn

_TYPED = 200
"""What is longer was pasted, not typed."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A question as it was meant, and notes on what was put right."""

    question: Question
    notes: tuple[str, ...]


def as_meant(question: Question, held: Iterable[str]) -> Typed:
    """The question and the conversation before it as they were meant; ``held`` are the places
    that the library has."""
    places = tuple(held)
    text, notes = _read(question.text, places)
    history = tuple(said for turn in question.history for said in _past(turn, places))
    return Typed(replace(question, text=text, history=history), notes)


def _past(turn: Turn, places: tuple[str, ...]) -> Iterator[Turn]:
    """A turn as it was meant: a question each, and no greeting, which nothing can follow up."""
    if turn.role != "user":
        yield turn
    elif not address(turn.content):
        for asked in questions(turn.content):
            yield Turn("user", _read(asked, places)[0])


def _read(text: str, places: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    text = asked_of(simplified(text.strip()))
    return corrected(text, places) if len(text) <= _TYPED else (text, ())
