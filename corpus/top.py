"""What the top of a document says: the session, dates, kind, year and speaker, with the words."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.evidence import Confidence, Evidence, Folded, Where, folded
from corpus.speakers import named_speaker
from corpus.types import Kind

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
_DRAFT_YEAR = re.compile(r"(?<!\d)(\d{4})\s*年[一-鿿]{0,24}?草案")
_PAPER_YEAR = re.compile(
    r"(?<!\d)(\d{4})\s*年?[一-鿿“”]{0,40}?(?:通知|公告|意见|通报|方案|纲要|访谈)"
)
_REVIEW = re.compile(
    r"(?<!\d)(\d{4})年(?:主要|国内|政府|[和及]“[^”\n]{2,6}”时期)?(?:的?工作的?|的)(?:回顾|情况|总结)"
)
_AHEAD = re.compile(
    r"^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章部]分? ?)?(?:关于)?(\d{4})年"
    r"(?:的|政府|经济社会发展){0,2}(?:主要|重点|总体|预期){0,2}(?:工作|目标|任务|要求)(?![^\n]*回顾)",
    re.MULTILINE,
)
_HAN_YEAR = re.compile(
    r"(?<![一二三四五六七八九〇○零])[一二][九〇○零][〇○零一二三四五六七八九]{2}(?=年)"
)
_COUNTED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
_NAMED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_WIRE = "(?:新华社|中新社|新华网|人民网|本报)"
_PUBLISHED = (
    re.compile(rf"{_WIRE}\S{{2,4}}?(\d{{4}})年(\d{{1,2}})月(\d{{1,2}})日(?:电|讯)"),
    re.compile(r"(?:时间|日期|发布)\D{0,6}(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})"),
    re.compile(r"(?:门户网站|www\.\S+|来源)[^\d\n]{0,12}(\d{4})[-年](\d{1,2})[-月](\d{1,2})"),
    re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日\s*\d{1,2}[时:]", re.MULTILINE),
)
_WIRED = re.compile(rf"{_WIRE}[一-鿿]{{2,4}}?(\d{{1,2}})月(\d{{1,2}})日(?:电|讯)")
_DATELINE = re.compile(rf"{_WIRE}\S{{2,4}}?[\d〇○一二三四五六七八九十].{{0,12}}?[电讯]")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "interview",
        re.compile(
            r"记者采访|答记者问|专访|访谈|接受.{0,8}采访|记者 ?[一-鿿]{2,3}\n|谈贯彻"
            r"|(?:长|主任|书记|主席|委员|代表)[一-鿿]{2,4}谈"
        ),
    ),
    (
        "report",
        re.compile(
            r"政府工作报告|工作的?报告|作.{0,4}报告|计划.{0,12}报告|届人民代表大会|大会报告.{0,4}工作"
        ),
    ),
    ("speech", re.compile(r"讲话|致辞|发言|演讲")),
    ("plan", re.compile(r"规划|纲要|行动方案|实施方案")),
    ("notice", re.compile(r"通知|公告|意见|通报")),
)
_SPOKEN_KINDS = ("report", "speech")
_CLOSES = re.compile(r"[。！？；：，]$")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
HEAD = 700
_LONGEST = 300_000


@dataclass(frozen=True, slots=True)
class Top:
    """The first lines of ``text``, folded, and the same without white space, in which the line of
    the session was looked for. ``title`` is where the title lines of ``head`` end; of a very long
    text only so much is kept as is looked at."""

    head: Folded
    tight: Folded
    session: re.Match[str] | None
    title: int
    text: str
    name: str

    def before(self, end: int) -> str:
        """The first characters without what a news agency puts before them."""
        return _DATELINE.sub("", self.head.text[:end])


def top(text: str, name: str) -> Top:
    """The top of a text; ``name`` is the name of its file without ending."""
    head = folded(text[:HEAD])
    tight = head.tight()
    session = next(filter(None, (pattern.search(tight.text) for pattern in _SESSIONS)), None)
    return Top(head, tight, session, title_end(head.text), text[:_LONGEST], name)


def title_lines(text: str) -> str:
    """The short lines at the top, up to the first that ends a sentence."""
    lines = text[: title_end(text)].split("\n")
    return " ".join(stripped for line in lines if (stripped := line.strip(" —-")))


def title_end(text: str) -> int:
    """Where the short lines at the top end."""
    end = length = 0
    for line in text.split("\n"):
        if len(line) > 40 or _CLOSES.search(line) or length > 18:
            break
        end += len(line) + 1
        length += len(line.strip(" —-"))
    return min(max(end - 1, 0), len(text))


def delivered(top: Top, kind: Kind) -> tuple[date | None, Evidence | None]:
    """The day of the session, else that of a line which is nothing but a date."""
    if top.session:
        span = top.session.start(1), top.session.end(3) + 1
        said = top.tight.quoted("delivered", span, "session line", "sure")
        return _dated(top.session.groups()[:3], said)
    spoken = _SPOKEN.search(top.head.text[:200]) if kind in _SPOKEN_KINDS else None
    if not spoken:
        return None, None
    said = top.head.quoted("delivered", spoken.span(), "first lines", "likely")
    return _dated(spoken.groups(), said)


def meeting(top: Top) -> tuple[str, Evidence | None]:
    """The meeting by its full name, as the line of the session has it."""
    if not top.session:
        return "", None
    found = top.session["meeting"]
    said = top.tight.quoted("meeting", top.session.span("meeting"), "session line", "sure")
    return found if found.endswith("会议") else found + "会议" * found.endswith("次"), said


def published(raw: Folded, delivered: date | None) -> tuple[date | None, Evidence | None]:
    """The day of publication; a dateline without year is of the year of delivery."""
    for pattern in _PUBLISHED:
        found = pattern.search(raw.text)
        if found:
            return _dated(found.groups(), _outside(raw, found, "sure"))
    wired = _WIRED.search(raw.text) if delivered else None
    if not (delivered and wired):
        return None, None
    return _dated((str(delivered.year), *wired.groups()), _outside(raw, wired, "likely"))


def kind(top: Top) -> tuple[Kind, Evidence | None]:
    """The kind by the title, else by the first lines, else by the file's name.

    The words of an interview outweigh the report it speaks of.
    """
    head = top.head.text
    places: tuple[tuple[str, Where, Confidence], ...] = (
        (head[: top.title].replace("\n", " "), "title", "sure"),
        (head[:260], "first lines", "likely"),
        (top.name, "file name", "guess"),
    )
    for words, where, confidence in places:
        for kind, pattern in _KINDS:
            found = pattern.search(words)
            if found and where == "file name":
                return kind, Evidence("kind", where, found.group(), None, confidence)
            if found:
                return kind, top.head.quoted("kind", found.span(), where, confidence)
    return "other", None


def year(
    top: Top, delivered: date | None, said: Evidence | None
) -> tuple[int | None, Evidence | None]:
    """Of the delivery, else of the title, else after the year reviewed, else named most often.

    ``said`` is what says the day of the delivery.
    """
    if delivered and said:
        return delivered.year, replace(said, field="year")
    above = top.head.text[:200].translate(_DIGITS)
    lines = above[: top.title]
    titled = _DRAFT_YEAR.search(lines) or _TITLE_YEAR.search(above) or _PAPER_YEAR.search(lines)
    if titled:
        sure = titled.start() < top.title
        where: Where = "title" if sure else "first lines"
        said = top.head.quoted("year", titled.span(), where, "sure" if sure else "likely")
        return int(titled[1]), said
    whole = folded(_HAN_YEAR.sub(lambda found: found[0].translate(_DIGITS), top.text))
    whole = replace(whole, original=top.text)
    for pattern, later in ((_REVIEW, 1), (_AHEAD, 0)):
        found = pattern.search(whole.text)
        if found:
            said = whole.quoted("year", found.span(), "review heading", "likely")
            return int(found[1]) + later, said
    titled = _TITLE_YEAR.search(top.name)
    if titled:
        return int(titled[1]), Evidence("year", "file name", titled.group(), None, "likely")
    return _year_counted(whole, top.name)


def speaker(top: Top, kind: Kind) -> tuple[str, Evidence | None]:
    """The name beside an office, in the line of the session or below it."""
    if kind not in _SPOKEN_KINDS:
        return "", None
    head = top.head.original
    name = named_speaker(head, top.session["who"] if top.session else "")
    stands = re.search(r"\s*".join(map(re.escape, name)), head) if name else None
    if not stands:
        return name, None
    start = head.rfind("\n", 0, stands.start()) + 1
    line = head[start:].split("\n", 1)[0]
    confidence: Confidence = "sure" if top.session else "likely"
    return name, Evidence("speaker", "first lines", line, start, confidence)


def _year_counted(whole: Folded, name: str) -> tuple[int | None, Evidence | None]:
    counted = Counter(_COUNTED_YEAR.findall(whole.text))
    if counted:
        year = max(counted, key=lambda year: (counted[year], year))
        at = whole.text.index(f"{year}年")
        return int(year), whole.quoted("year", (at, at + 5), "most often named", "guess")
    found = _NAMED_YEAR.search(name)
    if not found:
        return None, None
    return int(found[1]), Evidence("year", "file name", found[1], None, "guess")


def day(numbers: Sequence[str]) -> date | None:
    """The day of year, month and day; None where there is none such."""
    try:
        return date(*map(int, numbers))
    except ValueError:
        return None


def _dated(numbers: Sequence[str], said: Evidence) -> tuple[date | None, Evidence | None]:
    found = day(numbers)
    return found, said if found else None


def _outside(raw: Folded, found: re.Match[str], confidence: Confidence) -> Evidence:
    said = raw.quoted("published", found.span(), "page furniture", confidence)
    return replace(said, start=None)
