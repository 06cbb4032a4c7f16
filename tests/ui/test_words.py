"""The words of the interface: each in both languages, with the same fields, and in use."""

import re
import string
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from ui import words
from ui.phrase import Phrase

UI = Path(words.__file__).parent
MODULES = [
    ".".join(("ui", *file.relative_to(UI).with_suffix("").parts)) for file in UI.rglob("words.py")
]


def phrases(module: ModuleType) -> dict[str, Phrase]:
    return {name: value for name, value in vars(module).items() if isinstance(value, Phrase)}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_have_the_same_fields(module: str) -> None:
    for phrase in phrases(import_module(module)).values():
        assert phrase.zh
        assert phrase.en
        assert fields(phrase.zh) == fields(phrase.en), phrase


def test_errors_and_reasons_have_both_languages() -> None:
    for phrase in (*words.errors.values(), *words.reasons.values()):
        assert phrase.zh
        assert phrase.en


@pytest.mark.parametrize("module", MODULES)
def test_every_phrase_is_used(module: str, root: Path) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (root / "ui").rglob("*.py"))
    called = r"\w*words" if module != "ui.words" else "(?:words|shared)"
    assert [
        n for n in phrases(import_module(module)) if not re.search(rf"{called}\.{n}\b", source)
    ] == []


def test_what_is_filled_in_is_not_read_as_a_field() -> None:
    assert words.resolved("zh", question="{held}") == "理解为：{held}"
