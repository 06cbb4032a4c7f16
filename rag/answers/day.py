"""When: the day of a report, or the sentence that says the day or year, with that day."""

import re
from collections.abc import Iterator

from corpus.clauses import Clause, clauses
from index.search import Index
from index.types import Hit
from rag.answers import number, occasion
from rag.clauses import fits
from rag.draft import Draft, Piece, as_sentence
from rag.query import Query
from rag.quotes import quote
from rag.retrieve import Found

_HAN = "〇零○一二三四五六七八九十"
_TIME = re.compile(
    rf"(?:(?:19|20)\d\d|[１２][０-９]{{3}}|[一二][{_HAN}]{{3}})\s*年|[\d０-９{_HAN}]+月(?:[\d０-９{_HAN}]+日)?"
    rf"|[\d０-９{_HAN}]+日|[今去明前]年|[上下]半年|[一二三四]季度|“.{{1,3}}五”(?:期?末|时期|期间)"
)
_SINCE = re.compile(
    r"[自从比较]?(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})年以来|比[去上]年|同期"
)
_DEEP = 10
_NEARLY = 0.6
_APART = 2
_LIMIT = 130


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The title lines where the giving of a report is asked about, else the best sentence that
    says a time, else the best sentence."""
    if occasion.asks_occasion(query):
        told = occasion.answer(query, found, index)
        if told is not None:
            return told
    dated = list(_dated(query, found, index))
    if not dated:
        return number.answer(query, found, index)
    fit = fits([piece.text for _, piece in dated], query.core, index)
    best = max(range(len(dated)), key=lambda at: (dated[at][0] + fit[at], -at))
    return Draft(query.kind, (dated[best][1],))


def _dated(query: Query, found: Found, index: Index) -> Iterator[tuple[float, Piece]]:
    """The good sentences that say a time near what is asked about, from the one to the other,
    with their scores."""
    best = found.hits[0].score if found.hits else 0.0
    for hit in found.hits[:_DEEP]:
        span = _span(query, hit, index) if hit.score >= _NEARLY * best else None
        if span:
            start, end = hit.passage.start + span[0], hit.passage.start + span[1]
            words = as_sentence(hit.passage.text[span[0] : span[1]])
            yield hit.score, Piece(words, (quote(index.document(hit.passage.source), start, end),))


def _span(query: Query, hit: Hit, index: Index) -> tuple[int, int] | None:
    """From the clause that says the time to the one that fits best, or the other way round."""
    text = hit.passage.text
    parts = clauses(text)
    timed = [at for at, part in enumerate(parts) if says_time(part)]
    if not timed:
        return None
    scores = fits([part.text for part in parts], query.core, index)
    top = max(range(len(parts)), key=lambda at: (scores[at], -at))
    nearest = min(timed, key=lambda at: (abs(at - top), at))
    first, last = sorted((nearest, top))
    start, end = parts[first].start, parts[last].end
    return (start, end) if last - first <= _APART and end - start <= _LIMIT else None


def says_time(part: Clause) -> bool:
    """Whether a clause says when, not only since when or against when."""
    return _TIME.search(_SINCE.sub("", part.text)) is not None
