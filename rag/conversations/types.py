"""What is kept of a conversation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rag.types import Answer, Question


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A question and how it ended, with what the person thought of the answer."""

    question: Question
    answer: Answer | None
    status: Literal["done", "stopped", "failed"]
    message: str = ""
    thumb: Literal["up", "down"] | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a list shows of a conversation. ``id`` is random; both times are in UTC.

    ``questions`` are the beginnings of what was asked, by which it is searched.
    """

    id: str
    title: str
    began: datetime
    changed: datetime
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    head: Head
    exchanges: tuple[Exchanged, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """The conversations of a person, the last changed first, and how many files are broken."""

    heads: tuple[Head, ...] = ()
    broken: int = 0
