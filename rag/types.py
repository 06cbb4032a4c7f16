"""The nouns of a conversation: question, query, citation, answer."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from index.types import EVERYWHERE, Scope

AnswerKind = Literal[
    "number",
    "enumeration",
    "list",
    "how",
    "who",
    "when",
    "where",
    "yesno",
    "compare",
    "trend",
    "table",
    "claim",
    "mention",
    "wording",
    "greeting",
    "refusal",
]
Verdict = Literal["supported", "refuted", "not_enough_info"]
Author = Literal["extract", "model"]
Writing = Literal["", "extract", "model"]
"""Who is to write an answer; empty leaves it to the settings."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the conversation so far."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the person typed. ``scope``, where set by hand, overrides what the text says."""

    text: str
    history: tuple[Turn, ...] = ()
    scope: Scope = EVERYWHERE
    id: str = ""
    author: Writing = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A quoted sentence (or a few in a row) and where it stands.

    ``text`` is ``document.text[start:end]``; ``page`` is None where a format has no pages.
    """

    number: int
    source: str
    title: str
    place: str
    year: int | None
    headings: tuple[str, ...]
    page: int | None
    start: int
    end: int
    text: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of the quoted text in UTF-8, 64 hexadecimal digits."""
        return sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table answer. ``citations`` are numbers; ``value`` is empty for the silent.

    ``count`` says how often the document uses what is looked for; None where nothing is counted.
    """

    place: str
    year: int | None
    value: str
    citations: tuple[int, ...]
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question one click away; ``label`` is what the chip says."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage that was looked at, best first; a higher ``score`` is better."""

    source: str
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Lock:
    """The number lock: figures looked for in the cited sentences, found there, or computed."""

    checked: int = 0
    held: int = 0
    computed: int = 0


@dataclass(frozen=True, slots=True)
class Usage:
    """What a language model was used for an answer, and how many tokens it read and wrote; as far
    as it tells."""

    model: str = ""
    read: int = 0
    written: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One fact of a claim and what became of it.

    ``origin`` are those of its ``citations`` where a misplaced figure really stands.
    """

    text: str
    verdict: Verdict
    error: str | None
    citations: tuple[int, ...]
    origin: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the person, the page and the JSON get it.

    ``answer`` holds markers ``[n]`` that refer to ``Citation.number``. A refusal has
    ``answered`` false, ``kind`` "refusal", a ``reason``, no citations, and may have
    ``near_misses``: what was found that comes close but does not answer. ``certainty`` is how
    surely the documents speak of what was asked, 0 to 1; below a threshold it is refused.
    """

    question: str
    resolved: str
    kind: AnswerKind
    answered: bool
    answer: str
    id: str = ""
    reason: str = ""
    verdict: Verdict | None = None
    error: str | None = None
    citations: tuple[Citation, ...] = ()
    table: Table | None = None
    problems: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    near_misses: tuple[Citation, ...] = ()
    lock: Lock = field(default_factory=Lock)
    author: Author = "extract"
    usage: Usage = field(default_factory=Usage)
    scope: Scope = EVERYWHERE
    passages: tuple[Retrieved, ...] = ()
    certainty: float = 0.0
    seconds: float = 0.0
