"""Slips of typing in the names of places and indicators: 折江 for 浙江, 新增旧业 for 新增就业.

A name is put right only where what was typed is no place and no word, and one name alone fits.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.gazetteer import Level, known
from corpus.indicators import INDICATORS, asked_indicator
from corpus.places import find
from index.words import is_word
from rag.abroad import is_abroad
from rag.lexicon import rows
from rag.sounds import slips

_APART = re.compile(r"《[^》]*》|“[^”]*”|\"[^\"]*\"")
_BEFORE = re.compile(
    r"(?:^|[\s，,。；;？?！!、：:和与跟比及]|(?:19|20)\d\d年?|[今去前明]年|请问|那么?|看看|查一下)的?$"
)
_YEAR = r"(?:19|20)\d\d|[今去前明]年"
_ASKED = "|".join(f"(?:{indicator.asked.pattern})" for indicator in INDICATORS)
_AFTER = re.compile(
    rf"(?:省|市|自治区)?的?(?:{_YEAR}|目标|{_ASKED}|呢)|(?:省|市)(?![一-鿿]?[长级区])", re.I
)
_BESIDE = re.compile(r"[和与跟、]")
_LONGEST_PLACE = 4
_LONG = 5
_COMPARED = 3


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed from ``start`` on, and what is meant by it."""

    start: int
    typed: str
    meant: str


def corrected(text: str, held: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The text with its slips put right, and a note a slip; ``held`` are the library's places.

    >>> corrected("折江2025年新增旧业目标", ())
    ('浙江2025年新增就业目标', ('“折江”按浙江理解', '“新增旧业”按新增就业理解'))
    """
    plain = _APART.sub(lambda found: " " * len(found.group()), text)
    found = [*_in_places(plain, held)]
    for slip in found:
        plain = _put_right(plain, slip)
    if asked_indicator(plain) is None:
        found += _in_terms(plain)
    for slip in found:
        text = _put_right(text, slip)
    return text, tuple(f"“{slip.typed}”按{slip.meant}理解" for slip in found)


def _put_right(text: str, slip: Slip) -> str:
    return text[: slip.start] + slip.meant + text[slip.start + len(slip.typed) :]


def _in_places(text: str, held: Iterable[str]) -> Iterator[Slip]:
    """Names that stand where a place does: first or after a year, and before a year, a suffix or
    an indicator; or side by side with a place."""
    mentions = find(text)
    taken = {at for mention in mentions for at in range(mention.start, mention.end)}
    starts, ends = {m.start for m in mentions}, {m.end for m in mentions}
    last = 0
    for start in range(len(text)):
        for end in range(min(start + _LONGEST_PLACE, len(text)), start + 1, -1):
            if start < last or taken.intersection(range(start, end)):
                continue
            beside = _BESIDE.match(text, end) is not None and end + 1 in starts
            beside = beside or (start - 1 in ends and _BESIDE.match(text, start - 1) is not None)
            stands = _BEFORE.search(text[:start]) and (beside or _AFTER.match(text, end))
            meant = _place(text[start:end], tuple(sorted(held))) if stands else ""
            if meant:
                yield Slip(start, text[start:end], meant)
                last = end


def _place(typed: str, held: Sequence[str]) -> str:
    """The one place meant, of the library's and the provinces, else of the cities."""
    if _is_known(typed):
        return ""
    for names in ((*held, *_shorts("province")), _shorts("prefecture")):
        meant = {name for name in names if _is_slip(typed, name)}
        if meant:
            return meant.pop() if len(meant) == 1 else ""
    return ""


def _is_known(typed: str) -> bool:
    places = known()
    named = typed in places.named or typed in places.words or typed in places.stops
    return named or is_abroad(typed) or is_word(typed)


def _in_terms(text: str) -> Iterator[Slip]:
    """Names of indicators, the longest first."""
    last = 0
    for start in range(len(text)):
        for length in _lengths():
            typed = text[start : start + length]
            if start < last or len(typed) < length:
                continue
            meant = {term for term in _like(typed) if _is_slip(typed, term)}
            if len(meant) == 1 and not is_word(typed):
                yield Slip(start, typed, meant.pop())
                last = start + length


def _is_slip(typed: str, meant: str) -> bool:
    """Whether ``typed`` is ``meant`` but for one character, or two of a long name."""
    count = slips(typed, meant)
    return bool(count) and count <= (2 if len(meant) >= _LONG else 1)  # type: ignore[operator]


@cache
def _shorts(level: Level) -> tuple[str, ...]:
    return tuple(place.short for place in known().rows if place.level == level)


def _like(typed: str) -> set[str]:
    """The terms of the same length that have one of the first three characters in common: with at
    most two wrong in five, one always is."""
    there = _by_character()
    places = enumerate(typed[:_COMPARED])
    return {term for at, char in places for term in there.get((len(typed), at, char), ())}


@cache
def _by_character() -> dict[tuple[int, int, str], tuple[str, ...]]:
    """Terms by their length, a position and the character that stands there."""
    found: dict[tuple[int, int, str], tuple[str, ...]] = {}
    for (term,) in rows("terms.tsv"):
        for at, char in enumerate(term[:_COMPARED]):
            found[len(term), at, char] = (*found.get((len(term), at, char), ()), term)
    return found


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({length for length, _, _ in _by_character()}, reverse=True))
