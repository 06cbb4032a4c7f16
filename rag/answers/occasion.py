"""Who gave a report, and when: read off its title lines, not its sentences."""

import re

from corpus.types import Document
from index.search import Index
from rag.draft import Draft, Piece, Quote
from rag.query import Query
from rag.retrieve import Found

_ASKS = re.compile(
    r"(?:作|做|念|宣读|发表)(?:了|的|过)*.{0,6}报告|报告(?:是)?(?:由)?(?:谁|哪位|哪天|哪一天|什么时候|何时)|谁.{0,8}(?:作|做).{0,6}报告"
    r"|(?:deliver|present|gave|give).{0,30}report",
    re.I,
)
_ADDRESS = re.compile(r"各位(?:代表|委员)")
_HEAD = 400


def asks_occasion(query: Query) -> bool:
    """Whether the question is about the giving of a report (谁作的报告, 哪天作的报告)."""
    return query.kind in ("who", "when", "where") and bool(_ASKS.search(query.resolved))


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """Date, meeting and speaker of the document in scope that fits the year asked about best."""
    dated = [d for d in index.within(query.scope) if d.identity.delivered or d.identity.speaker]
    if not dated or not (query.places or len(dated) == 1):
        return None
    best = max(dated, key=lambda d: (d.identity.year in query.years, d.identity.year or 0))
    lines = _title_lines(best)
    text = "，".join(best.text[line.start : line.end].strip("—- 。") for line in lines)
    return Draft(query.kind, (Piece(f"{text}。", lines),)) if lines else None


def _title_lines(document: Document) -> tuple[Quote, ...]:
    """The lines above the address that hold the date, the meeting or the speaker."""
    address = _ADDRESS.search(document.text)
    head = document.text[: min(address.start() if address else _HEAD, _HEAD)]
    marks = [document.identity.speaker or "\0", document.identity.meeting[-6:] or "\0", "届"]
    quotes, start = [], 0
    for line in head.split("\n"):
        if any(mark in line.replace(" ", "") for mark in marks):
            quotes.append(Quote(document.source, start, start + len(line)))
        start += len(line) + 1
    return tuple(quotes)
