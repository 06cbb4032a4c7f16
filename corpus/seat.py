"""The seat of a document: the place that it is of, down to a township, and who issues it."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from corpus.places import Place, find, known

_NUMBER = "[\\d一二三四五六七八九十]{1,3}"
_HAS = (
    rf"(?=第?{_NUMBER}届|(?:(?:19|20)\d\d年)?(?:人民)?政府(?:工作报告|关于|办公室|$)"
    r"|(?:管委会|管理委员会|办事处)(?:工作报告|关于|$))"
)
_KINDS = "自治区|自治州|自治县|自治旗|省|市|县|区|旗|州|盟|镇|乡|街道"
_OWN_NAME = r"(?![某本我全各该])(?:(?!关于)[^\W\d_的和与及在年])"
_WITHIN = re.compile(rf"{_OWN_NAME}{{1,6}}?(?:县|区|市|旗|镇|乡|街道){_HAS}")
_UNLISTED = re.compile(
    rf"(?:^|(?<![一-鿿])|(?<=年)|(?<=在))(?P<name>{_OWN_NAME}{{1,9}}?(?:{_KINDS})){_HAS}",
    re.MULTILINE,
)
_LEVELS = (
    (re.compile(r".*(?:省|自治区)$"), "province"),
    (re.compile(r".*(?:市|州|盟)$"), "prefecture"),
    (re.compile(r".*(?:县|区|旗)$"), "county"),
    (re.compile(r".*(?:镇|乡|街道)$"), "township"),
)
_OWN = re.compile(r"(?:自治区|自治州|省|市|州|盟|县|区|旗|镇|乡)(?=人民|政府|高级|中级)")
_ADDRESS = re.compile(
    r"(?:我代表|我受|我根据|受)(?P<body>[^,，。\n]{0,12}?(?:国务院|人民政府|政府"
    r"|管委会|管理委员会|人民法院|法院|人民检察院|检察院|常务委员会|常委会))"
)
_ISSUER = re.compile(
    r"^(?P<body>[^\n，。]{0,20}?(?:国务院|人民政府|政府)(?:办公厅|办公室)?|[^\n，。]{2,20}?(?:委员会|厅|局))"
    r"(?=关于|印发|转发|文件)",
    re.MULTILINE,
)
_OWN_WORDS = {
    "country": re.compile(r"我国|国务院|全国各族"),
    "province": re.compile(r"[我全]省|省[委政]|(?<!各)自治区(?:党委|人民政府|政府|各族)"),
    "prefecture": re.compile(r"[我全][市州盟]|[市州盟][委政]"),
    "county": re.compile(r"[我全][县旗]|[县旗][委政]"),
}
_OFTEN = 3
COUNTRY = "全国"


@dataclass(frozen=True, slots=True)
class Seat:
    """A place by short name, full name and level, and where in the text it is named."""

    short: str
    name: str
    level: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """The seat that a text speaks of most, its first mention, and its part of all mentions."""

    seat: Seat
    part: float


def named(text: str) -> Seat | None:
    """The first place named; of 湖南省长沙市 the last, of 新昌县儒岙镇第五届 the township.

    A place the tables do not hold counts where it is said to have a congress or a government.
    """
    mentions = find(text)
    while len(mentions) > 1 and mentions[1].start == mentions[0].end:
        mentions = mentions[1:]
    unlisted = _UNLISTED.search(text)
    if unlisted and (not mentions or unlisted.end("name") <= mentions[0].start):
        return replace(seat_of(unlisted["name"]), start=unlisted.start(), end=unlisted.end())
    if not mentions:
        return None
    start, end = mentions[0].start, mentions[0].end
    within = _WITHIN.match(text, end)
    if within:
        return replace(seat_of(within.group()), start=start, end=within.end())
    return replace(_seat(mentions[0].place), start=start, end=end)


def counted(text: str) -> Counted | None:
    """The place the whole text is about: what is named most, counted at the level that the text
    calls its own (全省, 我市, 我国), where a place counts for those it lies in.

    >>> counted("全省经济向好。郑州增长6%，洛阳增长7%，支持武汉。").seat.short
    '河南'
    """
    own = {level: len(pattern.findall(text)) for level, pattern in _OWN_WORDS.items()}
    level = max(own, key=lambda level: own[level])
    level = level if own[level] >= _OFTEN else ""
    if level == "country":
        first = _OWN_WORDS[level].search(text)
        span = first.span() if first else (0, 0)
        return Counted(replace(seat_of(COUNTRY), start=span[0], end=span[1]), 0.0)
    mentions = find(text)
    shorts = [_upto(mention.place, level).short for mention in mentions]
    if not shorts:
        return None
    short, times = Counter(shorts).most_common(1)[0]
    first_mention = mentions[shorts.index(short)]
    place = _upto(first_mention.place, level)
    seat = replace(_seat(place), start=first_mention.start, end=first_mention.end)
    return Counted(seat, times / len(shorts) if times >= _OFTEN else 0.0)


def seat_of(short: str) -> Seat:
    """The seat of that short name; of a place that the tables do not hold, by its last character.

    >>> seat_of("新昌"), seat_of("云岭县").level
    (Seat(short='新昌', name='新昌县', level='county', start=0, end=0), 'county')
    """
    places = known().by_short(short)
    if places:
        return _seat(places[0])
    level = next((level for pattern, level in _LEVELS if pattern.match(short)), "")
    return Seat(short, short, level)


def government(seat: Seat) -> str:
    """The government of a place by its full name: 国务院, 浙江省人民政府."""
    if not seat.short:
        return ""
    return "国务院" if seat.short == COUNTRY else f"{seat.name}人民政府"


def spoken_for(head: str) -> re.Match[str] | None:
    """Where a report says on whose behalf it is given (我代表省人民政府): group ``body``."""
    return _ADDRESS.search(head)


def issuer(head: str) -> re.Match[str] | None:
    """Where a notice names who issues it (浙江省人民政府关于…): group ``body``."""
    return _ISSUER.search(head)


def in_full(body: str, seat: Seat) -> str:
    """A body with its place: 省政府 of 浙江 is 浙江省人民政府.

    >>> in_full("省高级人民法院", seat_of("浙江"))
    '浙江省高级人民法院'
    """
    body = re.sub(r"(?<!人民)政府", "人民政府", body)
    if "国务院" in body or body == "中央人民政府":
        return "国务院" if "国务院" in body else body
    own = _OWN.match(body)
    bare = body[own.end() :] if own else body
    if seat.short and (own or bare in ("人民政府", "法院", "检察院", "管委会", "管理委员会")):
        return seat.name + bare
    return body


def _upto(place: Place, level: str) -> Place:
    """The place of that level that a place lies in; itself where it is none of a lower level."""
    places, rank = known(), list(_OWN_WORDS)
    while level and rank.index(place.level) > rank.index(level) > 0:
        place = places.by_short(place.parent)[0]
    return place


def _seat(place: Place) -> Seat:
    return Seat(place.short, place.name, place.level)
