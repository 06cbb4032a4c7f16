"""Yes or no: the word, then the sentence or the figures that decide."""

from dataclasses import replace

from index.search import Index
from rag.draft import Draft
from rag.query import Query
from rag.retrieve import Found
from rag.stated import wanted
from rag.yes_no import bound, goal, rank, sides, speaker, words
from rag.yes_no.question import OF_A_GOAL, proposition

_WAYS = (goal.decide, speaker.decide, sides.decide, rank.decide, bound.decide, words.decide)


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """是 or 否 first: the first way that decides the statement asked about has the word."""
    asked = proposition(query.search)
    for decide in _WAYS:
        decision = decide(asked, query, found, index)
        if decision is not None:
            first, *rest = decision.pieces
            opening = replace(first, text=f"{asked.word(decision.holds)}。{first.text}")
            return Draft("yesno", (opening, *rest))
        if decide is goal.decide and _of_an_unknown_result(query):
            return None
    return None


def _of_an_unknown_result(query: Query) -> bool:
    """Whether it is asked if a goal for an indicator was reached, which nothing told: then no
    other sentence decides it."""
    return OF_A_GOAL.search(query.search) is not None and wanted(query) is not None
