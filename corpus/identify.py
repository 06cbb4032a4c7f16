"""What a document is: place, year, kind, dates, speaker, meeting.

Its content decides, then its name; what its front matter says goes before both.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from corpus.places import find, known
from corpus.speakers import named_speaker
from corpus.types import KIND_NAMES, Identity, Kind

_NUMBER = "[\\d一二三四五六七八九十]{1,3}"
_DATE = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_MEETING = (
    rf"(?P<meeting>[^。，]{{0,24}}?第?{_NUMBER}届(?:全国)?(?:人民代表大会|人大)"
    rf"(?:常务委员会|常委会)?(?:第?{_NUMBER}次(?:会议|全体会议)?)?)"
)
_SESSIONS = (
    re.compile(
        rf"{_DATE}(?:[至和到—-]+(?:\d{{1,2}}月)?\d{{1,2}}日)?(?P<who>[^。，\d]{{0,24}}?)在{_MEETING}"
    ),
    re.compile(rf"{_DATE}(?P<who>){_MEETING}"),
)
_SPOKEN = re.compile(rf"^[（(—-]*{_DATE}[）)]?$", re.MULTILINE)
_WORK = "工作报告|报告|规划|讲话|摘编"
_TITLE_YEAR = re.compile(rf"(\d{{4}})\s*年?[一-鿿]{{0,40}}?(?:{_WORK})")
_REVIEW = re.compile(r"(?<!\d)(\d{4})年(?:主要)?工作(?:的?回顾|情况|总结)")
_COUNTED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
_WIRE = "(?:新华社|中新社|新华网|人民网|本报)"
_PUBLISHED = (
    re.compile(rf"{_WIRE}\S{{2,4}}?(\d{{4}})年(\d{{1,2}})月(\d{{1,2}})日(?:电|讯)"),
    re.compile(r"(?:时间|日期|发布)\D{0,6}(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})"),
    re.compile(r"(?:门户网站|www\.\S+|来源)[^\d\n]{0,12}(\d{4})[-年](\d{1,2})[-月](\d{1,2})"),
    re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日\s*\d{1,2}[时:]", re.MULTILINE),
)
_WIRED = re.compile(rf"{_WIRE}[一-鿿]{{2,4}}?(\d{{1,2}})月(\d{{1,2}})日(?:电|讯)")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "interview",
        re.compile(
            r"记者采访|答记者问|专访|访谈|接受.{0,8}采访|记者 ?[一-鿿]{2,3}\n|谈贯彻"
            r"|(?:长|主任|书记|主席|委员|代表)[一-鿿]{2,4}谈"
        ),
    ),
    ("report", re.compile(r"政府工作报告|工作的?报告|作.{0,4}报告|计划.{0,12}报告|届人民代表大会")),
    ("speech", re.compile(r"讲话|致辞|发言|演讲")),
    ("plan", re.compile(r"规划|纲要|行动方案|实施方案")),
    ("notice", re.compile(r"通知|公告|意见|通报")),
)
_SPOKEN_KINDS = ("report", "speech")
_NATIONAL = re.compile(r"国务院(?:总理|政府|副总理)|届全国人民代表大会|全国人大.{0,4}次会议")
_DATELINE = re.compile(rf"{_WIRE}\S{{2,4}}?[\d〇○一二三四五六七八九十].{{0,12}}?[电讯]")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_WRITTEN_DATE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([元一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_HEAD = 700


def identify(text: str, raw: str, name: str, fields: Mapping[str, str]) -> Identity:
    """The identity of a cleaned ``text``; ``raw`` is the text before cleaning (it holds the dates
    of publication), ``name`` the file's name without ending, ``fields`` the front matter."""
    read = _read(text, raw, name)
    return _with_fields(read, fields)


def _read(text: str, raw: str, name: str) -> Identity:
    head = _folded(text[:_HEAD])
    session = _session(re.sub(r"\s", "", head))
    meeting = _meeting(session["meeting"]) if session else ""
    kind = _kind(_title_lines(head), head, name)
    delivered = _delivered(session, kind, head)
    year = _year(head, name, delivered, text)
    place = _place(meeting, kind, head, name, text)
    return Identity(
        title=_title(kind, place, year, text, name),
        place=place,
        year=year,
        kind=kind,
        delivered=delivered,
        published=_published(_folded(raw[:1500]), delivered),
        speaker=_speaker(text[:_HEAD], session, kind),
        meeting=meeting,
    )


def _folded(text: str) -> str:
    """NFKC, with dates in digits: 二〇二六年一月十五日 is 2026年1月15日."""
    return _WRITTEN_DATE.sub(_in_digits, unicodedata.normalize("NFKC", text))


def _in_digits(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    return f"{year.translate(_DIGITS)}年{_number(month)}月{_number(day)}日"


def _number(written: str) -> int:
    """A number below 100: 十五 is 15, 二十 is 20, 元 (of 元月) is 1."""
    tens, ten, ones = written.replace("元", "一").translate(_DIGITS).rpartition("十")
    return 10 * int(tens or bool(ten)) + int(ones or 0)


def _session(head: str) -> re.Match[str] | None:
    return next(filter(None, (pattern.search(head) for pattern in _SESSIONS)), None)


def _delivered(session: re.Match[str] | None, kind: Kind, head: str) -> date | None:
    """The day of the session, else that of a line which is nothing but a date."""
    if session:
        return _date(*session.groups()[:3])
    spoken = _SPOKEN.search(head[:200]) if kind in _SPOKEN_KINDS else None
    return _date(*spoken.groups()) if spoken else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _meeting(found: str) -> str:
    return found if found.endswith("会议") else found + "会议" * found.endswith("次")


def _published(raw: str, delivered: date | None) -> date | None:
    """The day of publication; a dateline without year is of the year of delivery."""
    for pattern in _PUBLISHED:
        found = pattern.search(raw)
        if found:
            return _date(*found.groups())
    wired = _WIRED.search(raw) if delivered else None
    return _date(str(delivered.year), *wired.groups()) if delivered and wired else None


def _kind(title: str, head: str, name: str) -> Kind:
    """The kind by the title, else by the first lines, else by the file's name.

    The words of an interview outweigh the report it speaks of.
    """
    for where in (title, head[:260], name):
        for kind, pattern in _KINDS:
            if pattern.search(where):
                return kind
    return "other"


def _year(head: str, name: str, delivered: date | None, text: str) -> int | None:
    """Of the delivery, else of the title, else after the year reviewed, else named most often."""
    if delivered:
        return delivered.year
    titled = _TITLE_YEAR.search(head[:200].translate(_DIGITS))
    if titled:
        return int(titled[1])
    reviewed = _REVIEW.search(_folded(text))
    if reviewed:
        return int(reviewed[1]) + 1
    titled = _TITLE_YEAR.search(name)
    if titled:
        return int(titled[1])
    years = Counter(_COUNTED_YEAR.findall(_folded(text)))
    if years:
        return int(max(years, key=lambda year: (years[year], year)))
    named = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", name)
    return int(named[1]) if named else None


def _place(meeting: str, kind: Kind, head: str, name: str, text: str) -> str:
    """The place of the meeting, else of the first lines, else the place named most often."""
    if _first_place(meeting):
        return _first_place(meeting)
    if "全国人" in meeting or _NATIONAL.search(head[:200]):
        return "全国"
    named = Counter(mention.place.short for mention in find(text))
    often = named.most_common(1)[0][0] if named else ""
    if kind == "interview" and often:
        return often
    return _first_place(_DATELINE.sub("", head[:120])) or _first_place(name) or often


def _first_place(text: str) -> str:
    """The first place named; of 湖南省长沙市 the last."""
    chain = find(text)
    while len(chain) > 1 and chain[1].start == chain[0].end:
        chain = chain[1:]
    return chain[0].place.short if chain else ""


def _speaker(head: str, session: re.Match[str] | None, kind: Kind) -> str:
    return named_speaker(head, session["who"] if session else "") if kind in _SPOKEN_KINDS else ""


def _title(kind: Kind, place: str, year: int | None, text: str, name: str) -> str:
    """The title line, made whole with year and place where it is bare."""
    if kind == "report" and place:
        body = "国务院" if place == "全国" else _full_name(place)
        return f"{year or ''}{'年' if year else ''}{body}政府工作报告"
    return _title_lines(text) or name


def _title_lines(text: str) -> str:
    """The short lines at the top, up to the first that ends a sentence."""
    lines: list[str] = []
    for line in text.split("\n"):
        if len(line) > 40 or re.search(r"[。！？；：，]$", line) or len("".join(lines)) > 18:
            break
        lines.append(line.strip(" —-"))
    return " ".join(lines)


def _full_name(place: str) -> str:
    return next((p.name for p in known().by_short(place)), place)


def _with_fields(identity: Identity, fields: Mapping[str, str]) -> Identity:
    """What the front matter says goes before what was read."""
    year = re.match(r"\d{4}", fields.get("year", ""))
    kind = fields.get("kind", "")
    day = re.search(r"(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})", fields.get("date", ""))
    return replace(
        identity,
        title=fields.get("title") or identity.title,
        place=_short(fields.get("place", "")) or identity.place,
        year=int(year[0]) if year else identity.year,
        kind=next((k for k, n in KIND_NAMES.items() if kind in (k, n)), identity.kind),
        delivered=_date(*day.groups()) if day else identity.delivered,
        speaker=fields.get("speaker") or identity.speaker,
        meeting=fields.get("meeting") or identity.meeting,
        digests=fields.get("digests", ""),
    )


def _short(place: str) -> str:
    """The short name of a place that is given by its full name (浙江省); others as they are."""
    whole = [m for m in find(place, country=True) if not (place[: m.start] or place[m.end :])]
    return whole[0].place.short if whole else place
