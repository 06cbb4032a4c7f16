"""各市, 哪个县…最高, 每个镇: every place of one kind that the library holds documents of."""

import re

from corpus.indicators import asked_indicator
from corpus.places import find
from corpus.places import known as gazetteer
from rag.query import Known

_KIND = (
    r"(?P<kind>地级市|地市|市县|县市区?|县区|区县|乡镇|镇街道?|市州|[市州县区旗镇乡盟]|街道|地区?)"
)
_EACH = re.compile(rf"(?:各|每一?个|分|哪些|哪几个|几个|多少个){_KIND}(?![级委政场民域方里内])")
_BEST = re.compile(rf"哪一?[个座]{_KIND}(?![级委政里内]).{{0,24}}最[高低大小多少快慢]")
_BEST_LAST = re.compile(rf"最[高低大小多少快慢].{{0,6}}(?:是|为)?哪一?[个座]{_KIND}")
_THOSE = re.compile(
    rf"(?:高于|低于|超过|不足|达到|以上|以下)[^，。]{{0,12}}的{_KIND}(?=有|是|$|[?？])"
)
_PATTERNS = (_EACH, _BEST, _BEST_LAST, _THOSE)
_LEVELS = {
    "prefecture": frozenset("市州盟"),
    "county": frozenset("县区旗"),
    "township": frozenset("镇乡街"),
}
_SEVERAL = 2


def each_place(text: str, known: Known) -> tuple[str, ...]:
    """The places meant by 各市 and the like where an indicator is asked for; of 浙江各市 those of
    浙江. Empty where the library holds fewer than two, for the question then means others.

    各地 are all places, where they are not provinces.
    """
    said = next(filter(None, (pattern.search(text) for pattern in _PATTERNS)), None)
    if said is None or asked_indicator(text) is None:
        return ()
    within = {mention.place.short for mention in find(text)}
    there = [
        place for place in _of_kind(said["kind"], known) if not within or within & _above(place)
    ]
    return tuple(there) if len(there) >= _SEVERAL else ()


def _of_kind(kind: str, known: Known) -> list[str]:
    """The places of the library of a kind: 市, 县区, 地."""
    held = {i.place: i.level for i in known.identities if i.place and i.level != "country"}
    if kind in ("地", "地区"):
        provinces = sum(level == "province" for level in held.values())
        return [] if provinces >= _SEVERAL else list(held)
    return [place for place, level in held.items() if _is(kind, place, level)]


def _is(kind: str, place: str, level: str) -> bool:
    """Whether a place is of a kind; a city may lie at the level of counties (义乌市)."""
    levels = {of for of, signs in _LEVELS.items() if signs & set(kind)}
    return level in levels or ("市" in kind and level == "county" and _full(place).endswith("市"))


def _full(place: str) -> str:
    rows = gazetteer().by_short(place)
    return rows[0].name if rows else place


def _above(place: str) -> set[str]:
    """The places that a place lies in."""
    rows = gazetteer().by_short(place)
    return {rows[0].parent, gazetteer().province(rows[0])} if rows else set()
