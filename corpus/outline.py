"""The headings of a document, read off their wording: office files carry no styles."""

import re

from corpus.types import Heading

_NUMERAL = "一二三四五六七八九十百"
_LEVELS = (
    (
        1,
        re.compile(
            rf"第[{_NUMERAL}]+[章部篇编]|[{_NUMERAL}]{{1,3}}、(?![{_NUMERAL}]{{1,3}}[、级])"
        ),
    ),
    (2, re.compile(rf"[（(][{_NUMERAL}]{{1,3}}[)）]")),
    (3, re.compile(r"(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])")),
    (
        3,
        re.compile(
            rf"(?:第?[{_NUMERAL}]{{1,2}}(?:是(?!否)|要|方面)|第[{_NUMERAL}]{{1,2}}，|——|——)"
        ),
    ),
)
_STOP = re.compile(r"[。！？!?；：:]")
_ENDS = re.compile(r"[。！？!?；;：:，,、…]$")
_APPENDIX = re.compile(
    r"附件|附录|附表|名词解释|名词注释|.{0,16}有关内容名词(?:注释|解释)|.{0,12}用语说明"
)
_GLUED = re.compile(
    rf"[{_NUMERAL}]{{1,3}}、.{{2,24}}?(?:(?:工作)?(?:回顾|部署|安排|总体部署|总体要求|主要任务|主要目标)"
    r"|预期目标|重点工作|重点任务|自身建设)(?=\s?[^\s，。、：；的和与及”])"
    rf"|[{_NUMERAL}]{{1,3}}、[^\s，。；：]{{4,30}}(?<=[一-鿿])(?= [一-鿿])"
)
_ADDRESS = re.compile(r"各位(?:代表|委员)|同志们|现在，我代表|(?:本报)?(?:记者|通讯员)\s")
_BYLINE = re.compile(
    r"[—\-－ ]*\d{4}年\d{1,2}月.*|.*第.{1,4}届.*(?:会议|大会)"
    r"|.{0,24}(?:[省市县区州盟乡镇]长|主席|总理|主任|书记)[ \u3000]\S{1,4}(?: \S{1,2}|·\S{1,8})*"
)
_CELLS = " | "
_LONGEST_FRONT = 1500
_LONGEST_LINE = 60
_LONGEST_INLINE = {1: 40, 2: 70, 3: 70}


def outline(text: str) -> tuple[Heading, ...]:
    """The headings in order: whole lines, numbered or not, and openings of paragraphs.

    Level 1 is 一、 or 第一章, level 2 （一）, level 3 1. or 一是; the short first sentence of a
    paragraph is its topic, level 4. A line without number stands at level 1 where the document
    has no numbered level 1, else at level 2.
    """
    lines = _located(text)
    plain = 2 if any(_numbered_level(line) == 1 for _, line in lines) else 1
    body = _first_of_body(lines)
    found = []
    for at, (start, line) in enumerate(lines):
        if _ADDRESS.match(line) or (at < body and _numbered_level(line) not in (1, 2)):
            continue
        heading = _whole_line(start, line, plain) or _opening(start, line)
        if heading:
            found.append(heading)
    return tuple(found)


def _first_of_body(lines: list[tuple[int, str]]) -> int:
    """The number of the first line below the title, the session and the name of the speaker."""
    for at, (start, line) in enumerate(lines):
        if start > _LONGEST_FRONT:
            break
        if line.startswith("各位"):
            return at
    at = 1
    while at < len(lines) and _BYLINE.fullmatch(lines[at][1]):
        at += 1
    return at


def _located(text: str) -> list[tuple[int, str]]:
    located, start = [], 0
    for line in text.split("\n"):
        located.append((start, line))
        start += len(line) + 1
    return located


def _numbered_level(line: str) -> int | None:
    return next((level for level, pattern in _LEVELS if pattern.match(line)), None)


def _whole_line(start: int, line: str, plain: int) -> Heading | None:
    """A line that is a heading from end to end."""
    if not 2 <= len(line) <= _LONGEST_LINE or _ENDS.search(line) or _CELLS in line:
        return None
    level = _numbered_level(line)
    if level is None:
        if _APPENDIX.match(line):
            level = 1
        elif _STOP.search(line) or len(line) > 40 or re.match(r"[\d—\-(（“《]", line):
            return None
    return Heading(level or plain, line, start, start + len(line))


def _opening(start: int, line: str) -> Heading | None:
    """A heading that opens a paragraph: （一）… up to the first full stop, or a short topic."""
    level = _numbered_level(line)
    glued = _GLUED.match(line) if level == 1 else None
    if glued:
        return Heading(1, glued.group(), start, start + glued.end())
    stop = _STOP.search(line)
    if stop is None or stop.end() == len(line) or line[stop.start()] in "；":
        return None
    if level is not None and stop.start() <= _LONGEST_INLINE[level]:
        return Heading(level, line[: stop.start()], start, start + stop.start())
    topic = line[: stop.start()]
    if line[stop.start()] == "。" and 4 <= len(topic) <= 22 and not re.search(r"[，\d]", topic):
        return Heading(4, topic, start, start + len(topic))
    return None
