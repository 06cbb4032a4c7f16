"""Vectors in FAISS: exact inner product, searched within the allowed rows only."""

from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from corpus.errors import DamagedIndex
from index.types import Rows, Vectors


class FaissBackend:
    """An exact index; ties are broken by row number, so the same question gives the same order."""

    def __init__(self, dimension: int) -> None:
        self._index: faiss.Index = faiss.IndexFlatIP(dimension)

    @classmethod
    def load(cls, path: Path) -> "FaissBackend":
        """As saved, mapped from disk. Raises ``DamagedIndex``."""
        backend = cls.__new__(cls)
        backend._index = index_from(path, faiss.IO_FLAG_MMAP_IFC)
        return backend

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    @property
    def note(self) -> str:
        return ""

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, vectors: Vectors) -> None:
        if len(vectors):
            self._index.add(np.ascontiguousarray(vectors, np.float32))

    def search(self, vector: Vectors, k: int, rows: Rows | None) -> list[tuple[int, float]]:
        size = min(k, len(self) if rows is None else len(rows))
        if size <= 0:
            return []
        question, within = vector.reshape(1, -1), _within(rows)
        scores, found = self._index.search(question, size + 1, params=within)
        pairs = _sorted(found[0], scores[0])
        if len(pairs) > size and pairs[size][1] == pairs[size - 1][1]:
            pairs = self._at_least(pairs[size][1], question, within)
        return pairs[:size]

    def _at_least(
        self, score: float, question: Vectors, within: faiss.SearchParameters | None
    ) -> list[tuple[int, float]]:
        """All rows with this score or a higher one: of equals FAISS itself keeps any."""
        below = score - 1e-6 * max(1.0, abs(score))
        _, scores, found = self._index.range_search(question, below, params=within)
        return _sorted(found, scores)

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors under ``rows``, shape (len(rows), dimension)."""
        if not len(rows):
            return np.zeros((0, self.dimension), np.float32)
        taken: Vectors = self._index.reconstruct_batch(rows)
        return taken

    def save(self, path: Path) -> None:
        """Raises ``OSError`` where the file cannot be written."""
        index_to(self._index, path)


def index_from(path: Path, flags: int) -> faiss.Index:
    """An index of FAISS from a file. Raises ``DamagedIndex``."""
    try:
        return faiss.read_index(str(path), flags)
    except RuntimeError:
        raise DamagedIndex(f"向量文件 {path.name} 读不出来；请重新运行 zhengwen index。") from None


def index_to(index: faiss.Index, path: Path) -> None:
    """Writes an index of FAISS. Raises ``OSError``."""
    try:
        faiss.write_index(index, str(path))
    except RuntimeError as error:
        raise OSError(str(error)) from None


def _within(rows: Rows | None) -> faiss.SearchParameters | None:
    if rows is None:
        return None
    return faiss.SearchParameters(sel=faiss.IDSelectorBatch(rows))  # type: ignore[call-arg]


def _sorted(rows: npt.NDArray[np.int64], scores: Vectors) -> list[tuple[int, float]]:
    """Pairs of row and score, best first, then by row; FAISS fills up with row -1."""
    pairs = zip(rows.tolist(), scores.tolist(), strict=True)
    return sorted(((r, s) for r, s in pairs if r >= 0), key=lambda pair: (-pair[1], pair[0]))
