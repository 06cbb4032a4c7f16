"""Lists: numbered items of a section, sentences side by side, or the sentence that names them."""

import re
from collections.abc import Sequence

from corpus.announced import Announcement
from corpus.announced import announced as announced_sets
from corpus.clauses import clauses
from corpus.types import Document
from index.search import Index
from index.types import Hit
from rag.answers.number import piece
from rag.clauses import best_run, fits
from rag.draft import Draft, Piece, Quote, as_sentence, closed, without_stop
from rag.ordinals import numbered
from rag.query import Query
from rag.quotes import quote
from rag.retrieve import Found
from rag.runs import alike
from rag.sequences import Sequence as Items
from rag.sequences import number_of, sequences
from rag.wanted import announced, asked_count, listed

_LIMIT = 300
_LISTING = 200
_MOST = 12
_DEEP = 20
_TRIED = 4
_MEASURE = re.compile(r"(?<=[一二两三四五六七八九十])[大项个条类种]")
_RUN_FITS = 0.5
_SECTION_FITS = 0.6
_DONE = re.compile(r"完成|实现|见效")
_ITEM = 50
_SURE = 0.75
_A_LIST = 3
_NEXT = 8


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """All items in order, from the first of these that gives as many as are asked for: what the
    text numbers 一是 二是, the best sentence, the set of that name wherever its items stand, a
    numbered section, sentences of one paragraph; else the best sentence.
    """
    hits = found.hits
    if not hits:
        return None
    count = asked_count(query.wording)
    told = _numbered(query, hits, count, index)
    if told:
        return Draft(query.kind, tuple(told))
    if count and listed(hits[0].passage.text) >= count:
        return Draft(query.kind, (_listing(query, hits[0], count, index),))
    if not count and _lists_it(hits[0]):
        return Draft(query.kind, tuple(_sentences(query, hits, index)))
    pieces = (
        _announced(query, hits, index)
        or _section(query, hits, index)
        or _run(query, hits, count, index)
    )
    return Draft(query.kind, tuple(pieces or _sentences(query, hits, index)))


def _lists_it(hit: Hit) -> bool:
    """Whether a sentence that speaks of all that is asked about is itself a list."""
    return hit.parts["soft"] >= _SURE and listed(hit.passage.text) >= _A_LIST


def _listing(query: Query, hit: Hit, count: int, index: Index) -> Piece:
    """The run of clauses around the one that lists enough."""
    text = hit.passage.text
    parts = clauses(text)
    scores = fits([part.text for part in parts], query.core, index)
    scores = [
        score + (listed(part.text) >= count) for score, part in zip(scores, parts, strict=True)
    ]
    start, end = best_run(text, scores, parts, _LISTING, 0.2)
    if listed(text[start:end]) < count:
        start, end = 0, len(text)
    document = index.document(hit.passage.source)
    cited = quote(document, hit.passage.start + start, hit.passage.start + end)
    return Piece(as_sentence(text[start:end]), (cited,))


def _announced(query: Query, hits: Sequence[Hit], index: Index) -> list[Piece]:
    """The items of the set asked for, from the first document of the hits that has them all: the
    set of that name, or the one that a good hit announces with the count asked for."""
    phrase, count = announced(query.wording), asked_count(query.wording)
    for source in dict.fromkeys(hit.passage.source for hit in hits[:_DEEP]):
        document = index.document(source)
        near = [hit.passage for hit in hits[:_TRIED] if hit.passage.source == source]
        for one in announced_sets(document) if phrase or near else ():
            said = any(p.start <= one.start < p.end for p in near) and one.count == count
            if one.complete and (said or (phrase and _same_set(one, phrase))):
                return list(closed([_item(document, *span) for span in one.items]))
    return []


def _same_set(one: Announcement, phrase: str) -> bool:
    """Whether a set is the one of a name, whatever its measure word: 三大创建, 三项创建."""
    return _MEASURE.sub("", one.name) == _MEASURE.sub("", phrase) or one.name == phrase


def _item(document: Document, start: int, end: int) -> Piece:
    """An item of a set, quoted by the sentence in which it stands."""
    return Piece(f"{without_stop(document.text[start:end])}；", (quote(document, start, end),))


def _sentences(query: Query, hits: Sequence[Hit], index: Index) -> list[Piece]:
    """The best sentence, and those right beside it that fit nearly as well."""
    best = hits[0]
    chosen, length = [best], len(best.passage.text)
    for hit in hits[1:5]:
        beside = hit.passage.source == best.passage.source and abs(hit.row - best.row) <= 2
        if beside and hit.score >= 0.6 * best.score and length + len(hit.passage.text) <= _LIMIT:
            chosen.append(hit)
            length += len(hit.passage.text)
    return [
        piece(query, hit, index, _LIMIT, 160) for hit in sorted(chosen, key=lambda hit: hit.row)
    ]


def _run(query: Query, hits: Sequence[Hit], count: int | None, index: Index) -> list[Piece]:
    """The first clauses of the sentences that list what one of the best hits announces.

    They, with the announcing sentence, must fit the question.
    """
    phrase = announced(query.wording)
    for hit in hits[:_TRIED]:
        rows = alike(hit.row, count, index)
        if not rows:
            continue
        pieces = [_opening(row, phrase, index) for row in rows[:_MOST]]
        told = "".join(piece.text for piece in pieces)
        if max(fits([told, hit.passage.text], query.core, index)) >= _RUN_FITS:
            return list(closed(pieces))
    return []


def _opening(row: int, phrase: str, index: Index) -> Piece:
    """The first clause of a sentence, or the second where the first only names the set."""
    passage = index.passage(row)
    parts = clauses(passage.text)
    bare = number_of(parts[0].text) > 0 and len(parts[0].text) < 4
    skipped = len(parts) > 1 and (bare or (phrase and phrase in parts[0].text))
    first = parts[1] if skipped else parts[0]
    cited = quote(index.document(passage.source), passage.start, passage.start + first.end)
    return Piece(f"{without_stop(first.text)}；", (cited,))


def _numbered(query: Query, hits: Sequence[Hit], count: int | None, index: Index) -> list[Piece]:
    """The items that the text numbers from a good hit on, where they are as many as asked for."""
    for hit in hits[:_TRIED] if count else ():
        document, passage = index.document(hit.passage.source), hit.passage
        found = numbered(document.text, passage.start, passage.end + _NEXT)
        lead = document.text[max(0, passage.start - _NEXT) : found[0].start] if found else ""
        if (
            len(found) == count
            and not _DONE.search(lead[-_NEXT:])
            and fits([lead], query.core, index)[0] >= _RUN_FITS
        ):
            return list(closed([_short(document, item.start, item.end) for item in found]))
    return []


def _short(document: Document, start: int, end: int) -> Piece:
    """An item up to the first stop past which it would be long, quoted by that much."""
    parts = clauses(document.text[start:end])
    kept = parts[0].end if parts else end - start
    for part in parts[1:]:
        if part.end > _ITEM:
            break
        kept = part.end
    return _item(document, start, start + kept)


def _section(query: Query, hits: Sequence[Hit], index: Index) -> list[Piece]:
    """The items of the numbered section that answers: of the count asked for, near a good hit."""
    count, phrase = asked_count(query.wording), announced(query.wording)
    best = hits[0].passage.text
    if phrase and phrase in best and listed(best) >= (count or 3) - 1:
        return []
    found: list[tuple[float, int, Document, Items]] = []
    for document in _documents(hits[:_DEEP], index):
        for items in sequences(document):
            rank = _first_within(items, document, hits[:_DEEP])
            if rank is not None and len(items.items) == (count or len(items.items)):
                found.append((_fit(query, items, index, count), -rank, document, items))
    if not found:
        return []
    fit, _, document, items = max(found, key=lambda entry: entry[:2])
    return _itemised(document, items) if fit >= _SECTION_FITS else []


def _documents(hits: Sequence[Hit], index: Index) -> list[Document]:
    return [index.document(source) for source in dict.fromkeys(h.passage.source for h in hits)][:3]


def _first_within(items: Items, document: Document, hits: Sequence[Hit]) -> int | None:
    """The rank of the first hit that stands in the section or right beside it."""
    for rank, hit in enumerate(hits):
        near = items.start - 200 <= hit.passage.start < items.end + 80
        if hit.passage.source == document.source and near:
            return rank
    return None


def _fit(query: Query, items: Items, index: Index, count: int | None) -> float:
    titles = "、".join(item.title[:20] for item in items.items)
    lead, inside = fits([items.lead, titles], query.core, index)
    return max(lead, inside) + 0.2 * (count is not None)


def _itemised(document: Document, items: Items) -> list[Piece]:
    """One piece an item: its title, cited with its first sentence."""
    shown = items.items[:_MOST]
    room = max(12, 380 // len(shown))
    pieces = [
        Piece(
            f"{number}．{without_stop(item.title)[:room]}；",
            (Quote(document.source, item.start, item.end),),
        )
        for number, item in enumerate(shown, 1)
    ]
    return list(closed(pieces))
