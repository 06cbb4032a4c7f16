"""The places that a question asks about: those that the library has, and those that it lacks."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.indicators import asked_indicator
from corpus.places import Mention, english, find, group
from corpus.places import known as gazetteer
from rag.abroad import abroad, is_owner
from rag.query import Known
from rag.times import document_years
from rag.types import AnswerKind

_TITLED = re.compile(r"《[^》]*》")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_TOWN = re.compile(r"(?!.{0,2}[各全我本每几哪])[一-鿿]{2,3}[镇乡县](?![一-鿿]?[经级域政])")
_SEAT = re.compile(r"(?<=[一-鿿]{2})(?:省|市|县|区|镇|乡|村|街道|地区|自治[州县旗]|开发区|新区)$")
_BESIDE = r"[和与跟及、，,。；;：:\s在比问]"
_LISTED = re.compile(r"\s*(?:[、，,/]|以?及|和|与|跟|同|还有)\s*")
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
class PlacesAsked:
    """Places asked about that the library has, and those named that it lacks.

    ``inside`` are those that only a document of a place above them can tell of, as they are
    named: cities of a province.
    """

    here: tuple[str, ...]
    lacking: tuple[str, ...]
    inside: tuple[str, ...] = ()


def places_asked(text: str, known: Known, is_english: bool, kind: AnswerKind) -> PlacesAsked:
    """A group (长三角) stands for its members only where several places are asked about.

    长三角各省 are those of the region. Who of all provinces uses a phrase is asked of every
    document: the country's tell it too.
    """
    own = beyond_the_gazetteer(text, known)
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
    return PlacesAsked(
        here=tuple(dict.fromkeys(here)),
        lacking=() if here else tuple(dict.fromkeys(lacking)),
        inside=tuple(dict.fromkeys(unheld)) + (() if own else _towns(text)),
    )


def side_by_side(text: str, here: tuple[str, ...]) -> bool:
    """Whether an indicator is asked for of several places that are listed: 浙江、江苏和广东."""
    if not here[1:] or asked_indicator(text) is None:
        return False
    named = [mention for mention in find(text) if mention.place.short in here]
    return len(named) == len(here) and all(
        _LISTED.fullmatch(text[one.end : other.start]) for one, other in pairwise(named)
    )


def of_those_years(places: PlacesAsked, years: tuple[int, ...], known: Known) -> PlacesAsked:
    """The only place that has documents of the years asked about, where none is named."""
    if places.here or places.lacking or places.inside or not years:
        return places
    told = document_years(years, known.years())
    there = {identity.place for identity in known.identities if identity.year in told}
    return replace(places, here=tuple(there)) if len(there) == 1 and "" not in there else places


def without(places: PlacesAsked, held: frozenset[str]) -> PlacesAsked:
    """The places without those that the library has, though a scope leaves them out."""
    return replace(
        places,
        lacking=tuple(place for place in places.lacking if place not in held),
        inside=tuple(place for place in places.inside if place not in held),
    )


def beyond_the_gazetteer(text: str, known: Known) -> dict[str, str]:
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


def _lacking_nation(text: str) -> str:
    """全国 where a figure of the whole country is asked for, by a library that lacks it."""
    return "全国" if _NATION_ITSELF.search(text) and asked_indicator(text) else ""


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
