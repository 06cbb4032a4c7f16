"""All that a stretch of a written sentence is held to."""

from collections.abc import Sequence

from rag.guard.counted import count_fault
from rag.guard.fault import Fault
from rag.guard.figured import figure_fault
from rag.guard.listed import list_fault
from rag.guard.placed import place_fault
from rag.guard.quoted import quote_fault
from rag.guard.reading import Reading, only
from rag.guard.source import Source
from rag.guard.timed import date_fault, report_fault
from rag.guard.turned import direction_fault, negation_fault
from rag.guard.untold import clause_fault
from rag.guard.worded import word_fault


def fault(said: Reading, cited: Sequence[Source], asked: frozenset[str]) -> Fault | None:
    """The first thing that is wrong with what is said, None where all of it is proved.

    Of several sources each clause must be proved by one alone, unless it names the places of all.
    ``asked`` are the places of the question: what names no place is said of them.
    """
    numbered = [source for source in cited if source.number]
    if len(numbered) < 2:
        return _in_words(said, cited, asked) or _as_a_whole(said, cited)
    ours = [source for source in cited if not source.number]
    for stretch in said.stretches:
        alone = only(said, stretch)
        found = [_in_words(alone, (source, *ours), asked) for source in numbered]
        beside = {source.place for source in numbered} <= stretch.places
        if all(found) and (not beside or _in_words(alone, cited, asked)):
            return found[0]
    return _as_a_whole(said, cited)


def _in_words(said: Reading, cited: Sequence[Source], asked: frozenset[str]) -> Fault | None:
    """What is wrong with what is said clause by clause."""
    return (
        place_fault(said, cited, asked)
        or figure_fault(said, cited, asked)
        or date_fault(said, cited)
        or quote_fault(said, cited)
        or negation_fault(said, cited)
        or direction_fault(said, cited)
        or clause_fault(said, cited, asked)
        or word_fault(said, cited)
    )


def _as_a_whole(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """What is wrong with the reports named, the counts and the lists, that clauses share."""
    return report_fault(said, cited) or count_fault(said, cited) or list_fault(said, cited)
