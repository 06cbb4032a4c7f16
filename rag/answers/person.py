"""Who: the one who is speaking, where the text has several speakers; else as any fact."""

import re

from corpus.speakers import turns
from index.search import Index
from rag.answers import number, occasion
from rag.draft import Draft, Piece, Quote
from rag.query import Query
from rag.retrieve import Found

_SAID = re.compile(r"说|谈|讲|介绍|表示|采访|提出|话|观点|主张")


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The speaker with the office, cited by the headline and by the words themselves."""
    if occasion.asks_occasion(query):
        told = occasion.answer(query, found, index)
        if told is not None:
            return told
    hits = found.hits
    if not hits:
        return None
    best = hits[0].passage
    document = index.document(best.source)
    for turn in turns(document):
        if turn.start <= best.start < turn.end and _SAID.search(query.resolved):
            at = document.text.index(f"{turn.office}{turn.speaker}", turn.start)
            line_end = document.text.find("\n", at)
            start = document.text.rfind("\n", 0, at) + 1
            said = number.piece(query, hits[0], index, 80)
            who = Piece(
                f"{turn.speaker}，{document.identity.place}{turn.office}。",
                (Quote(best.source, start, line_end),),
            )
            return Draft(query.kind, (who, said))
    return number.answer(query, found, index)
