"""Chinese terms for English questions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from corpus.places import english as places_in
from rag.english_numbers import Number, numbers
from rag.lexicon import rows
from rag.stem import stems

_WORD = re.compile(r"[a-z][a-z&'.-]*[a-z0-9]|[a-z]|\d+(?:\.\d+)?%?")
_NUMBERS = {
    "two": "两", "three": "三", "four": "四", "five": "五", "six": "六", "seven": "七",
    "eight": "八", "nine": "九", "ten": "十",
}  # fmt: skip
_COUNTED = {
    "projects": "大工程", "programs": "大工程", "goals": "个目标", "targets": "个目标",
    "principles": "项原则", "creations": "大创建", "areas": "方面", "categories": "类",
    "measures": "项举措", "industries": "大产业", "actions": "大行动", "tasks": "项任务",
    "strategies": "大战略", "clusters": "大集群", "years": "年",
}  # fmt: skip
_LONGEST = 5


class _Term(NamedTuple):
    chinese: str
    is_unit: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a question up to ``end`` and its term, empty where it says nothing."""

    end: int
    term: _Term


def to_chinese(text: str) -> list[str]:
    """The Chinese terms of an English question in order: places, glossary, numbers.

    The longest phrase wins, in any number or tense; a number before a countable noun makes the
    name of a set, and one before a unit takes it along.

    >>> to_chinese("What are the six projects?"), to_chinese("3 trillion yuan")
    (['六大工程'], ['3万亿元'])
    """
    return list(dict.fromkeys(_joined(text)))


def _joined(text: str) -> Iterator[str]:
    """The terms, a unit right behind a bare number written as one with it."""
    before: Number | None = None
    for piece in _pieces(text):
        if isinstance(piece, Number):
            if before:
                yield before.chinese
            before = piece
            continue
        joins = before is not None and before.bare and piece.term.is_unit
        if before and not joins:
            yield before.chinese
        if piece.term.chinese:
            yield f"{before.chinese if before and joins else ''}{piece.term.chinese}"
        before = None
    if before:
        yield before.chinese


def _pieces(text: str) -> Iterator[_Piece | Number]:
    """The question from the left: phrase, place or number, whichever is longest."""
    lower = text.lower()
    places = {m.start: _Piece(m.end, _Term(m.place.short)) for m in places_in(text)}
    figures = {number.start: number for number in numbers(lower)}
    end = 0
    words = list(_WORD.finditer(lower))
    for at, word in enumerate(words):
        start = word.start()
        if start < end:
            continue
        phrase = _phrase(words[at : at + _LONGEST], lower)
        known = [piece for piece in (places.get(start), figures.get(start)) if piece]
        piece = max((*known, phrase), key=lambda one: one.end)
        yield piece
        end = piece.end


def _phrase(words: Sequence[re.Match[str]], text: str) -> _Piece:
    """The longest known phrase at the front of the words; the first word if there is none."""
    first = words[0]
    if len(words) > 1 and first.group() in _NUMBERS and words[1].group() in _COUNTED:
        counted = _NUMBERS[first.group()] + _COUNTED[words[1].group()]
        return _Piece(words[1].end(), _Term(counted))
    for last in reversed(words):
        term = _meaning(re.sub(r"\s+", " ", text[first.start() : last.end()]))
        if term:
            return _Piece(last.end(), term)
    return _Piece(first.end(), _Term(first.group() if first.group()[0].isdigit() else ""))


def _meaning(phrase: str) -> _Term | None:
    """What a phrase means, as it stands or with its endings folded."""
    glossary = _glossary()
    return glossary.get(phrase) or _by_stem().get(stems(phrase))


@cache
def _glossary() -> dict[str, _Term]:
    return {
        english: _Term(chinese, kind == "unit") for english, chinese, kind in rows("glossary.tsv")
    }


@cache
def _by_stem() -> dict[str, _Term]:
    """The glossary by stems; of two terms that share them the shorter spelling counts."""
    by_length = sorted(_glossary().items(), key=lambda item: -len(item[0]))
    return {stems(english): term for english, term in by_length}
