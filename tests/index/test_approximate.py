"""Vectors past the size of exact search: what is found, what is exact, what is the same again."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import DamagedIndex
from index.backends import HERE, Place
from index.backends.approximate import FEW, RECALL, Approximate, built
from index.backends.faiss import FaissBackend
from index.backends.local import Local, held
from index.lexical import count
from index.store import Contents
from index.types import Rows, Vectors

SIZE, DIMENSION = 15_000, 32


def clustered(seed: int, size: int = SIZE) -> Vectors:
    """Unit vectors about some centres, as sentences are about some subjects."""
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(60, DIMENSION))
    made = centres[chance.integers(0, 60, size)] + chance.normal(size=(size, DIMENSION)) * 0.7
    scaled: Vectors = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
    return scaled


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return clustered(1)


@pytest.fixture(scope="module")
def approximate(vectors: Vectors) -> Approximate:
    return made_of(vectors)


def made_of(vectors: Vectors) -> Approximate:
    made = built(vectors)
    assert made is not None
    return made


def questions(number: int) -> Vectors:
    return clustered(2, number)


def rows_of(found: list[tuple[int, float]]) -> list[int]:
    return [row for row, _ in found]


def overlap(one: Approximate, other: FaissBackend, rows: Rows | None) -> float:
    """The share of the ten nearest that both find."""
    shares = [
        len({*rows_of(one.search(q, 300, rows))[:10]} & {*rows_of(other.search(q, 10, rows))}) / 10
        for q in questions(100)
    ]
    return float(np.mean(shares))


def test_most_of_the_ten_nearest_are_found(vectors: Vectors, approximate: Approximate) -> None:
    assert overlap(approximate, held(vectors), None) >= RECALL
    assert RECALL <= approximate.recall <= 1
    assert f"召回率 {approximate.recall:.1%}" in approximate.note


def test_not_all_lists_are_read(approximate: Approximate) -> None:
    assert approximate.lists.nprobe < approximate.lists.nlist


@pytest.mark.parametrize("size", [FEW + 1, 14_000], ids=["more-than-few", "most"])
def test_most_are_found_in_a_scope_too(
    vectors: Vectors, approximate: Approximate, size: int
) -> None:
    chance = np.random.default_rng(3)
    rows = np.sort(chance.choice(SIZE, size, replace=False)).astype(np.int64)
    assert overlap(approximate, held(vectors), rows) >= RECALL
    for question in questions(5):
        assert set(rows_of(approximate.search(question, 300, rows))) <= set(rows.tolist())


@pytest.mark.parametrize("size", [1, 7, FEW], ids=["one", "seven", "few"])
def test_a_small_scope_is_searched_exactly(
    vectors: Vectors, approximate: Approximate, size: int
) -> None:
    rows = np.sort(np.random.default_rng(size).choice(SIZE, size, replace=False)).astype(np.int64)
    exact = held(vectors)
    for question in questions(10):
        found, expected = (one.search(question, 50, rows) for one in (approximate, exact))
        assert rows_of(found) == rows_of(expected)
        np.testing.assert_allclose([s for _, s in found], [s for _, s in expected], rtol=1e-5)


def test_scores_are_those_of_the_vectors_as_they_were(
    vectors: Vectors, approximate: Approximate
) -> None:
    [question] = questions(1)
    for row, score in approximate.search(question, 20, None):
        assert score == pytest.approx(float(vectors[row] @ question), rel=1e-5)
    rows = np.array([5, 3, SIZE - 1], np.int64)
    np.testing.assert_array_equal(approximate.vectors(rows), vectors[rows])


def test_equal_vectors_come_by_row_even_where_the_cut_falls_among_them() -> None:
    chance = np.random.default_rng(4)
    few = clustered(5, 40)
    vectors = few[chance.integers(0, 40, 4_000)]
    approximate, exact = made_of(vectors), held(vectors)
    for k in (1, 5, 150, 333):
        found = rows_of(approximate.search(few[0], k, None))
        assert found == rows_of(exact.search(few[0], k, None))


def test_the_same_vectors_make_the_same_index(
    vectors: Vectors, approximate: Approximate, tmp_path: Path
) -> None:
    approximate.save(tmp_path / "one.faiss")
    made_of(vectors.copy()).save(tmp_path / "two.faiss")
    for ending in (".faiss", ".npy", ".json"):
        one, two = ((tmp_path / f"{name}{ending}").read_bytes() for name in ("one", "two"))
        assert one == two


def test_what_is_loaded_finds_what_was_saved(approximate: Approximate, tmp_path: Path) -> None:
    approximate.save(tmp_path / "vectors.faiss")
    loaded = Approximate.load(tmp_path / "vectors.faiss")
    assert (len(loaded), loaded.dimension) == (SIZE, DIMENSION)
    assert loaded.note == approximate.note
    scope = np.arange(0, SIZE, dtype=np.int64)[1_000:]
    for question in questions(10):
        for rows in (None, scope, scope[:50]):
            assert loaded.search(question, 99, rows) == approximate.search(question, 99, rows)


@pytest.mark.parametrize("k", [0, -1])
def test_none_are_found_where_none_are_wanted(approximate: Approximate, k: int) -> None:
    for rows in (None, np.arange(5), np.arange(SIZE - 1)):
        assert approximate.search(questions(1)[0], k, rows) == []
    assert approximate.search(questions(1)[0], 5, np.arange(0)) == []


@pytest.mark.parametrize("ending", [".faiss", ".npy", ".json"])
def test_a_file_that_is_broken_is_damage_with_the_command_that_mends_it(
    approximate: Approximate, tmp_path: Path, ending: str
) -> None:
    approximate.save(tmp_path / "vectors.faiss")
    (tmp_path / f"vectors{ending}").write_bytes(b"broken")
    with pytest.raises(DamagedIndex, match=r"vectors\.faiss.*zhengwen index"):
        Approximate.load(tmp_path / "vectors.faiss")


def test_another_kind_of_index_is_damage(
    approximate: Approximate, vectors: Vectors, tmp_path: Path
) -> None:
    approximate.save(tmp_path / "vectors.faiss")
    held(vectors).save(tmp_path / "vectors.faiss")
    with pytest.raises(DamagedIndex):
        Approximate.load(tmp_path / "vectors.faiss")


@pytest.mark.parametrize("size", [0, 1], ids=["none", "one"])
def test_too_few_to_tell_are_not_approximated(size: int) -> None:
    assert built(np.zeros((size, 4), np.float32)) is None


def contents(vectors: Vectors) -> Contents:
    none = count([])
    table = np.zeros((len(vectors), 5), np.int32)
    return Contents((), table, (), (), held(vectors), none, none, none, "counting")


def written(local: Local, folder: Path, given: Contents) -> Contents:
    """What is read back after a backend has written it."""
    folder.mkdir()
    local.write(folder, given, HERE)
    vectors, place = local.load(folder, Place())
    return replace(given, vectors=vectors, place=place)


def test_an_index_becomes_approximate_as_it_grows_and_exact_as_it_shrinks(
    vectors: Vectors, tmp_path: Path
) -> None:
    local = Local("faiss", exact_up_to=2_000)
    small = written(local, tmp_path / "1", contents(vectors[:2_000]))
    assert isinstance(small.vectors, FaissBackend)
    grown = np.concatenate([small.vectors.vectors(np.arange(2_000)), vectors[2_000:4_000]])
    large = written(local, tmp_path / "2", contents(grown))
    assert isinstance(large.vectors, Approximate)
    again = written(local, tmp_path / "3", large)
    assert isinstance(again.vectors, Approximate)
    shrunk = written(local, tmp_path / "4", contents(again.vectors.vectors(np.arange(10, 1_000))))
    assert isinstance(shrunk.vectors, FaissBackend)
    np.testing.assert_array_equal(shrunk.vectors.vectors(np.arange(990)), vectors[10:1_000])


def test_a_backend_that_is_told_to_be_exact_is_exact(vectors: Vectors, tmp_path: Path) -> None:
    kept = written(Local("faiss-exact", exact_up_to=None), tmp_path / "1", contents(vectors))
    assert isinstance(kept.vectors, FaissBackend)
    forced = written(Local("x", exact_up_to=0), tmp_path / "2", contents(vectors[:50]))
    assert isinstance(forced.vectors, Approximate)
    back = written(Local("faiss-exact", exact_up_to=None), tmp_path / "3", forced)
    assert isinstance(back.vectors, FaissBackend)
