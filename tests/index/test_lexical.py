"""BM25 over postings: worked out by hand, grown, saved."""

import math
import random
from pathlib import Path

import numpy as np
import pytest

from index.lexical import Postings, count, load, merge

TEXTS = [
    ["粮食", "产量", "增长"],
    ["外贸", "增长", "增长"],
    ["粮食", "安全"],
    [],
    ["增长"],
]


def equal(one: Postings, other: Postings) -> bool:
    parts = ("keys", "starts", "rows", "counts", "lengths")
    return all(np.array_equal(getattr(one, part), getattr(other, part)) for part in parts)


def random_texts(seed: int, rows: int = 60) -> list[list[str]]:
    chance = random.Random(seed)
    return [[f"词{chance.randrange(40)}" for _ in range(chance.randrange(12))] for _ in range(rows)]


def test_the_score_is_that_of_the_formula() -> None:
    # Two of five rows hold 粮食; lengths are 3, 3, 2, 0, 1, their mean 1.8; k1 = 1.2, b = 0.6.
    idf = math.log(1 + (5 - 2 + 0.5) / (2 + 0.5))
    first = idf * 1 * 2.2 / (1 + 1.2 * (0.4 + 0.6 * 3 / 1.8))
    third = idf * 1 * 2.2 / (1 + 1.2 * (0.4 + 0.6 * 2 / 1.8))
    np.testing.assert_allclose(count(TEXTS).scores(["粮食"]), [first, 0, third, 0, 0], rtol=1e-6)


def test_a_word_that_stands_twice_counts_more_but_not_double() -> None:
    scores = count([["增长", "甲"], ["增长", "增长"], ["乙"]]).scores(["增长"])
    assert scores[0] < scores[1] < 2 * scores[0]


def test_the_row_with_the_rarer_word_ranks_first() -> None:
    postings = count([["增长", "甲"], ["增长", "乙"], ["外贸", "丙"], ["增长", "丁"]])
    scores = postings.scores(["增长", "外贸"])
    assert int(scores.argmax()) == 2
    assert scores[0] == scores[1] == scores[3] > 0


def test_a_word_asked_twice_counts_once() -> None:
    postings = count(TEXTS)
    np.testing.assert_array_equal(postings.scores(["粮食"] * 3), postings.scores(["粮食"]))


def test_rarity_falls_with_the_rows_and_is_highest_for_a_word_never_seen() -> None:
    postings = count(TEXTS)
    assert postings.idf("增长") == pytest.approx(math.log(1 + 2.5 / 3.5))
    assert postings.idf("粮食") == pytest.approx(math.log(1 + 3.5 / 2.5))
    assert postings.idf("未见") == pytest.approx(math.log(1 + 5.5 / 0.5))


def test_a_word_never_seen_scores_nothing_anywhere() -> None:
    assert not count(TEXTS).scores(["未见", ""]).any()
    assert not count(TEXTS).scores([]).any()


@pytest.mark.parametrize("texts", [[], [[]], [[], []]], ids=["no rows", "one empty", "two empty"])
def test_rows_without_words_score_nothing(texts: list[list[str]]) -> None:
    scores = count(texts).scores(["粮食"])
    assert scores.dtype == np.float32
    assert scores.tolist() == [0.0] * len(texts)


def test_every_one_of_many_words_is_found_again() -> None:
    tokens = [f"词{n}" for n in range(3000)]
    postings = count([[token] for token in tokens])
    assert [int(postings.scores([token]).argmax()) for token in tokens] == list(range(3000))


def test_counts_and_lengths_past_their_range_are_capped() -> None:
    postings = count([["甲"] * 70_000])
    assert postings.counts.tolist() == [255]
    assert postings.lengths.tolist() == [65_535]


@pytest.mark.parametrize("seed", range(5))
def test_merging_two_is_the_same_as_counting_all_at_once(seed: int) -> None:
    texts = random_texts(seed)
    parts = [(count(texts[:25]), np.arange(25)), (count(texts[25:]), np.arange(35))]
    assert equal(merge(parts), count(texts))


@pytest.mark.parametrize("seed", range(5))
def test_merging_takes_the_rows_that_are_named(seed: int) -> None:
    texts, take = random_texts(seed), np.array([0, 3, 4, 17, 59])
    expected = count([*(texts[row] for row in take), *texts[:9]])
    assert equal(merge([(count(texts), take), (count(texts[:9]), np.arange(9))]), expected)


@pytest.mark.parametrize("seed", range(5))
def test_merging_puts_the_rows_in_the_places_that_are_named(seed: int) -> None:
    texts = random_texts(seed)
    places = np.random.default_rng(seed).permutation(60)
    parts = [(count(texts[:25]), np.arange(25)), (count(texts[25:]), np.arange(35))]
    turned = [texts[row] for row in np.argsort(places)]
    assert equal(merge(parts, places), count(turned))


def test_merging_nothing_gives_nothing() -> None:
    assert equal(merge([]), count([]))
    assert equal(merge([(count(TEXTS), np.zeros(0, np.int64))]), count([]))


def test_postings_are_loaded_as_they_were_saved_and_score_the_same(tmp_path: Path) -> None:
    postings = count(TEXTS)
    postings.save(tmp_path, "words")
    loaded = load(tmp_path, "words")
    assert equal(loaded, postings)
    np.testing.assert_array_equal(loaded.scores(["粮食"]), postings.scores(["粮食"]))
    assert equal(merge([(loaded, np.arange(5))]), postings)


def test_without_its_postings_it_still_tells_how_rare_a_token_is() -> None:
    whole = count([["粮食", "增产"], ["粮食"], ["公路"]])
    rare = whole.rarities()
    assert (whole.whole, rare.whole, rare.rarities().whole) == (True, False, False)
    for token in ("粮食", "公路", "从未说过"):
        assert rare.idf(token) == whole.idf(token)
