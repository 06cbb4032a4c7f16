"""Scaling, the share of neighbours, the best with ties by position."""

import numpy as np
import pytest

from index.fuse import best, scaled, with_neighbours
from index.types import Vectors


def scores(*values: float) -> Vectors:
    return np.array(values, np.float32)


def test_the_highest_score_becomes_one() -> None:
    np.testing.assert_array_equal(scaled(scores(1, 4, 2)), scores(0.25, 1, 0.5))


@pytest.mark.parametrize("values", [(), (0.0, 0.0), (-1.0, -2.0)], ids=["none", "zero", "negative"])
def test_scores_of_which_none_is_positive_become_zero(values: tuple[float, ...]) -> None:
    assert scaled(scores(*values)).tolist() == [0.0] * len(values)


def test_a_row_takes_a_share_of_the_rows_that_it_is_joined_to() -> None:
    joined = np.array([False, True, True, False])
    given = scores(1, 10, 100, 1000)
    np.testing.assert_allclose(with_neighbours(given, joined, 0.5), [6, 60.5, 105, 1000])
    np.testing.assert_array_equal(given, scores(1, 10, 100, 1000))


def test_no_rows_have_no_neighbours() -> None:
    assert with_neighbours(scores(), np.zeros(0, bool), 0.5).tolist() == []
    assert with_neighbours(scores(3), np.array([False]), 0.5).tolist() == [3.0]


def test_the_best_come_highest_first() -> None:
    assert best(scores(1, 3, 2), 2) == [1, 2]


def test_equal_scores_come_by_position_even_where_the_cut_falls_among_them() -> None:
    given = scores(*[1, 2, 1, 1, 1, 2, 1, 1] * 10)
    expected = sorted(range(80), key=lambda at: (-given[at], at))
    for k in range(81):
        assert best(given, k) == expected[:k]


def test_only_positive_scores_are_among_the_best() -> None:
    assert best(scores(0, -1, 2, 0), 4) == [2]


@pytest.mark.parametrize("k", [0, -1])
def test_none_are_the_best_of_none(k: int) -> None:
    assert best(scores(1, 2), k) == []
    assert best(scores(), 3) == []
