"""Quotations held against what they quote, character by character."""

import re
from difflib import SequenceMatcher

from corpus.types import Passage
from index.search import Index
from index.types import Scope
from rag.draft import Quote, citation
from rag.proofread.types import Quoted

_QUOTED = re.compile(r"“([^“”]{10,300})”")
_LEFT_OUT = re.compile(r"…|\.{3}|——")
_UNSEEN = re.compile(r"[\s，。、；：！？,.;:!?“”‘’\"'（）()]+")
_NEAR = 0.8
_DEPTH = 4
_ROOM = 600


def quotations(sentence: str) -> tuple[str, ...]:
    """What a sentence quotes: at least ten characters, nothing left out."""
    return tuple(q for q in _QUOTED.findall(sentence) if not _LEFT_OUT.search(q))


def quoted_in(text: str, scope: Scope, index: Index) -> Quoted | None:
    """The words of the library that ``text`` quotes, the same or nearly so; None if none are."""
    best: tuple[float, Passage, int, int] | None = None
    for hit in index.search(text, _DEPTH, scope):
        around = index.around(hit.row, _ROOM)
        start, end = _window(around.text, text)
        ratio = SequenceMatcher(None, around.text[start:end], text, autojunk=False).ratio()
        if best is None or ratio > best[0]:
            best = ratio, around, start, end
    if best is None or best[0] < _NEAR:
        return None
    _, around, start, end = best
    quote = Quote(around.source, around.start + start, around.start + end)
    cited = citation(index.document(around.source), quote, 1)
    return Quoted(cited, _UNSEEN.sub("", cited.text) == _UNSEEN.sub("", text))


def _window(source: str, quote: str) -> tuple[int, int]:
    """Where in a source the quote would stand: from its first to its last shared stretch."""
    matcher = SequenceMatcher(None, source, quote, autojunk=False)
    long = matcher.find_longest_match()
    left, right = max(0, long.a - long.b), long.a + (len(quote) - long.b)
    return left, min(len(source), right)
