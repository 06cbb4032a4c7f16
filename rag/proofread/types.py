"""The nouns of 核稿: blocks and sentences of a manuscript, findings on them, the whole result."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rag.types import Answer, Citation, Part, Verdict


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a manuscript that is read by itself: a line, a paragraph, a cell, a note.

    ``where`` says in words where it stands (第3段, 表1第2行, 脚注). ``whole`` blocks are one
    sentence, whatever stops they hold. ``heading`` is whether it only names what follows.
    """

    text: str
    where: str
    heading: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``blocks[block].text[start:end]``, offsets in code points, end exclusive.

    ``number`` counts the sentences of a manuscript from 1; ``text`` is the slice as it is read,
    without the marks of Markdown.
    """

    number: int
    block: int
    start: int
    end: int
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A sentence that can be checked alone: ``text`` with the place and year it leaves out, and
    ``supplied``, what these are (浙江, 2025年, “去年”即2024年).

    ``undated`` is the same without a year where that was supplied, else None.
    """

    text: str
    supplied: tuple[str, ...] = ()
    undated: "Whole | None" = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of a sentence.

    ``verdict`` is None where nothing was checked, ``why`` then says why. ``whole`` is what was
    checked. ``fact`` is what the library says, ``origin`` where a misplaced figure really
    stands, both empty where there is none. ``explanation`` is one line.
    """

    sentence: Sentence
    whole: Whole
    why: str = ""
    verdict: Verdict | None = None
    error: str | None = None
    explanation: str = ""
    fact: str = ""
    origin: str = ""
    parts: tuple[Part, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """How many sentences there are, how many were checked, and with which verdict."""

    sentences: int
    checked: int
    supported: int
    refuted: int
    not_enough_info: int


@dataclass(frozen=True, slots=True)
class Result:
    """A manuscript checked: its blocks, and a finding a sentence, in order."""

    name: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]

    @property
    def checked(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.verdict)

    @property
    def summary(self) -> Summary:
        verdicts = [finding.verdict for finding in self.findings]
        supported, refuted = verdicts.count("supported"), verdicts.count("refuted")
        unknown = verdicts.count("not_enough_info")
        told = supported + refuted + unknown
        return Summary(len(verdicts), told, supported, refuted, unknown)


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer of kind "claim" to a statement; ``reason`` is why the library cannot tell."""

    answer: Answer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The nearest to a quotation in the library: ``same`` where it is word for word so."""

    citation: Citation
    same: bool


@dataclass(frozen=True, slots=True)
class Checker:
    """What a check asks of the library.

    ``judge`` rules on a statement; ``quoted`` finds what a quotation (of a statement) quotes,
    None where nothing comes near. ``places`` are those that the library has documents of.
    """

    judge: Callable[[str], Judged]
    quoted: Callable[[str, str], Quoted | None]
    places: frozenset[str] = field(default_factory=frozenset)


Progress = Callable[[int, int, str], None]
"""Told how many sentences are done, of how many, and the one at hand."""
