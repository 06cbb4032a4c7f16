"""All forms of an English word have one stem."""

import pytest

from rag.stem import stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ("renovate", "renovates", "renovated", "renovating"),
        ("plan", "plans", "planned", "planning"),
        ("build", "builds", "building"),
        ("community", "communities"),
        ("carry", "carries", "carried"),
        ("coach", "coaches"),
        ("business", "businesses"),
        ("farmer", "farmers", "farmers'", "farmer's"),
        ("urbanization", "urbanisation"),
        ("modernize", "modernise", "modernised", "modernizing"),
        ("program", "programme", "programs", "programmes"),
        ("center", "centre", "centers", "centres"),
        ("labor", "labour"),
        ("add", "adds", "added", "adding"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_short_words_and_words_in_ss_us_is_and_as_keep_their_end() -> None:
    assert [stem(word) for word in ("gas", "bus", "business", "red", "ring")] == [
        "gas",
        "bus",
        "business",
        "red",
        "ring",
    ]


def test_different_words_keep_apart() -> None:
    words = ("plan", "plant", "port", "export", "city", "cite", "rail", "raise", "rural", "rule")
    assert len({stem(word) for word in words}) == len(words)


def test_a_phrase_is_read_word_by_word() -> None:
    assert stems("high-quality developments") == stems("high quality development")
    assert stems("people’s congresses") == stems("people's congress")
    assert stems("") == ""
