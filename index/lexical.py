"""BM25 over postings that are kept as they are counted, so that an index can grow.

A token is known by the 64 bits of its BLAKE2 hash: no vocabulary has to be loaded. Weights are
computed for the tokens of the question only (Robertson and Zaragoza 2009, k1 and b as usual).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.types import Rows, Vectors

K1 = 1.2
B = 0.6
_PARTS = ("keys", "starts", "rows", "counts", "lengths")


@dataclass(frozen=True, slots=True)
class Postings:
    """Which token stands how often in which row.

    ``keys`` (tokens,) uint64 sorted; the postings of token i are ``rows`` (int32, rising) and
    ``counts`` (uint8, at most 255) from ``starts[i]`` to ``starts[i + 1]``; ``lengths`` (rows,)
    uint16 counts tokens. Where another engine holds the postings, ``rows`` and ``counts`` are
    empty: what is left tells how rare a token is, and no more.
    """

    keys: npt.NDArray[np.uint64]
    starts: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int32]
    counts: npt.NDArray[np.uint8]
    lengths: npt.NDArray[np.uint16]

    def scores(self, tokens: Iterable[str]) -> Vectors:
        """BM25 of every row, shape (rows,), float32, 0 where no token stands."""
        spans = [self._span(token) for token in dict.fromkeys(tokens)]
        taken = [span for span in spans if span is not None]
        if not taken or not len(self.lengths):
            return np.zeros(len(self.lengths), np.float32)
        rows = np.concatenate([self.rows[span] for span in taken])
        counts = np.concatenate([self.counts[span] for span in taken]).astype(np.float32)
        share = np.array([span.stop - span.start for span in taken])
        idf = np.log1p((len(self.lengths) - share + 0.5) / (share + 0.5))
        mean = float(self.lengths.mean()) or 1.0
        norm = K1 * (1 - B) + self.lengths[rows] * np.float32(K1 * B / mean)
        weights = np.repeat(idf * (K1 + 1), share) * counts / (counts + norm)
        return np.bincount(rows, weights, len(self.lengths)).astype(np.float32)

    def scores_of(self, tokens: Iterable[str], groups: Rows) -> Vectors:
        """BM25 of the text that each row is part of, shape (rows,): row i belongs to text number
        ``groups[i]``, from 0 on."""
        spans = [self._span(token) for token in dict.fromkeys(tokens)]
        taken = [span for span in spans if span is not None]
        if not taken:
            return np.zeros(len(self.lengths), np.float32)
        size = int(groups.max()) + 1
        lengths = np.bincount(groups, self.lengths, size)
        mean = float(lengths.mean()) or 1.0
        norm = K1 * (1 - B) + lengths * (K1 * B / mean)
        scores = np.zeros(size)
        for span in taken:
            times = np.bincount(groups[self.rows[span]], self.counts[span], size)
            share = np.count_nonzero(times)
            idf = np.log1p((size - share + 0.5) / (share + 0.5))
            scores += idf * (K1 + 1) * times / (times + norm)
        return scores.astype(np.float32)[groups]

    def idf(self, token: str) -> float:
        """How rare a token is; that of a token never seen is the highest."""
        span = self._span(token)
        share = 0 if span is None else span.stop - span.start
        return float(np.log1p((len(self.lengths) - share + 0.5) / (share + 0.5)))

    @property
    def whole(self) -> bool:
        """Whether the postings are here, and not only how many there are."""
        return len(self.rows) == int(self.starts[-1])

    def rarities(self) -> "Postings":
        """The same without the postings: enough for ``idf``, a small part of the size."""
        return replace(self, rows=self.rows[:0], counts=self.counts[:0])

    def _span(self, token: str) -> slice | None:
        key = np.uint64(_key(token))
        at = int(np.searchsorted(self.keys, key))
        if at == len(self.keys) or self.keys[at] != key:
            return None
        return slice(int(self.starts[at]), int(self.starts[at + 1]))

    def save(self, folder: Path, name: str) -> None:
        """Writes ``name-keys.npy`` and so on."""
        for part in _PARTS:
            np.save(folder / f"{name}-{part}.npy", getattr(self, part), allow_pickle=False)


def load(folder: Path, name: str) -> Postings:
    """Postings as saved, memory mapped; as plain arrays, whose slices cost less."""
    mapped = (np.load(folder / f"{name}-{part}.npy", mmap_mode="r") for part in _PARTS)
    return Postings(*map(np.asarray, mapped))


def count(texts: Sequence[Sequence[str]]) -> Postings:
    """Postings of tokenised rows."""
    keys: list[int] = []
    rows: list[int] = []
    counts: list[int] = []
    for row, tokens in enumerate(texts):
        for token, times in Counter(tokens).items():
            keys.append(_key(token))
            rows.append(row)
            counts.append(min(times, 255))
    lengths = np.array([min(len(tokens), 65535) for tokens in texts], np.uint16)
    return _sorted(
        np.array(keys, np.uint64), np.array(rows, np.int32), np.array(counts, np.uint8), lengths
    )


def merge(parts: Sequence[tuple[Postings, Rows]], places: Rows | None = None) -> Postings:
    """One set of postings from the given rows of several, numbered anew in that order.

    Each part is (postings, rows to take from them). ``places`` (all rows taken,) numbers them
    in another order: the row taken i-th becomes row ``places[i]``.
    """
    taken = sum(len(take) for _, take in parts)
    places = np.arange(taken) if places is None else places
    keys, rows, counts, lengths, first = [], [], [], [], 0
    for postings, take in parts:
        number = np.full(len(postings.lengths), -1, np.int32)
        number[take] = places[first : first + len(take)]
        new = number[postings.rows]
        kept = new >= 0
        keys.append(np.repeat(postings.keys, np.diff(postings.starts))[kept])
        rows.append(new[kept])
        counts.append(np.asarray(postings.counts)[kept])
        lengths.append(np.asarray(postings.lengths)[take])
        first += len(take)
    if not parts:
        return count([])
    by_place = np.zeros(taken, np.uint16)
    by_place[places] = np.concatenate(lengths)
    return _sorted(np.concatenate(keys), np.concatenate(rows), np.concatenate(counts), by_place)


def _sorted(
    keys: npt.NDArray[np.uint64],
    rows: npt.NDArray[np.int32],
    counts: npt.NDArray[np.uint8],
    lengths: npt.NDArray[np.uint16],
) -> Postings:
    order = np.lexsort((rows, keys))
    unique, starts = np.unique(keys[order], return_index=True)
    bounds = np.append(starts, len(keys)).astype(np.int64)
    return Postings(unique, bounds, rows[order], counts[order], lengths)


@lru_cache(maxsize=1 << 20)
def _key(token: str) -> int:
    return int.from_bytes(blake2b(token.encode(), digest_size=8).digest(), "little")
