"""A question understood: follow-up, language, kind, places, years, words. Pure.

``known`` is what the library holds, ``clock`` the year on the calendar.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.indicators import asked_indicator
from corpus.places import Mention, english, find, group
from corpus.places import known as gazetteer
from index.types import Scope
from rag.abroad import abroad, is_owner
from rag.by_hand import by_hand
from rag.each_place import each_place
from rag.english import to_chinese
from rag.followup import resolve
from rag.kinds import english_kind, kind_of
from rag.lexicon import expand
from rag.looked_for import looked_for, said_of
from rag.nearest_place import held_note
from rag.query import Known, Query
from rag.times import Times, document_years, leaning, names_report, this_year, times
from rag.typed import as_meant
from rag.types import AnswerKind, Question
from rag.yes_no.question import OF_A_GOAL

_COMPARING = re.compile(
    r"各省|哪(?:个|些|几个)省|更[高低]|(?:怎么|如何|有什么)变化?|分别(?=是|有|为|多少)"
)
_ABOUT_SPEAKERS: frozenset[AnswerKind] = frozenset({"who", "claim", "yesno", "when"})
_TITLED = re.compile(r"《[^》]*》")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_OVER_THEM = re.compile(r"一共|累计|总共|合计|这[三四五35]年|[三四五]年(?:间|里|内|来|共)")
_COURSE = re.compile(r"变|走势|趋势|历年|逐年|每年|各年")
_YEARS = re.compile(r"(?:19|20)\d\d(?:年代?)?[底末初]?的?")
_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[一-鿿]")
_TOWN = re.compile(r"(?!.{0,2}[各全我本每几哪])[一-鿿]{2,3}[镇乡县](?![一-鿿]?[经级域政])")
_SEAT = re.compile(r"(?<=[一-鿿]{2})(?:省|市|县|区|镇|乡|村|街道|地区|自治[州县旗]|开发区|新区)$")
_BESIDE = r"[和与跟及、，,。；;：:\s在比问]"
_LISTED = re.compile(r"\s*(?:[、，,/]|以?及|和|与|跟|同|还有)\s*")
_TWO = 2
_ELSEWHERE = frozenset({"香港", "澳门", "台湾"})
_BESIDE_NATION = re.compile(r"[和与跟、]全国|全国[和与跟、]")
_NATION_ITSELF = re.compile(
    r"(?:^|年)的?全国(?=的|(?:(?:19|20)\d\d年)?的?[一-鿿]{0,4}?"
    r"(?:GDP|经济|生产总值|就业|居民|粮食|财政|失业|固定|进出口|物价|CPI|消费价格))",
    re.I,
)
_NATION = re.compile(
    rf"{_NATION_ITSELF.pattern}|^全国|国务院|总理|全国两会|中央政府|我国|^国家|年国家|国家(?=GDP|经济|财政|定的)|中国"
    r"|china|chinese|state council|premier",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Places:
    """Places asked about that the library has, and those named that it lacks.

    ``inside`` are those that only a document of a place above them can tell of, as they are
    named: cities of a province.
    """

    here: tuple[str, ...]
    lacking: tuple[str, ...]
    inside: tuple[str, ...] = ()


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
    places = _Places(each, ()) if each else _places(around, known, is_english, kind)
    if question.scope:
        places = _without(places, everything.places)
    told = times(around, _this_year(places.here, known, clock))
    places = _of_those_years(places, told.years, known)
    if kind in ("number", "enumeration", "list") and _side_by_side(resolved, places.here):
        kind = "compare" if len(places.here) == _TWO else "table"
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
    own = _places(question.text, everything, is_english, kind).here
    whole = _places(resolved, everything, is_english, kind).here
    return by_hand(query, question, own, whole, everything)


def _unnamed(text: str, scope: Scope, known: Known) -> str:
    """The text without speakers, where the scope keeps to what one of them says."""
    for name in known.speakers if scope.speakers else ():
        text = text.replace(name, "")
    return text


def _core(text: str, is_english: bool, inside: tuple[str, ...], known: Known) -> str:
    """The text without its years and the places named in it, but for those ``inside`` others."""
    for name in _beyond_the_gazetteer(text, known).values():
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


def _places(text: str, known: Known, is_english: bool, kind: AnswerKind) -> _Places:
    """A group (长三角) stands for its members only where several places are asked about.

    长三角各省 are those of the region. Who of all provinces uses a phrase is asked of every
    document: the country's tell it too.
    """
    own = _beyond_the_gazetteer(text, known)
    mentions = english(text) if is_english else find(_TITLED.sub(_blank, text))
    mentions = [m for m in mentions if not any(m.place.short in name for name in own)]
    many = kind in ("table", "compare", "trend", "mention")
    groups = [members for _, members in group(text) if many and not mentions]
    regions = [members for members in groups if members != _all_provinces()]
    groups = regions if regions or kind == "mention" else groups
    grouped = [short for members in groups for short in members]
    here = [short for short in (_here(m, known) for m in mentions) if short]
    here += own
    if kind == "table" and not (mentions or grouped):
        grouped = list(_all_provinces())
    here += [short for short in grouped if short in known.places]
    unquoted = _QUOTED.sub(_blank, text)
    if "全国" in known.places and (_BESIDE_NATION if here else _NATION).search(unquoted):
        here.append("全国")
    there = [m for m in mentions if m.place.short not in known.places]
    unheld = [m.place.short for m in there]
    lacking = [
        m.place.short
        for m in there
        if m.place.short not in _ELSEWHERE or is_owner(text, m.start, m.end)
    ]
    if not (mentions or here):
        lacking += filter(None, (abroad(text, is_english), _lacking_nation(unquoted)))
    return _Places(
        here=tuple(dict.fromkeys(here)),
        lacking=() if here else tuple(dict.fromkeys(lacking)),
        inside=tuple(dict.fromkeys(unheld)) + (() if own else _towns(text)),
    )


def _beyond_the_gazetteer(text: str, known: Known) -> dict[str, str]:
    """The places of the library that no list of places has and that the text names, with the words
    that name each: in full (云岭镇), or without the last word (云岭)."""
    found: dict[str, str] = {}
    for place in sorted(known.places):
        bare = _SEAT.sub("", place)
        if _listed_place(place) or bare not in text:
            continue
        if place in text:
            found[place] = place
        elif re.search(rf"(?:^|{_BESIDE}){bare}", text):
            found[place] = bare
    return found


def _all_provinces() -> tuple[str, ...]:
    return tuple(short for _, members in group("各省") for short in members)


def _side_by_side(text: str, here: tuple[str, ...]) -> bool:
    """Whether an indicator is asked for of several places that are listed: 浙江、江苏和广东."""
    if len(here) < _TWO or asked_indicator(text) is None:
        return False
    named = [mention for mention in find(text) if mention.place.short in here]
    return len(named) == len(here) and all(
        _LISTED.fullmatch(text[one.end : other.start]) for one, other in pairwise(named)
    )


def _without(places: _Places, held: frozenset[str]) -> _Places:
    """The places without those that the library has, though a scope leaves them out."""
    return replace(
        places,
        lacking=tuple(place for place in places.lacking if place not in held),
        inside=tuple(place for place in places.inside if place not in held),
    )


def _lacking_nation(text: str) -> str:
    """全国 where a figure of the whole country is asked for, by a library that lacks it."""
    return "全国" if _NATION_ITSELF.search(text) and asked_indicator(text) else ""


def _of_those_years(places: _Places, years: tuple[int, ...], known: Known) -> _Places:
    """The only place that has documents of the years asked about, where none is named."""
    if places.here or places.lacking or places.inside or not years:
        return places
    told = document_years(years, known.years())
    there = {identity.place for identity in known.identities if identity.year in told}
    return replace(places, here=tuple(there)) if len(there) == 1 and "" not in there else places


def _towns(text: str) -> tuple[str, ...]:
    """A town or county that opens a question and that no list of places has (姜家镇)."""
    found = None if find(text) else _TOWN.match(text)
    return (found.group(),) if found else ()


def _listed_place(place: str) -> bool:
    """Whether the gazetteer has a place; one that a file names beyond it is taken literally."""
    return bool(gazetteer().by_short(place))


def _blank(title: re.Match[str]) -> str:
    return " " * len(title.group())


def _here(mention: Mention, known: Known) -> str:
    """The place itself if the library has it, else the nearest above it that it has."""
    place = mention.place
    above: tuple[str, ...] = ()
    if place.level in ("prefecture", "county"):
        above = (place.parent, gazetteer().province(place))
    return next((short for short in (place.short, *above) if short in known.places), "")


def _this_year(places: tuple[str, ...], known: Known, clock: int) -> int:
    years = {year for place in places or ("",) for year in known.years(place)}
    return this_year(clock, tuple(sorted(years)))


def _scope(
    text: str, typed: str, places: _Places, told: Times, known: Known, kind: AnswerKind
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


def _missing(places: _Places, told: Times, known: Known, clock: int) -> str:
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
