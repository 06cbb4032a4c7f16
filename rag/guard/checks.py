"""All that a stretch of a written sentence is held to."""

from collections.abc import Sequence

from rag.guard.counted import count_fault
from rag.guard.fault import Fault
from rag.guard.figured import figure_fault
from rag.guard.listed import list_fault
from rag.guard.placed import place_fault
from rag.guard.quoted import quote_fault
from rag.guard.reading import Reading
from rag.guard.source import Source
from rag.guard.timed import named_fault
from rag.guard.turned import direction_fault, negation_fault
from rag.guard.untold import clause_fault
from rag.guard.worded import word_fault


def fault(said: Reading, cited: Sequence[Source], asked: frozenset[str]) -> Fault | None:
    """The first thing that is wrong with what is said, None where all of it is proved.

    ``asked`` are the places of the question: what names no place is said of them.
    """
    return (
        place_fault(said, cited, asked)
        or figure_fault(said, cited, asked)
        or named_fault(said, cited)
        or count_fault(said, cited)
        or quote_fault(said, cited)
        or negation_fault(said, cited)
        or direction_fault(said, cited)
        or list_fault(said, cited)
        or clause_fault(said, cited, asked)
        or word_fault(said, cited)
    )
