"""Which characters are typed for one another: they sound alike, or look alike."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rag.lexicon import rows


@dataclass(frozen=True, slots=True)
class _Tables:
    """``usual`` is the first reading of a character without its tone, ``read`` are all of them;
    ``drawn`` are the characters that look like it."""

    usual: Mapping[str, str]
    read: Mapping[str, frozenset[str]]
    drawn: Mapping[str, str]


def alike(typed: str, meant: str) -> bool:
    """Whether one character may be typed for another: of its sound, or of its shape.

    >>> alike("折", "浙"), alike("淅", "浙"), alike("吉", "浙")
    (True, True, False)
    """
    tables = _tables()
    if typed in tables.drawn.get(meant, ""):
        return True
    sound = tables.usual.get(typed)
    return sound is not None and sound in tables.read.get(meant, ())


def slips(typed: str, meant: str) -> int | None:
    """How many characters of ``typed`` stand for others of ``meant``; None where it is no slip.

    >>> slips("折江", "浙江"), slips("新昌", "新疆")
    (1, None)
    """
    if len(typed) != len(meant):
        return None
    other = [pair for pair in zip(typed, meant, strict=True) if pair[0] != pair[1]]
    return len(other) if all(alike(one, two) for one, two in other) else None


@cache
def _tables() -> _Tables:
    usual: dict[str, str] = {}
    read: dict[str, set[str]] = defaultdict(set)
    for sound, first, other in rows("syllables.tsv"):
        usual.update(dict.fromkeys(first, sound))
        for char in first + other:
            read[char].add(sound)
    drawn = {row[0]: row[1] for row in rows("lookalikes.tsv")}
    return _Tables(usual, {char: frozenset(sounds) for char, sounds in read.items()}, drawn)
