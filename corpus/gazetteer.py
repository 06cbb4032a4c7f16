"""The tables of data/ as plain data: places, regional groups, and what only looks like a place."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Level = Literal["country", "province", "prefecture", "county"]

_DATA = Path(__file__).parent / "data"
_LEVELS: dict[str, Level] = {
    "country": "country",
    "province": "province",
    "prefecture": "prefecture",
    "county": "county",
}
_RANK = {level: rank for rank, level in enumerate(_LEVELS)}
_MAINLAND = 31


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its official name and by the short name that all else uses (浙江, 新昌, 全国).

    ``parent`` is the short name of the place it belongs to, empty for the country. ``aliases``
    hold single characters (浙) and other English spellings (Tibet) too.
    """

    name: str
    short: str
    level: Level
    parent: str
    aliases: tuple[str, ...]
    english: str


@dataclass(frozen=True, slots=True)
class Group:
    """A region: Chinese names, English names in lower case, short names of its provinces."""

    names: tuple[str, ...]
    english: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """All places and the keys they are found by.

    ``named`` has the keys of two characters and more, ``lengths`` their lengths and those of the
    stop phrases by first character, longest first.
    """

    rows: tuple[Place, ...]
    groups: tuple[Group, ...]
    shorts: Mapping[str, tuple[Place, ...]]
    named: Mapping[str, tuple[Place, ...]]
    singles: Mapping[str, Place]
    words: frozenset[str]
    stops: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]

    def by_short(self, short: str) -> tuple[Place, ...]:
        """The places of that short name, the highest level first; empty if there is none."""
        return self.shorts.get(short, ())

    def province(self, place: Place) -> str:
        """The short name of the province a place lies in; its own for a province."""
        while place.level in ("prefecture", "county"):
            place = self.shorts[place.parent][0]
        return place.short


@cache
def known() -> Places:
    """All places of the data files, read once."""
    rows = tuple(_place(line) for line in _table("places.tsv"))
    provinces = tuple(row.short for row in rows if row.level == "province")
    groups = tuple(_group(line, provinces[:_MAINLAND]) for line in _table("groups.tsv"))
    traps = _table("place_traps.tsv")
    named = _by_key((key, row) for row in rows for key in _chinese_keys(row))
    stops = {text for kind, text in traps if kind == "stop"}
    stops.update(name for group in groups for name in group.names)
    return Places(
        rows=rows,
        groups=groups,
        shorts=_by_key((row.short, row) for row in rows),
        named=named,
        singles={key: row for row in rows for key in row.aliases if len(key) == 1},
        words=frozenset(text for kind, text in traps if kind in ("word", "english")),
        stops=frozenset(stops),
        lengths=_lengths((*named, *stops)),
    )


@cache
def romanised() -> Mapping[str, tuple[Place, ...]]:
    """Places by English name, folded, the highest level first."""
    return _by_key((key, row) for row in known().rows for key in _latin_keys(row))


def fold(english: str) -> str:
    """An English name for comparison: lower case, no marks, no apostrophes.

    >>> fold("Lüliang"), fold("Xi'an"), fold("Shangri-La")
    ('luliang', 'xian', 'shangri la')
    """
    if not english.isascii():
        english = unicodedata.normalize("NFD", english).replace("’", "'")
        english = "".join(char for char in english if not unicodedata.combining(char))
    return english.lower().replace("'", "").replace("-", " ")


def _table(name: str) -> list[list[str]]:
    """The fields of each line after the header."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def _place(fields: list[str]) -> Place:
    _, name, short, level, parent, aliases, english = fields
    return Place(name, short, _LEVELS[level], parent, _several(aliases), english)


def _group(fields: list[str], mainland: tuple[str, ...]) -> Group:
    name, aliases, members, english = fields
    return Group(
        names=(name, *_several(aliases)),
        english=_several(english.lower()),
        members=mainland if members == "*" else _several(members),
    )


def _several(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


def _chinese_keys(place: Place) -> list[str]:
    names = dict.fromkeys((place.name, place.short, *place.aliases))
    return [name for name in names if len(name) > 1 and not name[0].isascii()]


def _latin_keys(place: Place) -> set[str]:
    return {fold(name) for name in (place.english, *place.aliases) if name[0] < "\u0250"}


def _by_key(pairs: Iterable[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    """Places by key, the highest level first."""
    found: dict[str, list[Place]] = {}
    for key, place in pairs:
        found.setdefault(key, []).append(place)
    return {key: tuple(sorted(p, key=lambda place: _RANK[place.level])) for key, p in found.items()}


def _lengths(keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for key in keys:
        found.setdefault(key[0], set()).add(len(key))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}
