"""An answer in the making: pieces of text, each with the spans that prove it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.types import Document
from index.search import Index
from rag.query import Query
from rag.types import Answer, AnswerKind, Citation, Part, Row, Suggestion, Table, Verdict

_FOOTNOTE = re.compile(r"\[(\d+)\]")
_STOPPED = re.compile(r"[。！？!?][”’」』）)]*$")
_ENDS = re.compile(r"[。；;，,、：:！!？?\s]+$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a document that proves a piece: code points, end exclusive."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the answer's text and the quotes whose markers follow it."""

    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a table in the making."""

    place: str
    year: int | None
    value: str
    quotes: tuple[Quote, ...]
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A fact of a statement with its verdict and what proves that.

    ``origin`` is where a misplaced figure really stands.
    """

    text: str
    verdict: Verdict
    error: str | None
    quotes: tuple[Quote, ...] = ()
    origin: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a kind of answer hands over; ``finish`` makes it an ``Answer``."""

    kind: AnswerKind
    pieces: tuple[Piece, ...]
    verdict: Verdict | None = None
    error: str | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[Cells, ...] = ()
    problems: tuple[str, ...] = ()
    parts: tuple[Checked, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class _Numbering:
    """Quotes numbered in the order in which they are first used; equal spans share a number."""

    numbers: dict[Quote, int] = field(default_factory=dict)

    def of(self, quotes: tuple[Quote, ...]) -> tuple[int, ...]:
        return tuple(self.numbers.setdefault(quote, len(self.numbers) + 1) for quote in quotes)


def finish(draft: Draft, query: Query, index: Index) -> Answer:
    """The answer with numbered citations and markers ``[n]`` behind what they prove."""
    numbering = _Numbering()
    text = "".join(_marked(piece, numbering) for piece in draft.pieces)
    table = None
    if draft.rows:
        rows = tuple(
            Row(r.place, r.year, r.value, numbering.of(r.quotes), r.count) for r in draft.rows
        )
        table = Table(draft.columns, rows)
    parts = tuple(_part(checked, numbering) for checked in draft.parts)
    citations = tuple(
        citation(index.document(quote.source), quote, number)
        for quote, number in numbering.numbers.items()
    )
    return Answer(
        question=query.asked.text,
        resolved=query.resolved,
        kind=draft.kind,
        answered=True,
        answer=text,
        id=query.asked.id,
        verdict=draft.verdict,
        error=draft.error,
        citations=citations,
        table=table,
        problems=draft.problems,
        parts=parts,
        suggestions=draft.suggestions,
        scope=query.scope,
    )


def _part(checked: Checked, numbering: _Numbering) -> Part:
    own, origin = numbering.of(checked.quotes), numbering.of(checked.origin)
    both = tuple(dict.fromkeys((*own, *origin)))
    return Part(checked.text, checked.verdict, checked.error, both, origin)


def citation(document: Document, quote: Quote, number: int) -> Citation:
    """The citation of a span, with the headings above it."""
    path: list[tuple[int, str]] = []
    for heading in document.headings:
        if heading.start > quote.start:
            break
        path = [*(h for h in path if h[0] < heading.level), (heading.level, heading.title)]
    identity = document.identity
    return Citation(
        number=number,
        source=document.source,
        title=identity.title,
        place=identity.place,
        year=identity.year,
        headings=tuple(title for level, title in path if level < 4),
        page=document.page_at(quote.start),
        start=quote.start,
        end=quote.end,
        text=document.text[quote.start : quote.end],
    )


def without_stop(text: str) -> str:
    """Text without the punctuation at its end."""
    return _ENDS.sub("", text)


def as_sentence(text: str) -> str:
    """Text that ends with one full stop, inside the quotation marks where they close it.

    >>> as_sentence("稳就业；"), as_sentence("“稳就业。”")
    ('稳就业。', '“稳就业。”')
    """
    return text if _STOPPED.search(text) else without_stop(text) + "。"


def closed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces that end in ；, the last one turned into a sentence."""
    return (*pieces[:-1], Piece(as_sentence(pieces[-1].text), pieces[-1].quotes))


def _marked(piece: Piece, numbering: _Numbering) -> str:
    """The piece with its markers before the stop; [3] of the source is no marker of ours."""
    text = _FOOTNOTE.sub(r"［\1］", piece.text)
    markers = "".join(f"[{number}]" for number in numbering.of(piece.quotes))
    if not markers:
        return text
    stop = _ENDS.search(text)
    at = stop.start() if stop else len(text)
    return text[:at] + markers + text[at:]
