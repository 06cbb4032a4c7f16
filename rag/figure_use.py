"""What a figure is a figure of where it stands: its clause, its year, target or result."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.clauses import clauses
from corpus.indicators import asked_indicator, states
from index.search import Index
from rag.claims.labels import Labelled, labelled
from rag.draft import without_stop
from rag.mentions import Mention, Use
from rag.sought import Sought

_AHEAD = ("target", "plan")
_ROOM = 80


@dataclass(frozen=True, slots=True)
class FigureUse:
    """The words that say what a figure measures, the year it is of (None where nothing says), and
    whether it is a target."""

    words: str
    label: str
    year: int | None
    target: bool


def figure_of(mention: Mention, index: Index) -> FigureUse:
    """What a figure that stands at a mention is a figure of."""
    row = index.row_at(mention.source, mention.start)
    passage, period = index.passage(row), index.period(row)
    at = mention.start - passage.start
    told = next((one for one in labelled(passage.text) if _holds(one, at)), None)
    return FigureUse(
        words=without_stop(_words(passage.text, at, told)).strip(),
        label=told.label if told else passage.text,
        year=period.last,
        target=period.role in _AHEAD,
    )


def meant(sought: Sought, found: Sequence[Use], index: Index) -> tuple[Use, ...]:
    """The uses of a figure that are of the kind asked for (目标, an indicator); all where no kind
    is asked for, or where it is one that is not known."""
    indicator = asked_indicator(sought.of)
    if sought.figure is None or not (indicator or "目标" in sought.of):
        return tuple(found)

    def fits(mention: Mention) -> bool:
        told = figure_of(mention, index)
        stated = indicator is None or states(indicator, told.label) or states(indicator, told.words)
        return stated and (told.target or "目标" not in sought.of)

    kept = [replace(use, mentions=tuple(filter(fits, use.mentions))) for use in found]
    return tuple(use for use in kept if use.mentions)


def _holds(one: Labelled, at: int) -> bool:
    return one.at <= at < one.at + len(one.figure.text)


def _words(sentence: str, at: int, told: Labelled | None) -> str:
    """The clause of a figure, with those before it as far as the figure's subject stands there."""
    parts = clauses(sentence)
    own = next((n for n, part in enumerate(parts) if part.start <= at < part.end), 0)
    if not parts:
        return sentence
    first, subject = own, told.label[:2] if told else ""
    while first and subject not in sentence[parts[first].start : parts[own].end]:
        if parts[own].end - parts[first - 1].start > _ROOM:
            return sentence[parts[own].start : parts[own].end]
        first -= 1
    return sentence[parts[first].start : parts[own].end]
