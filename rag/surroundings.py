"""A span of a document with the sentences around it. Pure."""

import re
from dataclasses import dataclass

from corpus.errors import UserError
from corpus.types import Document
from rag.draft import Quote, citation
from rag.types import Citation

LONGEST = 5000
"""The longest span in characters."""

_END = re.compile(r"[。！？!?]+[”’」』）)]*|\n")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``before + citation.text + after`` is a stretch of the document's text."""

    citation: Citation
    before: str
    after: str


def surroundings(document: Document, start: int, end: int, size: int) -> Surroundings:
    """The span and about ``size`` characters on either side, cut between sentences.

    Raises ``UserError`` for a span that the document does not have.
    """
    length = len(document.text)
    if not 0 <= start < end <= length:
        raise UserError(
            f"{document.source} 的正文有 {length} 个字符，没有从 {start} 到 {end} 的一段。"
        )
    if end - start > LONGEST:
        raise UserError(f"一次最多打开 {LONGEST} 个字符，不能是 {end - start} 个。")
    left, right = max(0, start - size), min(length, end + size)
    if left:
        opened = _END.search(document.text, left, start)
        left = opened.end() if opened else left
    if right < length:
        stops = [stop.end() for stop in _END.finditer(document.text, end, right)]
        right = stops[-1] if stops else right
    shown = citation(document, Quote(document.source, start, end), 1)
    return Surroundings(shown, document.text[left:start], document.text[end:right])
