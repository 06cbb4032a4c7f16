"""A sentence about several places as one statement a place. Pure.

"浙江生产总值增长5.5%，江苏增长5%" and "浙江、江苏生产总值分别增长5.5%、5%" are each two statements;
the second half of the first leaves out the year and what grows.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.figures import figures
from corpus.indicators import asked_indicator
from corpus.places import Mention, find

_CLAUSE = re.compile(r"[，,；;。]")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_JOIN = re.compile(r"[、和与及\s]|以及")
_RESPECTIVELY = "分别"


def by_place(text: str) -> tuple[str, ...]:
    """A statement a place, in order; the text itself where it does not speak so of several.

    >>> by_place("2025年浙江GDP增长5.5%，江苏增长5%。")
    ('2025年浙江GDP增长5.5%', '2025年江苏GDP增长5%')
    """
    mentions = find(text)
    if len({mention.place.short for mention in mentions}) < 2:
        return (text,)
    return _in_a_row(text, mentions) or _by_clause(text, mentions) or (text,)


def _in_a_row(text: str, mentions: list[Mention]) -> tuple[str, ...]:
    """浙江、江苏分别增长5.5%、5%: the n-th figure is that of the n-th place."""
    if _RESPECTIVELY not in text:
        return ()
    row = [mentions[0]]
    for mention in mentions[1:]:
        if _JOIN.sub("", text[row[-1].end : mention.start]):
            break
        row.append(mention)
    stated = [f for f in figures(text) if f.start >= row[-1].end and f.unit != "年"]
    if len(row) < 2 or len(stated) != len(row):
        return ()
    before = text[: row[0].start]
    middle = text[row[-1].end : stated[0].start].replace(_RESPECTIVELY, "")
    return tuple(
        f"{before}{text[m.start : m.end]}{middle}{figure.text}"
        for m, figure in zip(row, stated, strict=True)
    )


def _by_clause(text: str, mentions: list[Mention]) -> tuple[str, ...]:
    """Cut before each clause that begins with a place and gives a figure."""
    starts = [0, *(stop.end() for stop in _CLAUSE.finditer(text))]
    begins = [(edge, m) for m in mentions if (edge := _edge(text, starts[1:], m)) is not None]
    if not begins or mentions[0].start >= begins[0][0]:
        return ()
    edges = [0, *(edge for edge, _ in begins), len(text)]
    pieces = [text[a:b].rstrip("，,；;。") for a, b in pairwise(edges)]
    if any(not figures(piece) for piece in pieces):
        return ()
    ends = [mention.end - edge for edge, mention in begins]
    later = (_completed(p, end, pieces[0]) for p, end in zip(pieces[1:], ends, strict=True))
    return (pieces[0], *later)


def _edge(text: str, starts: Sequence[int], mention: Mention) -> int | None:
    """The start of the clause that a place opens, perhaps behind a year; None for others."""
    opened = (s for s in starts if s == mention.start or _YEAR.fullmatch(text[s : mention.start]))
    return next(opened, None)


def _completed(piece: str, place_end: int, first: str) -> str:
    """A later clause with the year and the thing of the first, where it has none of its own."""
    indicator = asked_indicator(first)
    if indicator is not None and asked_indicator(piece) is None:
        named = indicator.asked.search(first)
        if named:
            piece = f"{piece[:place_end]}{named.group()}{piece[place_end:]}"
    year = _YEAR.search(first)
    return piece if year is None or _YEAR.search(piece) else f"{year.group()}{piece}"
