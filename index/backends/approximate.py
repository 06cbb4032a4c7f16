"""Vectors past the size where comparing with each is fast: int8 in FAISS, in inverted lists.

Measured on real sentences of news, 256 numbers each, 2 cores, 300 rows wanted (docs/scale.md has
the whole table). Exact search takes 0.2 ms over 6,000 rows, 10 to 25 over 50,000, 30 to 40 over
100,000 and 140 over 500,000. Inverted lists take 1 to 3 ms at the last two and are trained and
filled in 5 and 10 s; a graph (HNSW over int8) is as quick to ask, but takes five times as long to
build and twice the space. So: exact up to 50,000 rows, inverted lists beyond.

Beside the int8 index lie the vectors as they were, mapped from disk: what the lists propose is
scored exactly, a small scope is searched exactly, and an index that grows again and again never
rounds a vector twice.
"""

import json
import math
import shutil
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np

from corpus.errors import DamagedIndex
from index.backends.faiss import index_from, index_to
from index.types import Rows, Vectors

EXACT_UP_TO = 50_000
FEW = 10_000
"""A scope of so many rows is compared one by one: some milliseconds, and nothing is missed."""

RECALL = 0.98
_DEPTH = 300
_TOP = 10
_SAMPLE = 200
_LEAST_PROBES = 8
_TRAINED_ON = 64
_SEED = 20_260_101


@dataclass(frozen=True)
class Approximate:
    """Inverted lists of int8 vectors, and the exact ones, (rows, dimension) float32.

    ``recall`` is the share of the ten nearest that it finds, measured on ``sample`` rows when it
    was made; ``saved`` is the file that it is mapped from. Ties are broken by row number.
    """

    lists: faiss.IndexIVFScalarQuantizer
    exact: Vectors
    recall: float
    sample: int
    saved: Path | None = None

    @classmethod
    def lies_at(cls, path: Path) -> bool:
        """Whether an index saved to ``path`` is one of these."""
        return _beside(path, ".json").is_file()

    @classmethod
    def load(cls, path: Path) -> "Approximate":
        """As saved, all mapped from disk. Raises ``DamagedIndex``."""
        lists = index_from(path, faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY)
        try:
            if not isinstance(lists, faiss.IndexIVFScalarQuantizer):
                raise TypeError(path.name)
            told = json.loads(_beside(path, ".json").read_text(encoding="utf-8"))
            exact: Vectors = np.asarray(np.load(_beside(path, ".npy"), mmap_mode="r"))
            return cls(lists, exact, float(told["recall"]), int(told["sample"]), path)
        except (OSError, ValueError, KeyError, TypeError):
            raise DamagedIndex(
                f"向量文件 {path.name} 不完整；请重新运行 zhengwen index。"
            ) from None

    @property
    def dimension(self) -> int:
        return int(self.lists.d)

    @property
    def note(self) -> str:
        return (
            f"共 {len(self)} 句，向量用近似检索："
            f"前 {_TOP} 名的召回率 {self.recall:.1%}（抽 {self.sample} 句，与逐句比较对照）。"
        )

    def __len__(self) -> int:
        return int(self.lists.ntotal)

    def search(self, vector: Vectors, k: int, rows: Rows | None) -> list[tuple[int, float]]:
        if rows is not None and len(rows) <= FEW:
            return self._scored(rows, vector, k)
        size = min(k, len(self) if rows is None else len(rows))
        if size <= 0:
            return []
        return self._scored(self._proposed(vector, size + size // 4, rows), vector, size)

    def _proposed(self, vector: Vectors, size: int, rows: Rows | None) -> Rows:
        """The rows whose rounded vectors are nearest, rising; all of those that tie for the last.

        The rarer the rows allowed, the more lists are read, so that as much is found among them.
        """
        question = np.ascontiguousarray(vector.reshape(1, -1), np.float32)
        share = 1.0 if rows is None else len(rows) / len(self)
        probes = min(self.lists.nlist, math.ceil(self.lists.nprobe / share))
        within = faiss.SearchParametersIVF(nprobe=probes, sel=self._selector(rows))  # type: ignore[call-arg]
        scores, found = self.lists.search(question, size + 1, params=within)
        if found[0, -1] >= 0 and scores[0, -1] == scores[0, -2]:
            below = float(np.nextafter(scores[0, -1], np.float32(-np.inf)))
            _, _, more = self.lists.range_search(question, below, params=within)
            return np.sort(more).astype(np.int64)
        return np.sort(found[0, :-1][found[0, :-1] >= 0])

    def _selector(self, rows: Rows | None) -> faiss.IDSelector | None:
        if rows is None:
            return None
        allowed = np.zeros(len(self), bool)
        allowed[rows] = True
        return faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))  # type: ignore[call-arg, arg-type]

    def _scored(self, rows: Rows, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """The ``k`` best of some rows (rising) by their exact vectors."""
        # Not by BLAS, whose threads take longer to wake than so few rows to multiply.
        scores = np.einsum("ij,j->i", np.take(self.exact, rows, axis=0), vector.reshape(-1))
        top = np.argsort(-scores, kind="stable")[: max(k, 0)]
        return list(zip(rows[top].tolist(), scores[top].tolist(), strict=True))

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors under ``rows``, shape (len(rows), dimension), as they were given."""
        return np.asarray(self.exact[rows], np.float32)

    def save(self, path: Path) -> None:
        """Writes ``path`` and beside it .npy and .json. Raises ``OSError``."""
        if self.saved is not None:
            # FAISS would write where the mapped lists lie, and not the lists.
            for ending in (path.suffix, ".npy", ".json"):
                shutil.copyfile(_beside(self.saved, ending), _beside(path, ending))
            return
        index_to(self.lists, path)
        np.save(_beside(path, ".npy"), self.exact, allow_pickle=False)
        told = {"recall": round(self.recall, 4), "sample": self.sample}
        _beside(path, ".json").write_text(json.dumps(told), encoding="utf-8")


def built(vectors: Vectors) -> Approximate | None:
    """Vectors in inverted lists; None where even all lists together would find less than
    ``RECALL`` of the nearest, or there are too few to tell.

    Of the same vectors the same lists are made. So many lists are read for a question that a
    sample of rows finds at least ``RECALL`` of its 300 nearest, as deep as a search looks.
    """
    if len(vectors) < 2:
        return None
    exact = np.ascontiguousarray(vectors, np.float32)
    chance = np.random.default_rng(_SEED)
    lists = _lists(exact, chance)
    sample = np.sort(chance.choice(len(exact), min(_SAMPLE, len(exact)), replace=False))
    truth = _nearest(exact, sample)
    lists.nprobe = min(_LEAST_PROBES, lists.nlist)
    while True:
        found = Approximate(lists, exact, 0.0, len(sample))
        top, deep = _recall(found, sample, truth)
        if min(top, deep) >= RECALL or lists.nprobe == lists.nlist:
            break
        lists.nprobe = min(2 * lists.nprobe, lists.nlist)
    return Approximate(lists, exact, top, len(sample)) if top >= RECALL else None


def _lists(vectors: Vectors, chance: np.random.Generator) -> faiss.IndexIVFScalarQuantizer:
    """About one and a half square root of the rows of lists, trained on a part of the rows."""
    rows, dimension = vectors.shape
    number = min(2 ** round(math.log2(1.5 * math.sqrt(rows))), rows)
    quantizer = faiss.IndexFlatIP(dimension)
    lists = faiss.IndexIVFScalarQuantizer(
        quantizer, dimension, number, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    )
    lists.cp.seed = _SEED
    lists.cp.min_points_per_centroid = 1
    part = np.sort(chance.choice(rows, min(rows, number * _TRAINED_ON), replace=False))
    lists.train(vectors[part])
    lists.add(vectors)
    return lists


def _nearest(vectors: Vectors, sample: Rows) -> list[list[float]]:
    """For each row of a sample the scores of the 300 nearest others, or of all, best first."""
    depth = min(_DEPTH + 1, len(vectors))
    found = faiss.knn(vectors[sample], vectors, depth, metric=faiss.METRIC_INNER_PRODUCT)
    scores, rows = (part.tolist() for part in found)
    return [
        _others(row, list(zip(near, told, strict=True)))
        for row, near, told in zip(sample.tolist(), rows, scores, strict=True)
    ]


def _recall(found: Approximate, sample: Rows, truth: list[list[float]]) -> tuple[float, float]:
    """The share of the nearest rows that are found: of the first ten, and of all 300."""
    shares = []
    for row, nearest in zip(sample.tolist(), truth, strict=True):
        scores = _others(row, found.search(found.exact[row], _DEPTH + 1, None))
        shares.append([_share(scores, nearest, depth) for depth in (_TOP, _DEPTH)])
    top, deep = np.mean(shares, axis=0)
    return float(top), float(deep)


def _others(row: int, found: list[tuple[int, float]]) -> list[float]:
    """The scores of other rows than the one that asks, as many as are compared."""
    return [score for other, score in found if other != row][:_DEPTH]


def _share(found: list[float], nearest: list[float], depth: int) -> float:
    """How many found are as near as the last that should be; of equals any will do."""
    least = nearest[:depth][-1] - 1e-6
    return sum(score >= least for score in found[:depth]) / len(nearest[:depth])


def _beside(path: Path, ending: str) -> Path:
    return path.with_suffix(ending)
