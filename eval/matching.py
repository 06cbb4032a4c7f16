"""How texts are compared: folded, white space and quotation marks out, numbers whole."""

import re
import unicodedata
from collections.abc import Iterable

_DROPPED = re.compile(r"[\s“”‘’\"'「」『』《》〈〉]")
_DASHES = re.compile(r"[—–―‐‑‒−~～至到-]+")
_DIGIT = re.compile(r"\d")
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")


def fold(text: str) -> str:
    """NFKC, lower case, without white space and quotation marks, dashes and 至/到 made one."""
    return _DASHES.sub("-", _DROPPED.sub("", unicodedata.normalize("NFKC", text))).lower()


def stands(fact: str, text: str) -> bool:
    """Whether a fact stands in a text; at a digit's edge only as a whole number.

    >>> stands("5%", "增长5.5%"), stands("5.5%", "增长5.5%左右")
    (False, True)
    """
    needle, hay = fold(fact), fold(text)
    if not needle:
        return False
    left = r"(?<!\d)(?<!\d\.)" if _DIGIT.match(needle) else ""
    left += r"(?<!\d,)" if _THREE_DIGITS.match(needle) else ""
    right = r"(?!\d)(?!\.\d)(?!,\d{3}(?!\d))" if _DIGIT.match(needle[-1]) else ""
    return re.search(left + re.escape(needle) + right, hay) is not None


def grams(text: str, size: int = 4) -> set[str]:
    """The character n-grams of a folded text; a shorter text is its own gram."""
    folded = fold(text)
    if len(folded) <= size:
        return {folded} if folded else set()
    return {folded[at : at + size] for at in range(len(folded) - size + 1)}


def coverage(quote: str, texts: Iterable[str]) -> float:
    """The share of a quote's 4-grams that stand in the texts taken together."""
    wanted = grams(quote)
    folded = [fold(text) for text in texts]
    there = [gram for gram in wanted if any(gram in text for text in folded)]
    return len(there) / len(wanted) if wanted else 0.0
