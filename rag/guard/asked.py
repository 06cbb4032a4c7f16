"""What the question fixes for a sentence that does not say it again: places and years."""

from dataclasses import dataclass

from rag.guard.fold import fold
from rag.guard.spots import spots
from rag.guard.times import Years, times


@dataclass(frozen=True, slots=True)
class Asked:
    """The places and the years that were asked about, none where nothing says."""

    places: frozenset[str] = frozenset()
    years: tuple[Years, ...] = ()


def asked(question: str, also: frozenset[str] = frozenset()) -> Asked:
    """Places and absolute years of a resolved question; ``also`` are places of no gazetteer."""
    text = fold(question)
    places = frozenset(name for _, _, name in spots(text, also))
    return Asked(places, tuple(time.years for time in times(text, None)))
