"""English words without their endings of number and tense: one key for all their forms."""

import re
from functools import cache

_LEAST = 3
_NUMBER = (
    ("'s", ""), ("s'", ""), ("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"),
    ("ss", "ss"), ("us", "us"), ("is", "is"), ("as", "as"), ("s", ""),
)  # fmt: skip
_TENSE = (
    ("isation", "ization"), ("ied", "y"), ("ed", ""), ("ing", ""), ("tre", "ter"), ("our", "or"),
    ("e", ""),
)  # fmt: skip
_LAST = frozenset(ending[-1] for ending, _ in (*_NUMBER, *_TENSE))
_DOUBLE = frozenset("bdgmnprt")
_BETWEEN = re.compile(r"[\s-]+")


def stems(phrase: str) -> str:
    """The stems of a phrase in lower case, hyphens read as spaces.

    >>> stems("renovated old communities") == stems("renovating old community")
    True
    """
    return " ".join(map(stem, _BETWEEN.split(phrase.replace("’", "'"))))


@cache
def stem(word: str) -> str:
    """A word without its ending, in American spelling; a key to look up, no linguist's stem.

    >>> {stem(word) for word in ("renovate", "renovates", "renovated", "renovating")}
    {'renovat'}
    """
    word = _without(_without(word, _NUMBER), _TENSE)
    if word.endswith("is") and len(word) > _LEAST:
        word = f"{word[:-1]}z"
    doubled = len(word) > _LEAST - 1 and word[-1] == word[-2] and word[-1] in _DOUBLE
    return word[:-1] if doubled else word


def _without(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    """The word with the first of the endings that it has replaced, if enough of it is left."""
    if word[-1:] not in _LAST:
        return word
    for ending, replacement in endings:
        if word.endswith(ending) and len(word) - len(ending) + len(replacement) >= _LEAST:
            return word[: len(word) - len(ending)] + replacement
    return word
