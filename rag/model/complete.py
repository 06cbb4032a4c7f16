"""Does a text hold all that our own answer says: its figures, names and items?"""

import re

from corpus.figures import figures, stands
from rag.types import Answer

_MARKER = re.compile(r"\[\d{1,3}\]")
_QUOTED = re.compile(r"“([^”]{2,20})”")
_ITEM = re.compile(r"[、；;，：。\n]|\d{1,2}[.．](?!\d)|（[一二三四五六七八九十]+）")
_WHOLE = frozenset({"number", "enumeration", "list", "compare", "trend", "when", "where", "who"})
"""The kinds of answer of which nothing may be left out."""
_LISTS = frozenset({"enumeration", "list"})
_LEAST = 3


def left_out(answer: Answer, text: str) -> tuple[str, ...]:
    """What of our own answer a text lacks: its figures and quoted names, of a list its items."""
    if answer.kind not in _WHOLE:
        return ()
    own, other = _MARKER.sub("", answer.answer), _plain(_MARKER.sub("", text))
    told = [_bare(figure.text) for figure in figures(own)]
    missing = [figure for figure in told if not stands(figure, other)]
    named = [*_QUOTED.findall(own), *(_items(own) if answer.kind in _LISTS else ())]
    missing += [name for name in named if _plain(name) not in other]
    return tuple(dict.fromkeys(missing))


def _items(text: str) -> list[str]:
    """The pieces between the marks of a list that are names: neither short nor whole clauses."""
    parts = text.split("、")
    if len(parts) < _LEAST:
        return []
    ends = [_ITEM.split(part)[-1 if at == 0 else 0] for at, part in enumerate(parts)]
    inner = ends[1:-1]
    return [item.strip("“” ") for item in inner if 2 <= len(item.strip("“” ")) <= 16]


def _bare(figure: str) -> str:
    """A figure as its number with unit, without 约 and 左右, which may stand elsewhere."""
    found = re.search(r"\d[\d,.．·]*\s*(?:万亿|千亿|百亿|亿|万)?[%％]?", figure)
    return found.group().strip() if found else figure


def _plain(text: str) -> str:
    return re.sub(r"[\s“”]", "", text).translate(str.maketrans("％", "%"))
