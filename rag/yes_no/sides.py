"""Is one year or place higher than another? By the figures of the ledger, side by side."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from index.search import Index
from rag.answers.number import said
from rag.draft import Piece, without_stop
from rag.query import Query
from rag.retrieve import Found
from rag.stated import Wanted, stated, wanted
from rag.times import leaning_of
from rag.yes_no.decision import Decision
from rag.yes_no.question import Proposition

_BESIDE = re.compile(
    r"比|高于|低于|快于|慢于|多于|少于|超过|[和跟与同].{1,16}(?:一样|相同|相等|持平|没变)|一样|持平"
)
_SAME = re.compile(r"一样|相同|相等|持平|没变|不变")
_MORE = re.compile(r"高|快|多|大|强|上调|提高|超过|增加")
_LESS = re.compile(r"低|慢|少|小|弱|下调|降低|减少|回落")


def decide(asked: Proposition, query: Query, found: Found, index: Index) -> Decision | None:
    """Whether the first side named stands to the second as the question says."""
    relation = _relation(asked.text)
    sought = wanted(query)
    if relation is None or sought is None or not _BESIDE.search(asked.text):
        return None
    named = _named(asked.text, query)
    sides = [stated(_in_role(sought, query, year), place, year, index) for place, year in named]
    if len(sides) != 2 or not all(side and side.value is not None for side in sides):
        return None
    first, second = (side for side in sides if side is not None)
    assert first.value is not None
    assert second.value is not None
    shown = [said(item, *name) for item, name in zip((first, second), named, strict=True)]
    opening = Piece(without_stop(shown[0].text) + "；", shown[0].quotes)
    return Decision(relation(first.value, second.value), (opening, shown[1]))


def _named(text: str, query: Query) -> list[tuple[str, int]]:
    """The two sides in the order in which the question names them; empty unless there are two."""
    if len(query.years) == 2 and len(query.places) == 1:
        years = sorted(query.years, key=lambda year: text.find(str(year)))
        return [(query.places[0], year) for year in years]
    if len(query.places) == 2 and len(query.years) == 1:
        places = sorted(query.places, key=text.find)
        return [(place, query.years[0]) for place in places]
    return []


def _in_role(sought: Wanted, query: Query, year: int) -> Wanted:
    """What is sought of a year, as target or result as the words behind that year say."""
    if len(query.years) < 2:
        return sought
    lean = leaning_of(query.search, year)
    return replace(sought, target=lean > 0 if lean else None)


def _relation(text: str) -> Callable[[Decimal, Decimal], bool] | None:
    after = text[max((m.start() for m in _BESIDE.finditer(text)), default=0) :]
    if _SAME.search(after):
        return lambda one, other: one == other
    if _LESS.search(after):
        return lambda one, other: one < other
    if _MORE.search(after):
        return lambda one, other: one > other
    return None
