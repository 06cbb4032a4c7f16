"""What the page needs of the engine, and the nouns of one person's visit."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from corpus.types import Document, Identity
from rag.types import Answer, Question

Language = Literal["zh", "en"]
Status = Literal["working", "done", "stopped", "failed"]
Shelf = Literal["citation", "near", "passage", "link"]
Thumb = Literal["up", "down"]
Reason = Literal[
    "wrong_figure", "wrong_place", "wrong_year", "incomplete", "wrong_citation", "other"
]


class Entry(Protocol):
    """One document of the library without its text."""

    @property
    def source(self) -> str: ...

    @property
    def identity(self) -> Identity: ...


class Library(Protocol):
    """What the page asks of the library."""

    def entries(self) -> tuple[Entry, ...]:
        """All documents, in the order of the library."""

    def document(self, source: str) -> Document:
        """The document with its whole text; UserError where it is gone."""


class Chain(Protocol):
    """What the page asks of the engine."""

    def stream(self, question: Question, /) -> Iterator[Answer]:
        """Snapshots of one answer, each with more of it; the last is whole."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What a person thinks of an answer, as it is kept: ``thumb`` is None before anything is.

    ``reason`` is why where ``thumb`` is "down", else None. ``asking`` is whether the reasons
    stand open; opening them keeps nothing.
    """

    thumb: Thumb | None = None
    reason: Reason | None = None
    asking: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what has become of it.

    ``answer`` is the latest snapshot, None before the first; ``message`` is the sentence
    shown where ``status`` is "failed". The exchange can be rated where its question has an id.
    """

    question: Question
    answer: Answer | None = None
    status: Status = "working"
    message: str = ""
    rating: Rating = Rating()


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a document; offsets in code points, end exclusive."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Opened:
    """Which evidence is shown: of which exchange, and in the viewer which of its citations.

    ``index`` counts within ``shelf`` from 0; None shows the cards instead of a source. What an
    address names stands on no shelf of an answer: it is the ``span`` of the shelf "link".
    ``opening`` grows with each click, so that opening the same source again scrolls again.
    """

    exchange: int = -1
    shelf: Shelf = "citation"
    index: int | None = None
    opening: int = 0
    span: Span | None = None
