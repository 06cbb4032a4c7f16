"""The engine of vectors: exact scores, the scope, ties by row, what is saved."""

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import DamagedIndex
from index.backends.faiss import FaissBackend
from index.types import Rows, Vectors

QUESTION = np.array([1, 0], np.float32)


def filled(*firsts: float) -> FaissBackend:
    """Vectors of two numbers of which the second is 0, so that the first is the score."""
    backend = FaissBackend(2)
    backend.add(np.array([[first, 0] for first in firsts], np.float32).reshape(-1, 2))
    return backend


def rows(*numbers: int) -> Rows:
    return np.array(numbers, np.int64)


def test_the_score_is_the_inner_product_best_first() -> None:
    assert filled(0.5, 2, -1, 1).search(QUESTION, 3, None) == [(1, 2.0), (3, 1.0), (0, 0.5)]


def test_only_rows_of_the_scope_are_found_however_low_they_score() -> None:
    backend = filled(*range(100))
    assert backend.search(QUESTION, 2, rows(3, 7, 5)) == [(7, 7.0), (5, 5.0)]
    assert backend.search(QUESTION, 9, rows(3)) == [(3, 3.0)]
    assert backend.search(QUESTION, 9, rows()) == []


@pytest.mark.parametrize("seed", range(10))
def test_equal_scores_come_by_row_even_where_the_cut_falls_among_them(seed: int) -> None:
    chance = np.random.default_rng(seed)
    firsts = chance.integers(0, 4, 500).astype(np.float32)
    scope = np.sort(chance.choice(500, 200, replace=False)).astype(np.int64)
    backend = filled(*firsts)
    for k in (1, 2, 50, 199, 200, 201, 500):
        for within in (None, scope):
            allowed = np.arange(500) if within is None else within
            expected = sorted(allowed.tolist(), key=lambda row: (-firsts[row], row))[:k]
            assert [row for row, _ in backend.search(QUESTION, k, within)] == expected


@pytest.mark.parametrize("k", [0, -1])
def test_none_are_found_where_none_are_wanted_or_there(k: int) -> None:
    assert filled(1, 2).search(QUESTION, k, None) == []
    assert filled().search(QUESTION, 5, None) == []


def test_rows_are_numbered_on_and_given_back() -> None:
    backend = filled(1, 2)
    backend.add(np.zeros((0, 2), np.float32))
    backend.add(np.array([[3, 4]], np.float32))
    assert (len(backend), backend.dimension) == (3, 2)
    np.testing.assert_array_equal(backend.vectors(rows(2, 0)), [[3, 4], [1, 0]])
    assert backend.vectors(rows()).shape == (0, 2)


def test_what_is_loaded_finds_what_was_saved(tmp_path: Path) -> None:
    vectors: Vectors = np.random.default_rng(5).normal(size=(300, 16)).astype(np.float32)
    backend = FaissBackend(16)
    backend.add(vectors)
    backend.save(tmp_path / "vectors.faiss")
    loaded = FaissBackend.load(tmp_path / "vectors.faiss")
    assert (len(loaded), loaded.dimension) == (300, 16)
    for row in (0, 7, 299):
        for within in (None, rows(1, 7, 200, 299)):
            assert loaded.search(vectors[row], 9, within) == backend.search(vectors[row], 9, within)


def test_a_file_that_is_no_index_is_damage_with_the_command_that_mends_it(tmp_path: Path) -> None:
    (tmp_path / "vectors.faiss").write_bytes(b"no index")
    for name in ("vectors.faiss", "missing.faiss"):
        with pytest.raises(DamagedIndex, match=f"{name}.*zhengwen index"):
            FaissBackend.load(tmp_path / name)


def test_a_place_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        filled(1).save(tmp_path / "missing" / "vectors.faiss")
