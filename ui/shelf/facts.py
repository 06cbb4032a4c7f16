"""What is known of a document, in the language of the page: the shelf says it in Chinese."""

from corpus.evidence import CONFIDENCE_NAMES, WHERE_NAMES
from corpus.types import KIND_NAMES
from rag.card import Said
from rag.holdings import LEVEL_NAMES
from ui import named
from ui.shelf import words
from ui.types import Language

_BETWEEN, _QUOTES, _READ_AS, _NOTHING = "；", "：", "读到的是 ", "空的"


def fact(one: Said, language: Language) -> Said:
    """A field with its name, its value, and what says so.

    >>> fact(Said("place", "地名", "江苏", "文件头：江苏；确定"), "en").why
    'front matter: 江苏; sure'
    """
    if language == "zh":
        return one
    name = words.facts.get(one.field, one.name)
    why = "; ".join(_reason(part) for part in one.why.split(_BETWEEN))
    return Said(one.field, name, _value(one), why)


def _value(one: Said) -> str:
    """A kind or a level in the word that programs have for it; what stands in the document as it
    stands there."""
    if one.field == "place":
        return named.place(one.value, "en")
    kinds: dict[str, str] = {name: kind for kind, name in KIND_NAMES.items()}
    levels = {name: level for level, name in LEVEL_NAMES.items()}
    return {"kind": kinds, "level": levels}.get(one.field, {}).get(one.value, one.value)


def _reason(part: str) -> str:
    """One reason: where it was read and in which words, how surely, or what a person changed."""
    known = {name: key for names in (WHERE_NAMES, CONFIDENCE_NAMES) for key, name in names.items()}
    where, colon, quote = part.partition(_QUOTES)
    if where in known:
        return f"{known[where]}: {quote}" if colon else known[where]
    if part.startswith(_READ_AS):
        return f"read as {part.removeprefix(_READ_AS).replace(_NOTHING, 'nothing')}"
    return words.reasons.get(part, part)
