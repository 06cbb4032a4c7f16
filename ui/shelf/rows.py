"""Which documents are listed, and in which order. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from corpus.catalogue import Status
from rag.shelf.types import Volume
from ui import named
from ui.types import Language

View = Literal["list", "grid", "doctor"]
Column = Literal["title", "place", "year", "kind", "size", "status"]
COLUMNS: tuple[Column, ...] = get_args(Column)
VIEWS: tuple[View, ...] = get_args(View)
NATION = "全国"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents are shown; an empty field wants all, but no removed ones."""

    text: str = ""
    places: Sequence[str] = ()
    years: Sequence[int] = ()
    kinds: Sequence[str] = ()
    statuses: Sequence[Status] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """How the documents are shown, and which; ``whole`` lists all, however many there are."""

    view: View = "list"
    by: Column = "place"
    falling: bool = False
    whole: bool = False
    wanted: Wanted = Wanted()


def filtered(volumes: Sequence[Volume], wanted: Wanted) -> list[Volume]:
    """The documents that are wanted; each word of the text must stand in one of the fields."""
    words = wanted.text.lower().split()
    return [volume for volume in volumes if _is_wanted(volume, wanted, words)]


def in_order(
    volumes: Sequence[Volume], by: Column, falling: bool, language: Language
) -> list[Volume]:
    """Sorted by a column, then by place as it is called, latest year first, and source; what has no
    value in the column comes last, whichever the direction."""

    def placed(one: Volume) -> tuple[str, int, str]:
        return named.place(one.row.place, language), -(one.row.year or 0), one.row.source

    def key(one: Volume) -> tuple[int, str]:
        return _key(one, by, language)

    rest = sorted(volumes, key=placed)
    known = [one for one in rest if key(one)]
    unknown = [one for one in rest if not key(one)]
    return sorted(known, key=key, reverse=falling) + unknown


def clicked(board: Board, by: Column) -> Board:
    """The board after a click on a column: sorted by it, or the other way round."""
    return replace(board, view="list", by=by, falling=by == board.by and not board.falling)


def places_of(volumes: Sequence[Volume], language: Language) -> list[str]:
    """The places of some documents, the nation first, the unknown one last, the others by what they
    are called."""
    found = {volume.row.place for volume in volumes}
    return sorted(found, key=lambda one: (one != NATION, not one, named.place(one, language)))


def years_of(volumes: Sequence[Volume]) -> list[int]:
    """The years of some documents, the latest first, 0 for the unknown one."""
    return sorted({volume.row.year or 0 for volume in volumes}, reverse=True)


def _is_wanted(volume: Volume, wanted: Wanted, words: Sequence[str]) -> bool:
    row = volume.row
    text = f"{row.title} {row.source} {row.speaker} {row.place} {row.year or ''}".lower()
    return (
        (row.status in wanted.statuses if wanted.statuses else row.status != "removed")
        and (not wanted.places or row.place in wanted.places)
        and (not wanted.years or row.year in wanted.years)
        and (not wanted.kinds or row.kind in wanted.kinds)
        and all(word in text for word in words)
    )


def _key(volume: Volume, by: Column, language: Language) -> tuple[int, str]:
    """What a column sorts by; empty, and so false, where it is not known."""
    row = volume.row
    if by in ("year", "size"):
        number = row.year if by == "year" else volume.characters
        return (number, "") if number else ()  # type: ignore[return-value]
    named_by = {"title": row.title or row.source, "place": named.place(row.place, language)}
    told = named_by.get(by, str(getattr(row, by) or ""))
    return (0, told) if told else ()  # type: ignore[return-value]
