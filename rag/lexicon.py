"""Official words for everyday ones."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent / "data"
_FRONT = 2
_CUT = re.compile(r"[a-z0-9][a-z0-9]")


class _Found(NamedTuple):
    """An everyday word (or a phrase that only hides one) from ``start`` to ``end``."""

    start: int
    end: int
    officials: tuple[str, ...]


def expand(text: str) -> list[str]:
    """The official words for the everyday words of a text, longest first, each once.

    A word inside a longer one does not count, nor one that a phrase only hides (动车 in 机动车).

    >>> expand("找工作的大学生")
    ['就业', '高校毕业生']
    """
    found = list(_found(text.lower()))
    kept = [one for one in found if not any(_inside(one, other) for other in found)]
    ordered = sorted(kept, key=lambda one: (one.start - one.end, one.start))
    words = (official for one in ordered for official in one.officials)
    return [word for word in dict.fromkeys(words) if word not in text]


def rows(name: str) -> list[list[str]]:
    """The cells of the lines of a data file below its header."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def _found(text: str) -> Iterator[_Found]:
    table = _everyday()
    for start in range(len(text) - _FRONT + 1):
        for word, officials in table.get(text[start : start + _FRONT], ()):
            if text.startswith(word, start) and _whole(text, start, start + len(word)):
                yield _Found(start, start + len(word), officials)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a word does not cut Latin letters or digits apart (AI in MAIN)."""
    cut_before = start > 0 and _CUT.match(text, start - 1)
    return not (cut_before or _CUT.match(text, end - 1))


def _inside(one: _Found, other: _Found) -> bool:
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end


@cache
def _everyday() -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    """Words in lower case with their official ones, by their first two characters."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for word, officials in rows("everyday.tsv"):
        table[word[:_FRONT].lower()].append((word.lower(), tuple(officials.split("|"))))
    for phrase, _ in rows("hiding.tsv"):
        table[phrase[:_FRONT]].append((phrase, ()))
    return dict(table)
