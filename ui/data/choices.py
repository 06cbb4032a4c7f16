"""What can be chosen in the tab: indicators, places and regions, years."""

from collections.abc import Sequence

from corpus.indicators import INDICATORS
from corpus.places import group
from ui import named, scope
from ui.data import words
from ui.types import Entry, Language


def indicators(language: Language) -> list[tuple[str, str]]:
    """Each indicator with the words that it is looked up by; growth and total are two."""
    found: list[tuple[str, str]] = []
    for one in INDICATORS:
        name = named.indicator(one.name, language)
        if one.growth:
            found.append((words.growth(language, name=name), f"{one.name}增速"))
            found.append((words.total(language, name=name), f"{one.name}总量"))
        else:
            found.append((name, one.name))
    return found


def places(entries: Sequence[Entry], language: Language) -> list[tuple[str, str]]:
    """The places of the library, before them the regions that it has places of: what is shown, and
    the short name."""
    held = scope.places(entries)
    regions = [
        (name(language), region)
        for region, name in words.regions.items()
        if set(within(region)) & set(held)
    ]
    return [*regions, *named.places(held, language)]


def meant(chosen: Sequence[str], entries: Sequence[Entry]) -> tuple[str, ...]:
    """The places of the library that are chosen, regions spelt out; each once."""
    held = set(scope.places(entries))
    spelt = [place for one in chosen for place in (within(one) or (one,))]
    return tuple(dict.fromkeys(place for place in spelt if place in held))


def able(entries: Sequence[Entry], years: Sequence[int]) -> tuple[str, ...]:
    """The places with a document that can tell of one of the years: its own, or the next one's."""
    told = {year for one in years for year in (one, one + 1)}
    return tuple(
        dict.fromkeys(
            entry.identity.place
            for entry in entries
            if entry.identity.place and entry.identity.year in told
        )
    )


def within(region: str) -> tuple[str, ...]:
    """The provinces of a region; none for what is no region."""
    return tuple(place for _, members in group(region) for place in members)
