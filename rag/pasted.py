"""A pasted paragraph with a question at its end: the question is what is asked."""

import re

from corpus.places import find
from rag.kinds import asks
from rag.times import times

_SENTENCE = re.compile(r"[^。！!？?；;\n]+(?:[。！!？?；;\n]+|$)")
_LONG = 120
"""From so many characters on, what stands before a question is a text, not its context."""


def asked_of(text: str) -> str:
    """The question that ends a pasted text, with the one place or year of the text that it leaves
    out; a text that is short, or that ends in a statement, as it is.

    >>> asked_of("浙江2025年的就业目标是多少")
    '浙江2025年的就业目标是多少'
    """
    sentences = [found.group() for found in _SENTENCE.finditer(text)]
    last = sentences[-1].strip() if sentences else ""
    before = text[: text.rfind(last)] if last else ""
    if len(before) < _LONG or last.endswith("。") or not asks(last):
        return text
    return f"{_place_of(before, last)}{_year_of(before, last)}{last}"


def _place_of(before: str, last: str) -> str:
    """The place that the text names, where it is one and the question names none."""
    places = {mention.place.short for mention in find(before)}
    return places.pop() if len(places) == 1 and not find(last) else ""


def _year_of(before: str, last: str) -> str:
    years = set(times(before, 0).years) - {0, 1, -1, -2}
    return f"{years.pop()}年" if len(years) == 1 and not times(last, 2000).years else ""
