"""A part of a statement without a figure, ruled by the sentence that words it best."""

from collections.abc import Sequence

from corpus.places import find
from corpus.seat import COUNTRY
from index.search import Index
from index.types import EVERYWHERE, Hit
from rag.claims.context import other_place, other_speaker, period_error, timely
from rag.claims.parts import Part
from rag.claims.ruling import DEPTH, SURELY, Ruling
from rag.claims.words import Wording, contradicts, missing
from rag.query import Query

_WORDED = 0.6


def in_words(part: Part, query: Query, sentences: Sequence[Hit], index: Index) -> Ruling:
    """A part without a figure: the sentence that covers it best, word for word."""
    found = [missing(part.core, part.text, hit, query, index) for hit in sentences]
    best = max(found, key=lambda one: one.covered, default=None)
    if best is None or best.covered < _WORDED:
        return words_elsewhere(part, query, index)
    error = misworded(part, best, query, index)
    if error is None and query.missing:
        return Ruling(part, "not_enough_info")
    return Ruling(part, "refuted" if error else "supported", error, best.hit)


def misworded(part: Part, best: Wording, query: Query, index: Index) -> str | None:
    """What is wrong with a sentence that has the words of a part."""
    if contradicts(part.text, best.clause):
        return "opposite_direction"
    if best.items:
        return "wrong_item"
    if other_speaker(part, best.hit, index) or other_clause(part, best):
        return "wrong_subject"
    if other_place(part, best.hit, index):
        return "wrong_place"
    period = index.period(best.hit.row)
    return None if timely(period, query) else period_error(period, query)


def other_clause(part: Part, best: Wording) -> bool:
    """Whether the places that a part names stand in the sentence, but with another clause."""
    named = {m.place.short for m in find(part.text)}
    there = {m.place.short for m in find(best.clause)}
    elsewhere = {m.place.short for m in find(best.hit.passage.text)} - there
    return bool(there - named) and bool((named & elsewhere) - there)


def words_elsewhere(part: Part, query: Query, index: Index) -> Ruling:
    """Where the scope does not word it: the same words of another place refute the statement, but
    no statement about the country, of which a province is a part."""
    if COUNTRY in query.places:
        return Ruling(part, "not_enough_info")
    hits = index.search(part.core, DEPTH, EVERYWHERE)
    found = [missing(part.core, part.text, hit, query, index) for hit in hits]
    best = max(found, key=lambda one: one.covered, default=None)
    if best is None or best.covered < SURELY or best.items or query.missing:
        return Ruling(part, "not_enough_info")
    place = index.document(best.hit.passage.source).identity.place
    if query.places and place not in query.places:
        return Ruling(part, "refuted", "wrong_place", None, best.hit)
    return Ruling(part, "not_enough_info")
