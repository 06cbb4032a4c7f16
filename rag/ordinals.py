"""Items that a text numbers as it goes, wherever they stand: 一是… 二是…, 第一，… 第二，…."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
_STYLES = ("{n}是(?!否)", "{n}要", "第{n}[，,、]", "{n}、", "（{n}）", "{n}种是", "{n}项是")
_BEGINS = r"(?:^|(?<=[。；;：:，,\n“）]))\s*"
_ENDS = re.compile(r"[。；;\n]")
_FAR = 700
"""Characters that may lie between one item and the next."""
_MOST = 12


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item without its number, ``text[start:end]``."""

    start: int
    end: int


def numbered(text: str, at: int, until: int) -> tuple[Numbered, ...]:
    """The longest run of items numbered from one on whose first stands in ``text[at:until]``.

    >>> text = "有三种：一是甲；这很好。二是乙。三是丙。"
    >>> [text[item.start : item.end] for item in numbered(text, 0, 10)]
    ['甲', '乙', '丙']
    """
    runs = [tuple(_run(text, at, until, style)) for style in _STYLES]
    return max(runs, key=len)


def _run(text: str, at: int, until: int, style: str) -> Iterator[Numbered]:
    for numeral in _NUMERALS:
        mark = re.compile(_BEGINS + style.format(n=numeral))
        found = mark.search(text, at, until)
        if found is None:
            return
        stop = _ENDS.search(text, found.end())
        end = stop.start() if stop else len(text)
        yield Numbered(found.end(), end)
        at, until = end, end + _FAR
