"""Countries and cities outside China that a question asks about as it would ask about a province.

Whom one trades or works with is none: 对俄罗斯贸易, 与德国合作.
"""

import re
from collections.abc import Mapping
from functools import cache

from corpus.indicators import INDICATORS
from rag.lexicon import rows

_BEFORE = re.compile(
    r"(?:^|[\s，,。；;？?！!、：:]|(?:19|20)\d\d年?|[今去前明]年|请问|那么?|看看|查一下)的?$"
)
_OWNED = (
    r"(?:19|20)\d\d|[今去前明]年|目标|经济|人口|财政|赤字|政府工作报告|首都|总统|首相|呢"
    rf"|{'|'.join(f'(?:{indicator.asked.pattern})' for indicator in INDICATORS)}"
)
_AFTER = re.compile(
    rf"(?:政府|全国|全市|全境)?的?(?:{_OWNED})|的[一-鿿]{{1,12}}(?:多少|几|谁|什么)", re.I
)
_ENGLISH_BEFORE = re.compile(r"(?:^|\b(?:of|in|for|did|does|will|is|was|has))\W*(?:the )?$", re.I)


def is_abroad(name: str) -> bool:
    """Whether a name is that of a country or city outside China."""
    return name in _names()


def abroad(text: str, is_english: bool = False) -> str:
    """The first place outside China whose figures or affairs are asked for; empty if none is.

    >>> abroad("东京2025年GDP"), abroad("对俄罗斯贸易增长多少")
    ('东京', '')
    """
    if is_english:
        return _abroad_in_english(text)
    for found in _pattern().finditer(text):
        if is_owner(text, found.start(), found.end()):
            return found.group()
    return ""


def is_owner(text: str, start: int, end: int) -> bool:
    """Whether the name from ``start`` to ``end`` stands where that of a place does whose figures
    are asked for: first or behind a year, and before a year or an indicator."""
    return bool(_BEFORE.search(text[:start])) and bool(_AFTER.match(text, end))


def _abroad_in_english(text: str) -> str:
    for found in _english_pattern().finditer(text):
        owner = text.startswith(("'s", "’s"), found.end())
        if owner or _ENGLISH_BEFORE.search(text[: found.start()]):
            return _by_english()[found.group().lower()]
    return ""


@cache
def _names() -> frozenset[str]:
    return frozenset(name for name, _, _ in rows("world.tsv"))


@cache
def _by_english() -> Mapping[str, str]:
    """Chinese names by the English ones in lower case."""
    spelled = {
        one.lower(): name for name, english, _ in rows("world.tsv") for one in english.split("|")
    }
    return spelled


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_names(), key=len, reverse=True)))


@cache
def _english_pattern() -> re.Pattern[str]:
    longest = sorted(_by_english(), key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, longest))})(?![A-Za-z])", re.I)
