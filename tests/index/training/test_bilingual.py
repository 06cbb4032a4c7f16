"""English words by the Chinese words that mean them."""

from index.training.bilingual import meanings
from index.training.vocabulary import stem

LINES = (
    "# a comment",
    "糧食 粮食 [liang2 shi5] /grain; cereals/CL:種|种[zhong3]/",
    "年 年 [nian2] /year/harvest; grain (archaic)/",
    "增長 增长 [zeng1 zhang3] /to grow; to increase/growth/",
    "醫院 医院 [yi1 yuan4] /hospital/",
    "罕 罕 [han3] /rare grain/",
)
FREQUENCY = {"粮食": 1000, "年": 100_000, "增长": 5000, "医院": 800}


def test_the_best_known_meaning_of_a_word_comes_first() -> None:
    found = meanings(LINES, FREQUENCY, stem)
    assert found["grain"][0] == "粮食"
    assert found["growth"] == ("增长",)
    assert found[stem("hospitals")] == ("医院",)


def test_only_words_of_our_dictionary_are_meanings_and_asides_are_none() -> None:
    found = meanings(LINES, FREQUENCY, stem)
    assert all(word in FREQUENCY for words in found.values() for word in words)
    assert "archaic" not in found
    assert "to" not in found


def test_no_more_words_are_kept_than_wanted() -> None:
    assert len(meanings(LINES, FREQUENCY, stem, words=2)) == 2
