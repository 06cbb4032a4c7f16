"""The scope of a question as the person sees and changes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from corpus.types import KIND_NAMES
from index.types import Scope
from ui import named, words
from ui.phrase import Phrase
from ui.types import Entry, Language

Field = Literal["places", "years", "sources", "kinds", "speakers"]
Value = str | int

MANY = 6
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class Chip:
    """One value of a scope; ``removable`` is false for "any", which has nothing to remove."""

    field: Field
    value: str
    label: str
    removable: bool = True


def places(entries: Sequence[Entry]) -> list[str]:
    """The places of the library, each once, sorted; without the unknown one."""
    return sorted({entry.identity.place for entry in entries} - {""})


def years(entries: Sequence[Entry]) -> list[int]:
    """The years of the library, each once, the latest first."""
    return sorted({e.identity.year for e in entries if e.identity.year is not None}, reverse=True)


def titles(entries: Sequence[Entry]) -> dict[str, str]:
    """Source to the title shown for it; the source itself where a document has no title."""
    return {entry.source: entry.identity.title or entry.source for entry in entries}


def chips(scope: Scope, entries: Sequence[Entry], language: Language) -> tuple[Chip, ...]:
    """The values of ``scope``, field by field; more than ``MANY`` of a field are one chip."""
    names = titles(entries)
    return tuple(
        chip for field in FIELDS for chip in _of_field(field, scope, entries, names, language)
    )


def without(scope: Scope, field: Field, value: str, entries: Sequence[Entry]) -> Scope:
    """``scope`` less one value, as a scope set by hand.

    A field that would become empty is given every value of the library instead: empty would
    leave the field to what the question says, and the removed value would come back.
    """
    kept = tuple(v for v in values(scope, field) if str(v) != value)
    changes: dict[str, Any] = {field: kept or everything(field, entries)}
    return replace(scope, **changes)


def instead(scope: Scope, field: Field, value: str, chosen: str, entries: Sequence[Entry]) -> Scope:
    """``scope`` with one value of the library in the place of another, or beside the others where
    ``value`` is empty, as a scope set by hand. What the library does not hold changes nothing."""
    new = next((known for known in everything(field, entries) if str(known) == chosen), None)
    if new is None:
        return scope
    held = () if is_all(scope, field, entries) else values(scope, field)
    kept = tuple(new if str(one) == value else one for one in held)
    changes: dict[str, Any] = {field: tuple(dict.fromkeys(kept if value else (*kept, new)))}
    return replace(scope, **changes)


def giving_way(scope: Scope, question: str, entries: Sequence[Entry]) -> Scope:
    """``scope`` without its places or years where ``question`` names a place or year itself.

    For questions that are clicked, not typed: "2026年呢" must not be held to another year.
    """
    if any(place in question for place in places(entries)):
        scope = replace(scope, places=())
    if any(str(year) in question for year in years(entries)):
        scope = replace(scope, years=())
    return scope


def name(field: Field, language: Language) -> str:
    """What a field is called."""
    return _FIELD_NAMES[field](language)


def values(scope: Scope, field: Field) -> tuple[Value, ...]:
    """The values of one field of ``scope``."""
    held: tuple[Value, ...] = getattr(scope, field)
    return held


def everything(field: Field, entries: Sequence[Entry]) -> tuple[Value, ...]:
    """All values of ``field`` in the library; an unknown place is one of them, as ""."""
    identities = [entry.identity for entry in entries]
    if field == "places":
        return tuple(sorted({identity.place for identity in identities}))
    if field == "years":
        return tuple(years(entries))
    if field == "sources":
        return tuple(entry.source for entry in entries)
    if field == "kinds":
        return tuple(KIND_NAMES)
    return tuple(sorted({identity.speaker for identity in identities} - {""}))


def is_all(scope: Scope, field: Field, entries: Sequence[Entry]) -> bool:
    """Whether ``field`` holds every value of the library, of which there is more than one."""
    held = values(scope, field)
    return len(held) > 1 and set(held) == set(everything(field, entries))


def _of_field(
    field: Field,
    scope: Scope,
    entries: Sequence[Entry],
    names: Mapping[str, str],
    language: Language,
) -> list[Chip]:
    held, name = values(scope, field), _FIELD_NAMES[field](language)
    if is_all(scope, field, entries):
        return [Chip(field, "", words.any_value(language, field=name), removable=False)]
    if len(held) > MANY:
        many = words.many_values(language, count=len(held), field=name)
        return [Chip(field, "", many, removable=False)]
    return [Chip(field, str(value), _label(field, value, names, language)) for value in held]


def _label(field: Field, value: Value, names: Mapping[str, str], language: Language) -> str:
    if field == "years":
        return words.in_year(language, year=value)
    if field == "places":
        return named.place(str(value), language)
    if field == "sources":
        return names.get(str(value), str(value))
    if field == "kinds" and language == "zh":
        return dict[str, str](KIND_NAMES.items()).get(str(value), str(value))
    return str(value)


_FIELD_NAMES: dict[Field, Phrase] = {
    "places": words.place,
    "years": words.year,
    "sources": words.document,
    "kinds": words.kind_of_document,
    "speakers": words.speaker,
}
