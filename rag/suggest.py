"""Questions one click away: the same set elsewhere, the same thing of another place or year."""

import re
from dataclasses import replace

from corpus.places import find
from index.search import Index
from index.types import Scope
from rag.nearest import nearest
from rag.nearest_place import nearest as nearest_places
from rag.query import Query
from rag.retrieve import Found
from rag.stated import unknown_name, wanted
from rag.types import Answer, Suggestion
from rag.wanted import announced, asked_count

_MOST = 4
_FEW = 3


def with_suggestions(answer: Answer, query: Query, found: Found, index: Index) -> Answer:
    """The answer with up to four chips."""
    chips = (
        _nearest_phrase(answer, query, found)
        or _nearest(answer, query, index)
        or _same_phrase(answer, query, index)
        or _other_years(query, index)
    )
    return replace(answer, suggestions=(*answer.suggestions, *chips[:_MOST]))


def _nearest_phrase(answer: Answer, query: Query, found: Found) -> tuple[Suggestion, ...]:
    """The nearest phrase that is used, where nobody uses the one that is looked for."""
    if answer.answered or query.sought is None or query.sought.figure is not None:
        return ()
    phrase = query.sought.phrase
    other = nearest(phrase, found.hits)
    if not other:
        return ()
    question = query.resolved.replace(phrase, other)
    return (Suggestion(other, question),) if question != query.resolved else ()


def _nearest(answer: Answer, query: Query, index: Index) -> tuple[Suggestion, ...]:
    """The same question of the places that come nearest to one that the library lacks."""
    lacking = _lacking(answer, query)
    if query.english or not lacking:
        return ()
    places = {d.identity.place for d in index.documents} - {"", "全国"}
    written = re.compile(rf"{re.escape(lacking)}[省市县区州]?")
    near = nearest_places(lacking, sorted(places)) or tuple(sorted(places))[:_FEW]
    questions = [written.sub(place, query.search, count=1) for place in near]
    return tuple(Suggestion(question, question) for question in questions)


def _lacking(answer: Answer, query: Query) -> str:
    """The place asked about that there is not, by the gazetteer or by no dictionary."""
    if answer.answered or query.lacking or query.places:
        return next(iter(query.lacking), "")
    sought = wanted(query)
    return unknown_name(query, sought) if sought else ""


def _same_phrase(answer: Answer, query: Query, index: Index) -> tuple[Suggestion, ...]:
    """Other documents that use the name asked about (六大工程), where no place was named."""
    phrase = announced(query.wording)
    if not phrase or query.places:
        return ()
    counted = answer.kind == "mention"
    if counted and asked_count(phrase) is None:
        return ()
    answered = set() if counted else {citation.source for citation in answer.citations}
    chips = []
    for document in index.documents:
        identity = document.identity
        if document.source not in answered and phrase in document.text and identity.place:
            when = f"{identity.year}年" if identity.year else ""
            label = f"{when}{identity.place}·{phrase}"
            chips.append((-(identity.year or 0), label, f"{when}{identity.place}的{phrase}是哪些"))
    return tuple(Suggestion(label, question) for _, label, question in sorted(set(chips)))


def _other_years(query: Query, index: Index) -> tuple[Suggestion, ...]:
    """The same question of the other years that the library has for the place."""
    if len(query.places) != 1 or len(query.years) != 1 or query.english:
        return ()
    place, asked = query.places[0], query.years[0]
    if not find(query.search):
        return ()
    there = index.within(Scope(places=(place,)))
    years = {document.identity.year for document in there} - {None, asked}
    written = re.compile(rf"(?<!\d){asked}年?(?!\d)")
    return tuple(
        Suggestion(f"{place}{year}年", written.sub(f"{year}年", query.search))
        for year in sorted(filter(None, years), reverse=True)
        if written.search(query.search)
    )
