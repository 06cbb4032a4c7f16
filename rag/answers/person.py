"""Who: the one who is speaking, where the text has several speakers; else as any fact."""

import re

from corpus.speakers import turns
from corpus.types import Document, Passage
from index.search import Index
from index.types import Hit
from rag.answers import number, occasion
from rag.draft import Draft, Piece
from rag.query import Query
from rag.quotes import quote
from rag.retrieve import Found

_SAID = re.compile(
    r"说|谈|讲|介绍|表示|采访|提[出到]|话|观点|主张|同意|反对|赞成|建议|认为|要求|呼吁|担心|意见"
)

_ROOM = 80


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The speaker with the office, cited by the headline and by the words themselves."""
    if occasion.asks_occasion(query):
        told = occasion.answer(query, found, index)
        if told is not None:
            return told
    hits = found.hits
    if not hits:
        return None
    if _SAID.search(query.resolved) and hits[0].passage.speaker:
        return _speaker(query, hits[0], index)
    return number.answer(query, found, index)


def _speaker(query: Query, hit: Hit, index: Index) -> Draft:
    """Who said it, cited by where the text names that person, then the words."""
    passage = hit.passage
    document = index.document(passage.source)
    office, at = _introduced(document, passage)
    named = f"{passage.speaker}，{document.identity.place}{office}" if office else passage.speaker
    who = Piece(f"{named}。", (quote(document, at, at + len(office) + len(passage.speaker)),))
    return Draft(query.kind, (who, number.piece(query, hit, index, _ROOM)))


def _introduced(document: Document, passage: Passage) -> tuple[str, int]:
    """The office of a passage's speaker, if a headline names it, and where the name stands."""
    for turn in turns(document):
        if turn.speaker == passage.speaker and turn.start <= passage.start < turn.end:
            return turn.office, document.text.index(f"{turn.office}{turn.speaker}", turn.start)
    return "", max(0, document.text.find(passage.speaker))
