"""Places named in a text, Chinese or English, and the regional groups of provinces.

Matches are the longest from the left, so that 新昌 is never 新疆. What only looks like a place is
data (place_traps.tsv): ``stop`` phrases (北京时间, 长江) are read over; ``word`` names (和平, 朝阳)
count only with their suffix or right after their parent (北京朝阳).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.gazetteer import Group, Place, Places, fold, known, romanised

__all__ = ["Group", "Mention", "Place", "Places", "english", "find", "group", "known"]

_BEFORE_COUNTY = frozenset("在到从于由对和与及赴是问看那比较跟同说请给以用有如像道我解按查讲的")
_GOES_ON = {
    "区": "域划块间位分别",
    "市": "场值",
    "县": "域",
    "旗": "帜舰",
    "盟": "约友",
    "州": "际",
}
_GOVERNOR = re.compile(r"省长(?![沙春治白江三])")
_AFTER_TINY = frozenset("级域城乡以委政人市区处")
_SURE = frozenset("浙苏沪皖闽赣鲁豫鄂湘粤琼渝冀晋黔滇桂")
_HOW_MANY = "[两二三四五六七八九十几]"
_AFTER_SURE = re.compile(
    r"(?!边|革命|老区|苏区|根据地|铁路|高[铁速]|[线剧]|通道|运河|走廊|大别|地区双城)"
)
_WITH_YEAR = r"\s?(?:(?:19|20)\d\d年|[今去前明]年)|的"
_AFTER_LIST = re.compile(rf"{_HOW_MANY}[省市地]|[省地]|等[省地]|$|{_WITH_YEAR}")
_NO_REGION = re.compile(r"[部角侧面方风亚边向虎署门队件落长]|大学|工业大学|战区|陆海|分(?![布别])")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-zÀ-ÿ]+)*")
_KINDS = {
    "province": "省区",
    "municipality": "市",
    "prefecture": "州盟区",
    "city": "市",
    "county": "县旗",
    "district": "区",
    "banner": "旗",
}
_LONGEST_ENGLISH = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text from ``start`` to ``end``."""

    place: Place
    start: int
    end: int


def find(text: str, country: bool = False) -> list[Mention]:
    """The places named in a Chinese text, in order, not overlapping.

    The whole country (中国, 全国, 国务院) counts only where ``country`` is asked for.

    >>> [mention.place.short for mention in find("新昌和苏浙粤三省")]
    ['新昌', '江苏', '浙江', '广东']
    """
    return list(_found(text, country))


@lru_cache(maxsize=1 << 13)
def _found(text: str, country: bool) -> tuple[Mention, ...]:
    """The same; one text is asked about again and again while a statement is checked."""
    first = list(_named(text, None, known()))
    mentions = list(_named(text, _around(first), known())) if first else []
    mentions = [m for m in mentions if country or m.place.level != "country"]
    mentions += _abbreviated(text, mentions)
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def english(text: str, country: bool = False) -> list[Mention]:
    """The places named in an English text, in order: whole words in any case.

    >>> [mention.place.short for mention in english("Shaanxi, Inner Mongolia and Xinchang County")]
    ['陕西', '内蒙古', '新昌']
    """
    words = list(_LATIN.finditer(text))
    first = list(_romanised(words, None, known()))
    mentions = _romanised(words, _around(first), known())
    return [m for m in mentions if country or m.place.level != "country"]


def group(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The regional groups named in the text, in order, each with its provinces' short names.

    >>> group("京津冀协同发展")
    [('京津冀', ('北京', '天津', '河北'))]
    """
    inside = {at for m in find(text) for at in range(m.start, m.end + 1)}
    spans = sorted(_group_spans(text), key=lambda span: (span[0], -span[1]))
    found: dict[str, tuple[str, ...]] = {}
    last = 0
    for start, end, region in spans:
        if start >= last and start not in inside:
            found.setdefault(region.names[0], region.members)
            last = end
    return list(found.items())


def _group_spans(text: str) -> Iterator[tuple[int, int, Group]]:
    lower = text.lower()
    for region in known().groups:
        for name in region.names:
            for start in _starts(text, name):
                if not _NO_REGION.match(text, start + len(name)):
                    yield start, start + len(name), region
        for name in region.english:
            for start in _starts(lower, name):
                if not text[start + len(name) :][:1].isalpha():
                    yield start, start + len(name), region


def _starts(text: str, name: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + 1)


def _around(mentions: Sequence[Mention]) -> frozenset[str]:
    """Short names of the places mentioned and of those they belong to, but for the country."""
    places = [mention.place for mention in mentions if mention.place.level != "country"]
    shorts = {place.short for place in places if place.level != "county"}
    return frozenset(shorts | {place.parent for place in places if place.level != "province"})


def _named(text: str, around: frozenset[str] | None, places: Places) -> Iterator[Mention]:
    """Longest names from the left; stop phrases and what they cover are skipped."""
    at, before = 0, None
    while at < len(text):
        end, place = _longest(text, at, before, around, places)
        if place:
            before = Mention(place, at, end)
            yield before
        at = end


def _longest(
    text: str, at: int, before: Mention | None, around: frozenset[str] | None, places: Places
) -> tuple[int, Place | None]:
    """Where to go on, and the place that is named at ``at`` if there is one."""
    for length in places.lengths.get(text[at], ()):
        end = at + length
        key = text[at:end]
        candidates = places.named.get(key)
        goes_on = text[end : end + 1] in tuple(_GOES_ON.get(key[-1], ""))
        if candidates and not goes_on and not _GOVERNOR.match(text, end - 1):
            parent = before.place.short if before and before.end == at else ""
            if _stands(text, at, end, candidates, parent, places):
                place = _choose(candidates, parent, around, key, places)
                if place:
                    return end, place
        if key in places.stops:
            return end, None
    return at + 1, None


def _stands(
    text: str, at: int, end: int, candidates: tuple[Place, ...], parent: str, places: Places
) -> bool:
    """Whether the key can be a name here: ordinary words and short county names need more."""
    key = text[at:end]
    if key in places.words:
        return any(parent == place.parent for place in candidates)
    if candidates[0].level != "county" or (len(key) > 2 and key != candidates[0].short):
        return True
    if key == candidates[0].name and text[end : end + 1] in _AFTER_TINY and end < len(text):
        return False
    return bool(parent) or at == 0 or text[at - 1] in _BEFORE_COUNTY or not _is_han(text[at - 1])


def _choose(
    candidates: tuple[Place, ...],
    parent: str,
    around: frozenset[str] | None,
    key: str,
    places: Places,
) -> Place | None:
    """The highest in level; of several, the one whose parent is near, or the first by full name.

    Without ``around`` only what needs no context is chosen.
    """
    best = [place for place in candidates if place.level == candidates[0].level]
    inside = [place for place in candidates if parent and place.parent == parent]
    if around is None:
        return (inside or best)[0] if inside or len(best) == 1 else None
    beside = [place for place in best if place.parent in around]
    province = [place for place in best if places.province(place) in around]
    if inside or len(best) == 1 or beside or province:
        return (inside or beside or province or best)[0]
    return best[0] if key == best[0].name or best[0].level != "county" else None


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _abbreviated(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Single characters that are listed: 苏浙粤三省, 京沪两地, or nothing but such characters."""
    singles = known().singles
    taken = {at for mention in named for at in range(mention.start, mention.end)}
    taken |= {at for start, end, _ in _group_spans(text) for at in range(start, end)}
    one = f"[{''.join(singles)}]"
    for run in re.finditer(rf"{one}(?:[、和与及]?{one})+", text):
        chars = [at for at in range(run.start(), run.end()) if text[at] in singles]
        sure = all(text[at] in _SURE for at in chars) and _AFTER_SURE.match(text, run.end())
        alone = run.group() == text.strip()
        listed = sure or alone or _AFTER_LIST.match(text, run.end())
        if listed and not taken.intersection(range(run.start(), run.end())):
            yield from (Mention(singles[text[at]], at, at + 1) for at in chars)
    for found in re.finditer(rf"(?:^|[\s，。；？])({one})(?={_WITH_YEAR})", text):
        if found.start(1) not in taken:
            yield Mention(singles[found[1]], found.start(1), found.end(1))


def _romanised(
    words: Sequence[re.Match[str]], around: frozenset[str] | None, places: Places
) -> Iterator[Mention]:
    """Names of up to four words, with the word County, City ... taken along."""
    names = romanised()
    folded = [fold(re.sub(r"['’]s$", "", word.group())) for word in words]
    at = 0
    while at < len(words):
        for count in range(min(_LONGEST_ENGLISH, len(words) - at), 0, -1):
            candidates = names.get(" ".join(folded[at : at + count]), ())
            kind = _KINDS.get(folded[at + count]) if at + count < len(words) else None
            place = _choose_english(words[at : at + count], candidates, kind, around, places)
            if place:
                break
        if not place:
            at += 1
            continue
        last = at + count if kind else at + count - 1
        yield Mention(place, words[at].start(), words[last].end())
        at = last + 1


def _choose_english(
    words: Sequence[re.Match[str]],
    candidates: tuple[Place, ...],
    kind: str | None,
    around: frozenset[str] | None,
    places: Places,
) -> Place | None:
    """The place meant: by its kind if one is named, else a county only if it is no usual word."""
    of_kind = tuple(place for place in candidates if kind and place.name[-1] in kind)
    if of_kind:
        return _choose(of_kind, "", around, of_kind[0].name, places)
    if not candidates or candidates[0].level != "county":
        return _choose(candidates, "", around, "", places) if candidates else None
    key = fold(" ".join(word.group() for word in words))
    if len(key) < 4 or key in places.words or not words[0].group()[0].isupper():
        return None
    return _choose(candidates, "", around, "", places)
