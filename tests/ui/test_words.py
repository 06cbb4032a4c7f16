"""The words of the interface: each in both languages, with the same fields, and in use."""

import string
from pathlib import Path

from ui import words
from ui.words import Phrase

PHRASES = {name: value for name, value in vars(words).items() if isinstance(value, Phrase)}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_fields() -> None:
    for phrase in (*PHRASES.values(), *words.errors.values(), *words.reasons.values()):
        assert phrase.zh
        assert phrase.en
        assert fields(phrase.zh) == fields(phrase.en), phrase


def test_every_phrase_is_used(root: Path) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (root / "ui").glob("*.py"))
    assert [name for name in PHRASES if f"words.{name}" not in source] == []


def test_what_is_filled_in_is_not_read_as_a_field() -> None:
    assert words.resolved("zh", question="{held}") == "理解为：{held}"
