"""Words are looked up once, and what is remembered is what the encoder said."""

from collections.abc import Sequence

import numpy as np
import pytest

from index import wordbook
from index.types import Vectors
from index.wordbook import Wordbook


class Letters:
    """A word is the code points of its first two letters; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, words: Sequence[str]) -> Vectors:
        self.asked += words
        return np.array([[ord(word[0]), ord(word[-1])] for word in words], np.float32)

    def rarity(self, word: str) -> float:
        self.asked.append(f"idf {word}")
        return float(len(word))


def test_vectors_are_those_of_the_encoder_whatever_was_asked_before() -> None:
    letters = Letters()
    book = Wordbook(letters.encode, letters.rarity)
    for asked in (["ab"], ["cd", "ab", "cd"], [f"{a}{b}" for a in "abcdef" for b in "uvwxyz"]):
        assert np.array_equal(book.vectors(asked), Letters().encode(asked))
    assert len(letters.asked) == len(set(letters.asked)) == 38


def test_rarity_is_asked_once_a_word() -> None:
    letters = Letters()
    book = Wordbook(letters.encode, letters.rarity)
    assert [book.idf("abc"), book.idf("abc"), book.idf("d")] == [3.0, 3.0, 1.0]
    assert letters.asked == ["idf abc", "idf d"]


@pytest.mark.parametrize("count", [1, 3])
def test_more_words_than_are_kept_are_still_right(count: int) -> None:
    letters = Letters()
    book = Wordbook(letters.encode, letters.rarity)
    many = [f"{chr(0x4E00 + at % 5000)}{chr(0x6000 + at // 5000)}" for at in range(wordbook._MOST)]
    book.vectors(many[:-1])
    for at in range(count):
        asked = [f"x{at}", f"y{at}", many[0]]
        assert np.array_equal(book.vectors(asked), Letters().encode(asked))
