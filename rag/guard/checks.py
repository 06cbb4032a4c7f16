"""All that a stretch of a written sentence is held to."""

from collections.abc import Sequence

from rag.guard.asked import Asked
from rag.guard.compared import comparison_fault
from rag.guard.counted import count_fault
from rag.guard.fault import Fault
from rag.guard.figured import figure_fault
from rag.guard.listed import list_fault
from rag.guard.placed import place_fault
from rag.guard.quoted import quote_fault
from rag.guard.ranked import rank_fault
from rag.guard.reading import Reading, only, read
from rag.guard.source import Source
from rag.guard.timed import date_fault, report_fault
from rag.guard.turned import cause_fault, direction_fault, hedge_fault, negation_fault
from rag.guard.untold import clause_fault
from rag.guard.worded import word_fault


def fault(text: str, cited: Sequence[Source], about: Asked, also: frozenset[str]) -> Fault | None:
    """The first thing that is wrong with what a folded text says, None where all is proved.

    Of several sources each clause must be proved by one alone, unless it names the places of all;
    去年 is counted from the report that proves it. ``also`` are places of no gazetteer.
    """
    numbered = [source for source in cited if source.number]
    if len(numbered) < 2:
        said = read(text, numbered[0].year if numbered else None, also)
        return _in_words(said, cited, about) or _as_a_whole(said, cited)
    ours = [source for source in cited if not source.number]
    readings = [(read(text, source.year, also), source) for source in numbered]
    for at, stretch in enumerate(readings[0][0].stretches):
        found = [
            _in_words(only(said, said.stretches[at]), (source, *ours), about)
            for said, source in readings
        ]
        beside = {source.place for source in numbered} <= stretch.places
        if all(found) and not (beside and _together(text, at, cited, about, also)):
            return found[0]
    return _as_a_whole(readings[0][0], cited)


def _together(
    text: str, at: int, cited: Sequence[Source], about: Asked, also: frozenset[str]
) -> bool:
    """Whether a clause that names the places of all sources is proved by them together."""
    said = read(text, None, also)
    return _in_words(only(said, said.stretches[at]), cited, about) is None


def _in_words(said: Reading, cited: Sequence[Source], about: Asked) -> Fault | None:
    """What is wrong with what is said clause by clause."""
    return (
        place_fault(said, cited, about)
        or figure_fault(said, cited, about)
        or date_fault(said, cited, about)
        or quote_fault(said, cited)
        or negation_fault(said, cited)
        or hedge_fault(said, cited)
        or cause_fault(said, cited)
        or direction_fault(said, cited)
        or clause_fault(said, cited, about)
        or word_fault(said, cited)
    )


def _as_a_whole(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """What is wrong with the reports named, the counts and the lists, that clauses share."""
    return (
        report_fault(said, cited)
        or count_fault(said, cited)
        or list_fault(said, cited)
        or rank_fault(said, cited)
        or comparison_fault(said, cited)
    )
