"""A scope set by hand: it goes before what the question says, and what contradicts it is told."""

import re
from collections.abc import Collection
from dataclasses import replace

from index.types import Scope
from rag.query import Known, Query
from rag.times import document_years, times
from rag.types import Question

_COUNTRY = re.compile(r"全国|国务院")


def by_hand(
    query: Query,
    question: Question,
    named: Collection[str],
    whole: Collection[str],
    known: Known,
) -> Query:
    """The query with the fields of a scope that the person set, and why it cannot be answered
    where what they typed contradicts it.

    ``named`` are the places of the library in what was typed, ``whole`` those in the question in
    full: what only the conversation before names gives way, with a note. ``known`` is the whole
    library.
    """
    scope = question.scope
    fields = ("places", "years", "sources", "kinds", "speakers")
    chosen = {name: getattr(scope, name) for name in fields if getattr(scope, name)}
    typed = bool(times(question.text, 2000).years) or not query.asked.history
    years = query.years if typed or not query.years else scope.years or query.years
    conflict = _contradiction(named, years, scope, known, question.text)
    note = "" if conflict else _left_out(whole, scope, known)
    return replace(
        query,
        scope=replace(query.scope, **chosen),
        places=scope.places or query.places,
        years=years,
        missing="",
        notes=(*query.notes, note) if note else query.notes,
        conflict=conflict,
    )


def _contradiction(
    named: Collection[str], years: tuple[int, ...], scope: Scope, known: Known, typed: str
) -> str:
    """Why a question cannot be answered within a scope; empty where it can.

    ``named`` are the places of the library that the question names, ``years`` those asked about.
    The country counts only where ``typed`` calls it by its name.
    """
    within = known.within(scope)
    if within is known:
        return ""
    named = [place for place in named if place != "全国" or _COUNTRY.search(typed)]
    if named and not within.places.intersection(named):
        there = "、".join(scope.places or sorted(within.places)) or "别的"
        return f"问题问的是{'、'.join(named)}，选定的范围却只有{there}的文件"
    able = document_years(years, known.years())
    if able and not document_years(years, within.years()):
        there = "、".join(f"{year}年" for year in scope.years or within.years()) or "别的年份"
        asked = "、".join(f"{year}年" for year in years)
        return f"问题问的是{asked}，选定的范围却只有{there}的文件"
    return ""


def _left_out(named: Collection[str], scope: Scope, known: Known) -> str:
    """A note on the places named that a scope leaves out."""
    within = known.within(scope)
    if within is known:
        return ""
    out = [place for place in named if place not in within.places and place != "全国"]
    return f"{'、'.join(out)}不在选定的范围里" if out else ""
