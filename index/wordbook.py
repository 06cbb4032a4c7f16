"""Words looked up once: their vectors and how rare they are.

The same words come up in every comparison of a question with sentences; to encode them again
each time would take longer than all the rest.
"""

from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np

from index.types import Vectors

_MOST = 40_000
"""Words kept; where more come, all are forgotten and looked up again as they are needed."""


class Wordbook:
    """What ``encode`` (words → (words, dimension) unit rows) and ``rarity`` say of words.

    Threads may share it: a row is written before its word is known, and where the table is
    replaced, so is the numbering that belongs to it.
    """

    def __init__(
        self, encode: Callable[[Sequence[str]], Vectors], rarity: Callable[[str], float]
    ) -> None:
        self._encode = encode
        self._rarity = rarity
        self._known: tuple[dict[str, int], Vectors] | None = None
        self._idf: dict[str, float] = {}
        self._growing = Lock()

    def vectors(self, words: Sequence[str]) -> Vectors:
        """``(len(words), dimension)`` float32, a row a word."""
        known = self._known
        if known is None or any(word not in known[0] for word in words):
            with self._growing:
                known = self._grown(words)
        rows, table = known
        return table[[rows[word] for word in words]]

    def idf(self, word: str) -> float:
        """How rare a word is in the library; higher is rarer."""
        found = self._idf.get(word)
        if found is None:
            if len(self._idf) >= _MOST:
                self._idf = {}
            found = self._idf[word] = self._rarity(word)
        return found

    def _grown(self, words: Sequence[str]) -> tuple[dict[str, int], Vectors]:
        """The numbering and the table, with these words in them."""
        rows, table = self._known or ({}, None)
        new = [word for word in dict.fromkeys(words) if word not in rows]
        if len(rows) + len(new) > _MOST:
            rows, table, new = {}, None, list(dict.fromkeys(words))
        vectors = self._encode(new)
        room = 0 if table is None else len(table)
        if len(rows) + len(new) > room or table is None:
            larger = np.zeros((2 * (len(rows) + len(new)), vectors.shape[1]), np.float32)
            if table is not None:
                larger[: len(rows)] = table[: len(rows)]
            rows, table = dict(rows), larger
        table[len(rows) : len(rows) + len(new)] = vectors
        first = len(rows)
        rows.update((word, first + at) for at, word in enumerate(new))
        self._known = rows, table
        return rows, table
