"""A figure, a person, a day or a place: the clause that says it, with the clauses it leans on."""

import re
from dataclasses import replace

from corpus.clauses import clauses
from corpus.indicators import asked_indicator, states
from index.search import Index
from index.types import Hit, Scope
from rag.clauses import best_run, fits
from rag.draft import Draft, Piece, as_sentence, closed
from rag.figured import figured
from rag.query import Query
from rag.quotes import quote
from rag.retrieve import Found
from rag.revised import revisions
from rag.stated import Stated, Wanted, nothing_else, stated, wanted
from rag.times import leaning
from rag.types import AnswerKind

_LIMIT = 130
_SHORT = 45
_KEEP = 0.3
_CALLED_AIM = re.compile(r"目标|力争|争取|计划|预期|确保|拟|将|要(?!素|求|点|闻)|左右|以上|以内")
_ASKED_AIM = re.compile(r"要|会(?!议)|拟")
_FIGURE = re.compile(r"[\d一二三四五六七八九十百千万亿半几数]")


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """What the ledger states of an indicator asked for, else the best sentence, shortened to the
    clauses that answer where it is long."""
    read_off = _read_off(query, index)
    if read_off:
        return read_off
    hits = found.hits
    if not hits:
        return None
    best = figured(query, hits, index) if query.kind == "number" else hits[0]
    said = piece(query, best, index)
    if query.kind == "number" and not _FIGURE.search(said.text):
        return None
    return Draft(query.kind, (said,), notes=_aimed(query, best, said.text, index))


def _aimed(query: Query, hit: Hit, said: str, index: Index) -> tuple[str, ...]:
    """A note where the figure is a target, neither asked for as one nor called one."""
    period = index.period(hit.row)
    if query.kind != "number" or leaning(query.resolved) > 0:
        return ()
    if _CALLED_AIM.search(said) or _ASKED_AIM.search(query.resolved):
        return ()
    if period.role not in ("target", "plan") or period.last is None:
        return ()
    return (f"这是{period.last}年的目标，不是已经做到的",)


def _read_off(query: Query, index: Index) -> Draft | None:
    """The fact of one place and year, said with its place, year and role."""
    sought = wanted(query)
    if sought is None or query.inside or len(query.places) != 1 or len(query.years) > 1:
        return None
    if not nothing_else(query, sought):
        return None
    place = query.places[0]
    if not query.years:
        return None if query.asked.scope.years else _newest(sought, place, query.kind, index)
    year = query.years[0]
    item = stated(sought, place, year, index)
    if item is None:
        return None
    return Draft(query.kind, (said(item, place, year), *revisions([item], index)))


def _newest(sought: Wanted, place: str, kind: AnswerKind, index: Index) -> Draft | None:
    """What the newest document of a place states where no year is asked about: the result of the
    year before it, its target, or both where the question leaves open which."""
    there = index.within(Scope(places=(place,)))
    newest = max((d.identity.year for d in there if d.identity.year), default=0)
    asked = ((newest - 1, False), (newest, True))
    facts = [
        (item, year)
        for year, target in asked
        if sought.target in (None, target)
        and (item := stated(replace(sought, target=target), place, year, index))
        and item.document.identity.year == newest
    ]
    if not facts:
        return None
    note = f"没有说年份，按最新的{newest}年的文件理解"
    pieces = closed([said(item, place, year) for item, year in facts])
    return Draft(kind, tuple(pieces), notes=(note,))


def said(item: Stated, place: str, year: int) -> Piece:
    """A fact in the document's words; place, year and role go before words that do not say them."""
    document, fact = item.document, item.fact
    words = as_sentence(document.text[fact.start : fact.end].strip())
    if place in words and str(year) in words:
        return Piece(words, (item.sentence,))
    role = "目标" if item.is_target else ""
    return Piece(f"{place}{year}年{role}：{words}", (item.sentence,))


def piece(query: Query, hit: Hit, index: Index, limit: int = _LIMIT, whole: int = _SHORT) -> Piece:
    """A hit's sentence if it has at most ``whole`` characters, else the run of its clauses, of at
    most ``limit``, that fits the question; quoted."""
    text = hit.passage.text
    if len(text) <= whole:
        return _piece(hit, index, 0, len(text))
    parts = clauses(text)
    scores = fits([part.text for part in parts], query.core, index)
    indicator = asked_indicator(query.wording)
    if indicator:
        scores = [s + states(indicator, p.text) for s, p in zip(scores, parts, strict=True)]
    start, end = best_run(text, scores, parts, limit, _KEEP)
    return _piece(hit, index, start, end)


def _piece(hit: Hit, index: Index, start: int, end: int) -> Piece:
    """Some characters of a hit, quoted by the sentence in which they stand."""
    passage = hit.passage
    cited = quote(index.document(passage.source), passage.start + start, passage.start + end)
    return Piece(as_sentence(passage.text[start:end]), (cited,))
