"""Official words for everyday ones, and Chinese ones for English questions."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpus.places import english as places_in

_DATA = Path(__file__).parent / "data"
_WORD = re.compile(r"[a-z][a-z&'.-]*[a-z0-9]|[a-z]|\d+(?:\.\d+)?%?")
_NUMBERS = {
    "two": "两", "three": "三", "four": "四", "five": "五", "six": "六", "seven": "七",
    "eight": "八", "nine": "九", "ten": "十",
}  # fmt: skip
_COUNTED = {
    "projects": "大工程", "programs": "大工程", "goals": "个目标", "targets": "个目标",
    "principles": "项原则", "creations": "大创建", "areas": "方面", "categories": "类",
    "measures": "项举措", "industries": "大产业", "actions": "大行动",
}  # fmt: skip
_LONGEST = 5


def expand(text: str) -> list[str]:
    """The official words for the everyday words of a text, longest first, each once.

    >>> expand("找工作的大学生")
    ['就业', '高校毕业生']
    """
    found = [(word, official) for word, official in _everyday() if word in text]
    kept = [(w, o) for w, o in found if not any(w != v and w in v for v, _ in found)]
    ordered = sorted(kept, key=lambda pair: (-len(pair[0]), text.index(pair[0])))
    words = (official for _, officials in ordered for official in officials)
    return [word for word in dict.fromkeys(words) if word not in text]


def to_chinese(text: str) -> list[str]:
    """The Chinese terms of an English question in order: places, glossary, numbers.

    The longest phrase wins; a number before a countable noun makes the name of a set.

    >>> to_chinese("What are the six projects?")
    ['六大工程']
    """
    places = {m.start: (m.end, m.place.short) for m in places_in(text)}
    return list(dict.fromkeys(_terms(text.lower(), places)))


def _terms(text: str, places: dict[int, tuple[int, str]]) -> Iterator[str]:
    glossary = _glossary()
    found = list(_WORD.finditer(text))
    at = 0
    while at < len(found):
        start = found[at].start()
        if start in places:
            end, short = places[start]
            yield short
            at += max(1, sum(start <= word.start() < end for word in found))
            continue
        size, term = _longest(found[at:], text, glossary)
        if term:
            yield term
        at += size


def _longest(words: list[re.Match[str]], text: str, glossary: dict[str, str]) -> tuple[int, str]:
    """How many words the longest known phrase at the front takes, and what it means."""
    first = words[0].group()
    if len(words) > 1 and first in _NUMBERS and words[1].group() in _COUNTED:
        return 2, _NUMBERS[first] + _COUNTED[words[1].group()]
    for size in range(min(_LONGEST, len(words)), 0, -1):
        phrase = re.sub(r"\s+", " ", text[words[0].start() : words[size - 1].end()])
        if phrase in glossary:
            return size, glossary[phrase]
    return 1, first if first[0].isdigit() else ""


@cache
def _everyday() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = (row.split("\t") for row in _rows("everyday.tsv"))
    return tuple((word, tuple(official.split("|"))) for word, official in rows)


@cache
def _glossary() -> dict[str, str]:
    return {row.split("\t")[0]: row.split("\t")[1] for row in _rows("glossary.tsv")}


def _rows(name: str) -> list[str]:
    """The lines of a data file below its header."""
    return (_DATA / name).read_text(encoding="utf-8").splitlines()[1:]
