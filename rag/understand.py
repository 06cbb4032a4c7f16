"""A question understood: follow-up, language, kind, places, years, words. Pure.

``known`` is what the library holds, ``clock`` the year on the calendar.
"""

import re

from corpus.places import find
from index.types import Scope
from rag.abroad import abroad
from rag.by_hand import by_hand
from rag.each_place import each_place
from rag.english import to_chinese
from rag.followup import resolve
from rag.kinds import english_kind, kind_of
from rag.lexicon import expand
from rag.looked_for import looked_for, said_of
from rag.nearest_place import held_note
from rag.places_asked import (
    PlacesAsked,
    beyond_the_gazetteer,
    of_those_years,
    places_asked,
    side_by_side,
    without,
)
from rag.query import Known, Query
from rag.times import Times, document_years, leaning, names_report, this_year, times
from rag.typed import as_meant
from rag.types import AnswerKind, Question
from rag.yes_no.question import OF_A_GOAL

_COMPARING = re.compile(
    r"各省|哪(?:个|些|几个)省|更[高低]|(?:怎么|如何|有什么)变化?|分别(?=是|有|为|多少)"
)
_ABOUT_SPEAKERS: frozenset[AnswerKind] = frozenset({"who", "claim", "yesno", "when"})
_OVER_THEM = re.compile(r"一共|累计|总共|合计|这[三四五35]年|[三四五]年(?:间|里|内|来|共)")
_COURSE = re.compile(r"变|走势|趋势|历年|逐年|每年|各年")
_YEARS = re.compile(r"(?:19|20)\d\d(?:年代?)?[底末初]?的?")
_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[一-鿿]")


def understand(question: Question, known: Known, clock: int) -> Query:
    """The query that a question means. A scope set by hand goes before what the text says."""
    asked, everything = question, known
    typed = as_meant(question, known.places)
    question, known = typed.question, known.within(question.scope)
    resolved = resolve(question.text, question.history)
    is_english = _is_english(resolved)
    kind = english_kind(resolved) if is_english else kind_of(resolved)
    if question.text != resolved and not is_english:
        kind = _kind_of_follow_up(question.text, resolved)
    known_here = is_english or bool(abroad(resolved))
    sought = None if known_here else looked_for(resolved, question)
    kind = "mention" if sought else kind
    around = sought.rest if sought else resolved
    each = () if is_english or sought else each_place(resolved, known)
    kind = "table" if each else kind
    places = PlacesAsked(each, ()) if each else places_asked(around, known, is_english, kind)
    if question.scope:
        places = without(places, everything.places)
    told = times(around, _this_year(places.here, known, clock))
    places = of_those_years(places, told.years, known)
    if kind in ("number", "enumeration", "list") and side_by_side(resolved, places.here):
        kind = "table" if places.here[2:] else "compare"
    over_them = kind != "yesno" and _OVER_THEM.search(resolved) is not None
    if over_them and kind == "trend" and not _COURSE.search(resolved):
        kind = "number"
    several = len(told.years) > 1 and not over_them
    if several and kind in ("number", "list", "enumeration"):
        kind = "trend"
    scope = _scope(resolved, question.text, places, told, known, kind)
    said = said_of(told.text, kind, resolved, sought)
    search = " ".join(to_chinese(said)) if is_english else said
    query = Query(
        asked=asked,
        resolved=resolved,
        search=search or said,
        core=_core(_unnamed(search or said, scope, known), is_english, places.inside, known),
        kind=kind,
        scope=scope,
        places=places.here,
        years=told.years,
        also=tuple(expand(search)),
        english=is_english,
        notes=(*typed.notes, *told.notes, *held_note(places.lacking, known.places)),
        missing=_missing(places, told, known, clock),
        inside=places.inside,
        sought=sought,
        lacking=places.lacking,
    )
    if not question.scope:
        return query
    own = places_asked(question.text, everything, is_english, kind).here
    whole = places_asked(resolved, everything, is_english, kind).here
    return by_hand(query, question, own, whole, everything)


def _unnamed(text: str, scope: Scope, known: Known) -> str:
    """The text without speakers, where the scope keeps to what one of them says."""
    for name in known.speakers if scope.speakers else ():
        text = text.replace(name, "")
    return text


def _core(text: str, is_english: bool, inside: tuple[str, ...], known: Known) -> str:
    """The text without its years and the places named in it, but for those ``inside`` others."""
    for name in beyond_the_gazetteer(text, known).values():
        text = text.replace(name, "")
    mentions = [] if is_english else [m for m in find(text) if m.place.short not in inside]
    for mention in reversed(mentions):
        text = text[: mention.start] + text[mention.end :]
    return _COMPARING.sub("", _YEARS.sub("", text)).strip() or text


def _is_english(text: str) -> bool:
    return len(_LATIN.findall(text)) > 2 * len(_HAN.findall(text))


def _kind_of_follow_up(text: str, resolved: str) -> AnswerKind:
    """The kind of the words just typed, unless they are only a place or a year."""
    own = kind_of(text)
    return kind_of(resolved) if own in ("list", "claim", "number") else own


def _this_year(places: tuple[str, ...], known: Known, clock: int) -> int:
    years = {year for place in places or ("",) for year in known.years(place)}
    return this_year(clock, tuple(sorted(years)))


def _scope(
    text: str, typed: str, places: PlacesAsked, told: Times, known: Known, kind: AnswerKind
) -> Scope:
    """Places and years as a scope; a speaker of the library's narrows it to what that one says,
    unless the question is who said a thing or whether. Of those that a follow-up names, and what
    it follows, its own count."""
    there = sorted({year for place in places.here or ("",) for year in known.years(place)})
    years = document_years(told.years, tuple(there))
    reached = kind == "yesno" and OF_A_GOAL.search(text) is not None
    if kind == "mention" or names_report(text) or (leaning(text) > 0 and not reached):
        years = tuple(year for year in told.years if year in there) or years
    named = {name for name in known.speakers if name in text}
    named = {name for name in named if name in typed} or named
    speakers = () if kind in _ABOUT_SPEAKERS else tuple(sorted(named))
    return Scope(places=places.here, years=years, speakers=speakers)


def _missing(places: PlacesAsked, told: Times, known: Known, clock: int) -> str:
    """Why the library cannot answer, where the question names what it does not hold.

    A year is held if its own report or the next is there; a year to come may be spoken of in any.
    """
    if places.lacking and not places.here:
        return f"文库中没有{'、'.join(places.lacking)}的文件"
    past = bool(told.years) and max(told.years) <= clock
    held = {place: known.years(place) for place in places.here}
    if not past or not held or any(document_years(told.years, there) for there in held.values()):
        return ""
    place, there = next(iter(held.items()))
    if not there:
        return ""
    asked = "、".join(f"{year}年" for year in told.years)
    return f"文库中没有{place}{asked}的文件（现有{_listed(there)}）"


def _listed(years: tuple[int, ...]) -> str:
    return "、".join(f"{year}年" for year in years[-6:])
