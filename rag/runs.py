"""Sentences of one paragraph that stand side by side: the unnumbered items of a list."""

from collections import Counter

from index.search import Index
from rag.sequences import number_of


def paragraph(row: int, index: Index) -> list[int]:
    """The rows of the paragraph that holds ``row``, in order."""
    table = index.contents.rows
    first = last = row
    while first > 0 and index.beside(first - 1, first):
        first -= 1
    while last + 1 < len(table) and index.beside(last, last + 1):
        last += 1
    return list(range(first, last + 1))


def alike(row: int, count: int | None, index: Index) -> list[int]:
    """The rows that list what ``row`` announces, in its paragraph: numbered 一是 二是, or after it
    and all beginning with the same two characters, or exactly ``count``. Empty where it is none.

    ``row`` itself is the first of them where its own sentence goes on in them (；).
    """
    numbered = _numbered(row, index)
    if len(numbered) > 1 and len(numbered) == (count or len(numbered)):
        return numbered
    after = [other for other in paragraph(row, index) if other > row]
    openings = Counter(index.passage(other).text[:2] for other in after)
    if openings:
        opening, times = openings.most_common(1)[0]
        if times == count or (count is None and times >= 4):
            return [other for other in after if index.passage(other).text[:2] == opening]
    if count and len(after) == count:
        return after
    own = _own_sentence(row, after, index)
    return own if len(own) == count else []


def _numbered(row: int, index: Index) -> list[int]:
    """The paragraph's rows that begin with 一, 二, 三 … in order, if ``row`` is not past them."""
    rows: list[int] = []
    for other in paragraph(row, index):
        if number_of(index.passage(other).text) == len(rows) + 1:
            rows.append(other)
    return rows if rows and row <= rows[-1] else []


def _own_sentence(row: int, after: list[int], index: Index) -> list[int]:
    """``row`` and the rows after it up to the full stop of its sentence."""
    rows = [row]
    for other in after:
        if not index.passage(rows[-1]).text.endswith(("；", ";")):
            break
        rows.append(other)
    return rows if len(rows) > 1 else []
