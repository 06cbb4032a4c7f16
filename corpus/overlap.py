"""Which stretches of a text stand in other texts too: proof that a digest is in our own words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_WHITE = re.compile(r"\s+")


def folded(text: str) -> str:
    """NFKC without white space."""
    return _WHITE.sub("", unicodedata.normalize("NFKC", text))


def shared_runs(text: str, sources: Iterable[str], length: int = 20) -> list[str]:
    """The maximal runs of at least ``length`` characters that ``text`` shares with a source.

    >>> shared_runs("今年甲乙丙丁目标", ["去年甲乙丙丁完成"], 4)
    ['年甲乙丙丁']
    """
    seen: set[str] = set()
    for source in sources:
        plain = folded(source)
        seen.update(plain[at : at + length] for at in range(len(plain) - length + 1))
    return list(_runs(folded(text), seen, length))


def _runs(plain: str, seen: set[str], length: int) -> Iterator[str]:
    start = None
    for at in range(len(plain) - length + 2):
        shared = plain[at : at + length] in seen and at + length <= len(plain)
        if shared and start is None:
            start = at
        elif not shared and start is not None:
            yield plain[start : at + length - 1]
            start = None
