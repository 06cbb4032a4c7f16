"""What is cited: the whole sentence around the words used, as far as it is not too long."""

import re

from corpus.types import Document
from rag.draft import Quote

LONGEST = 280
_END = re.compile(r"[。！？!?]+[”’」』）)]*|\n")


def quote(document: Document, start: int, end: int) -> Quote:
    """The sentence (up to 。 or a line's end) that holds ``start`` to ``end``.

    Where the sentence is longer than 280 characters, the words used and what follows or
    precedes them within that length.
    """
    text = document.text
    left = max((stop.end() for stop in _END.finditer(text, max(0, start - 1200), start)), default=0)
    left = max(left, 0) if left else max(0, start - 1200)
    stop = _END.search(text, max(start, end - 1))
    right = len(text) if stop is None else stop.end()
    left, right = _stripped(text, left, right)
    if right - left > LONGEST:
        left = max(left, min(start, right - LONGEST))
        right = max(end, min(right, left + LONGEST))
    left, right = _stripped(text, left, right)
    return Quote(document.source, left, right)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
