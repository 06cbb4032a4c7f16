"""Places of a sentence against those of what it cites."""

from collections.abc import Sequence

from rag.guard.asked import Asked
from rag.guard.fault import Fault
from rag.guard.reading import HERE, Reading, Stretch
from rag.guard.source import Source
from rag.guard.spots import COUNTRY, above, related, spots


def place_fault(said: Reading, cited: Sequence[Source], asked: Asked) -> Fault | None:
    """A place that nothing cited names or is of; or no place, where another one was asked about."""
    own = [source for source in cited if source.number]
    told = "".join(source.reading.text + source.context for source in cited)
    names = {
        name
        for source in cited
        for _, _, name in spots(source.reading.text + "，" + source.context)
    }
    places = {source.place for source in cited}
    lies_in = {name for place in places for name in above(place)}
    for stretch in said.stretches:
        for name in stretch.places - {HERE}:
            if name not in places | names | lies_in and name not in told:
                return Fault("place", name)
    named = any(stretch.places for stretch in said.stretches)
    if not named and own and _not_asked(own, asked):
        return Fault("place", own[0].place)
    return None


def elsewhere(said: Stretch, told: Stretch, source: Source, asked: Asked) -> Fault | None:
    """Where a clause speaks of another place than the clause that proves the rest of it."""
    named = {source.place if name == HERE else name for name in said.places or said.around}
    there = {source.place if name == HERE else name for name in told.places}
    if not named:
        ours = source.number and asked.places and source.place and not there & asked.places
        strange = ours and not any(related(source.place, name) for name in asked.places)
        return Fault("place", source.place) if strange else None
    if there and not named & there and not _within(named, there):
        return Fault("place", said.text)
    silent = not there and source.place and not named & told.around
    if silent and not any(related(name, source.place) for name in named):
        return Fault("place", said.text)
    return None


def _within(named: set[str], there: set[str]) -> bool:
    """Whether the sentence names a part of what the source names and does not narrow it."""
    return COUNTRY not in named | there and any(
        name in above(other) for name in there for other in named
    )


def _not_asked(own: Sequence[Source], asked: Asked) -> bool:
    """Whether places were asked about, and what is cited is of none of them."""
    places = {source.place for source in own if source.place}
    if not asked.places or not places:
        return False
    told = {name for source in own for _, _, name in spots(source.reading.text)}
    near = any(related(place, name) for place in places for name in asked.places)
    return not (told & asked.places) and not near
