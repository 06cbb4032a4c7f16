"""From a file's text to the text that is kept: furniture out, broken lines joined, copies folded.

Every step takes lines and returns lines; no step touches a character inside a sentence other
than white space. The result has one paragraph a line. Every step takes time in proportion to
the text, whatever stands in it. A line knows the pages that its pieces stand on, so that the
pages of the text that is kept are known at the end.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_MARKUP = re.compile(
    r"<!--(?:(?!<!--).)*?-->"
    r"|<(script|style)\b(?:(?!<(?:script|style)\b).)*?</\1>",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPED = re.compile(r"<U\+([0-9A-Fa-f]{4,6})>")
_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    r"\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_SPACE = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NUMERAL = "一二三四五六七八九十百"

_BUTTON = (
    r"下载|打印(?:本页)?|全屏|收藏(?:本页)?|纠错|我要纠错|关闭(?:窗口)?|返回(?:顶部)?|加大|还原|减小"
    r"|微信|微博|QQ空间|朋友圈|分享[到至]?[:：]?"
)
_FURNITURE = re.compile(
    rf"(?:(?:{_BUTTON})[\s|｜]*)+|[大中小](?:\s+[大中小])*|[】【\]\[|·•]+|字[号体][:：]?"
    r"|【?字[号体][:：]?\s*[大中小\s]*】?|扫一扫.{0,20}"
    r"|(?:您|当前|现在|所在).{0,6}位置\s*[:：].{0,80}|首页\s*[>›»》].{0,80}"
    r"|[|<>\s]*(?:首页|上一页|下一页)[\s\d|<>首尾末上下页一]*|[\d\s]*下一页[\s>|]*"
    r"|(?:信息|文章)?来源\s*[:：].{0,20}|.{0,6}日报"
    r"|发布(?:时间|日期)\s*[:：]?\s*\d{4}.{0,60}(?:来源|字[体号]|打印|浏览).{0,40}"
    r"|(?:时间|日期)\s*[:：]?\s*\d{4}.{0,20}|发布(?:时间|日期).{0,24}|浏览次数.{0,12}"
    r"|\d{4}年\d{1,2}月\d{1,2}日\s*\d{1,2}[时:：]\d{1,2}.{0,6}"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?"
    r"|[（(【\[]?(?:(?:责任|网络)?编辑|责编|校对)\s*[:：].{0,20}|[0-9a-f]{32}[:：]?"
    r"|.*(?:www\.\w+|https?:)\S*\s.{0,60}来源.{0,12}|.{0,12}【\s*E-?mail推荐.*|(?:<!--|-->)"
    r"|第?\s*\d+\s*页(?:\s*共\s*\d+\s*页)?|[-—－]\s*\d+\s*[-—－]"
    r"|[▲▼△▽（(\s]*(?:下转|上接|紧接)\s*第?.{1,4}版.{0,6}"
)
_LONGEST_FURNITURE = 120
_BULLET = re.compile(r"[·•]|[0-9a-f]{32}[:：]?")
_CLOSERS = ("）", ")", "】", "]")
_TAIL = re.compile(
    r"(?:相关(?:报道|链接|附件|阅读|新闻|专题|稿件)|延伸阅读|打印本页|上一篇|下一篇)[:：>》\s]*"
)
_CAPTION = re.compile(r"(?=.{0,140}$).*(?:记者|通讯员).{0,24}[摄图]\s*[）)]?。?")
_JUMP = re.compile(r"[（(]\s*(?:下转|上接|紧接).{0,8}版.{0,6}[)）]")
_HEADING = re.compile(
    rf"(?:[{_NUMERAL}]+、|[（(][{_NUMERAL}]+[)）]|第[{_NUMERAL}]+[章节部编条]|附件|附录|名词解释"
    r"|\d{1,2}[.．、](?!\d))"
)
_ENDS = re.compile(r"[。！？!?；;：:…][”’」』）)】》\"]*$")
_PROSE = re.compile(r"[，。；、,;]")
_CLINGS = re.compile(r"[，。；：、！？）”’】》,;:!?)]")
_OPEN = ("的", "、", "，", "和", "与")
_PIECE = re.compile(r"[A-Za-z]{1,5}|\d+\.\d+")
_CELLS = " | "
_MONSTER = 3000
_INNER_HEADING = re.compile(
    rf"(?<=[。！？：!?])\s*(?=(?:[{_NUMERAL}]{{1,3}}、|[（(][{_NUMERAL}]{{1,3}}[)）]))"
    rf"|(?=各位代表[：！，])|(?<=各位代表[：！])|(?<=\d日电)(?=\S)|(?<=[摄])\s+"
)


class _Line(NamedTuple):
    """A line and the numbers of its pages, each with the offset at which it begins in the line."""

    text: str
    pages: tuple[tuple[int, int], ...] = ((0, 0),)

    def part(self, start: int, end: int) -> "_Line":
        """The slice without white space around it."""
        text = self.text[start:end]
        if len(self.pages) == 1:
            return _Line(text.strip(), self.pages)
        left = start + len(text) - len(text.lstrip())
        before = [page for at, page in self.pages if at <= left]
        inside = [(at - left, page) for at, page in self.pages if left < at < end]
        return _Line(text.strip(), ((0, before[-1]), *inside))


def clean(text: str, lines_are_paragraphs: bool = False) -> str:
    """The text to keep, one paragraph a line, no empty lines.

    >>> clean("下载\\n一、总体要求\\n坚持创新驱动、\\n绿色发展。\\n")
    '一、总体要求\\n坚持创新驱动、绿色发展。'
    """
    return clean_pages(text, (), lines_are_paragraphs)[0]


def clean_pages(
    text: str, pages: Sequence[int], lines_are_paragraphs: bool = False
) -> tuple[str, tuple[int, ...]]:
    """The text to keep and where each page begins in it; ``pages`` are the offsets in ``text``.

    A page of which nothing is kept begins where the next one does.

    >>> clean_pages("— 1 —\\n稳就业。\\n— 2 —\\n保民生。", (0, 11))
    ('稳就业。\\n保民生。', (0, 5))
    """
    lines = _lines(text, pages)
    lines = _without_furniture(lines)
    if any(len(line.text) >= _MONSTER for line in lines):
        lines = [part for line in lines for part in _split_monster(line)]
    lines = _without_captions(lines)
    if not lines_are_paragraphs:
        lines = _without_captions(_join_broken(lines))
    lines = _fold_copies(lines)
    return "\n".join(line.text for line in lines), _starts(lines, len(pages))


def _starts(lines: Sequence[_Line], count: int) -> tuple[int, ...]:
    """The offset of each page in the lines put together; a page never begins before another."""
    if not count:
        return ()
    found: list[int] = []
    at = 0
    for line in lines:
        for inside, page in line.pages:
            found += [at + inside] * (page + 1 - len(found))
        at += len(line.text) + 1
    return (*found, *[max(at - 1, 0)] * (count - len(found)))[:count]


def _lines(text: str, pages: Sequence[int]) -> list[_Line]:
    """Lines without markup remnants and control characters, white space squeezed, none empty."""
    if not pages:
        return [_Line(line) for line in map(str.strip, _tidy(text).split("\n")) if line]
    pieces: list[list[tuple[str, int]]] = [[]]
    for number, (start, end) in enumerate(pairwise((*pages, len(text)))):
        for at, piece in enumerate(_tidy(text[start:end]).split("\n")):
            if at:
                pieces.append([])
            pieces[-1].append((piece, number))
    return [line for line in map(_joined, pieces) if line.text]


def _joined(pieces: Sequence[tuple[str, int]]) -> _Line:
    """One line of pieces and their pages, empty pieces left out."""
    full = [(piece, page) for piece, page in pieces if piece]
    ends = [0]
    for piece, _ in full:
        ends.append(ends[-1] + len(piece))
    pages = tuple((at, page) for at, (_, page) in zip(ends, full, strict=False))
    return _Line("".join(piece for piece, _ in full), pages or ((0, 0),)).part(0, ends[-1])


def _tidy(text: str) -> str:
    text = _MARKUP.sub("\n", _BREAK.sub("\n", text))
    text = _ESCAPED.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), text)
    return _SPACE.sub(" ", _CONTROL.sub("", _JUMP.sub("", text)))


def _without_furniture(lines: Sequence[_Line]) -> list[_Line]:
    """Lines less what belongs to the web page: buttons, paths, sources, lists of links.

    All is cut from the headline of a list of links to the end where no prose follows it.
    """
    prose = _last_prose([line.text for line in lines])
    kept: list[_Line] = []
    links, before, dropped = False, "", False
    for at, line in enumerate(lines):
        if _TAIL.fullmatch(line.text):
            if at > prose:
                break
            links, dropped = True, True
        else:
            linked = links and _BULLET.fullmatch(before) is not None
            closed = dropped and line.text in _CLOSERS
            dropped = linked or _is_furniture(line.text) or closed
            links = links and dropped
        if not dropped:
            kept.append(line)
        before = line.text
    return kept


def _last_prose(lines: Sequence[str]) -> int:
    """Where the last prose stands below the first list of links, or -1.

    A page may repeat its opening below the links, as the teaser that a search engine shows.
    """
    first = next((at for at, line in enumerate(lines) if _TAIL.fullmatch(line)), len(lines))
    opening = "".join(lines[: min(first, 60)])[:4000].replace(" ", "")
    for at in range(len(lines) - 1, first, -1):
        line = lines[at].replace(" ", "")
        if len(line) > 80 or (len(line) >= 15 and line[-1] in "。；" and line not in opening):
            return at
    return -1


def _is_furniture(line: str) -> bool:
    return len(line) <= _LONGEST_FURNITURE and _FURNITURE.fullmatch(line) is not None


def _without_captions(lines: Iterable[_Line]) -> list[_Line]:
    return [line for line in lines if not _is_caption(line.text)]


def _is_caption(line: str) -> bool:
    return ("摄" in line or "图" in line) and _CAPTION.fullmatch(line) is not None


def _split_monster(line: _Line) -> list[_Line]:
    """A report on one line becomes lines, split where a heading or the address begins."""
    if len(line.text) < _MONSTER:
        return [line]
    cuts = [0, *(found.start() for found in _INNER_HEADING.finditer(line.text)), len(line.text)]
    return [part for start, end in pairwise(cuts) if (part := line.part(start, end)).text]


def _join_broken(lines: Iterable[_Line]) -> list[_Line]:
    """Joins lines that were broken inside a sentence."""
    joined: list[list[_Line]] = []
    open_, tail = False, ""
    for line in lines:
        if joined and _continues(line.text, open_):
            joined[-1].append(line)
            tail = (tail + line.text)[-20:]
            open_ = not _ENDS.search(tail)
        else:
            joined.append([line])
            tail = line.text[-20:]
            open_ = _is_fragment(line.text)
    return [pieces[0] if len(pieces) == 1 else _as_one(pieces) for pieces in joined]


def _continues(line: str, open_: bool) -> bool:
    """Whether a line belongs to the one before it, which may be ``open_``; a table's row never."""
    if not open_ and _CLINGS.match(line) is None:
        return False
    return _HEADING.match(line) is None and _CELLS not in line


def _as_one(lines: Sequence[_Line]) -> _Line:
    pages, at = [], 0
    for line in lines:
        pages += [(at + inside, page) for inside, page in line.pages]
        at += len(line.text)
    return _Line("".join(line.text for line in lines), tuple(pages))


def _is_fragment(line: str) -> bool:
    """Whether a line breaks off inside a sentence (headings and bylines do not)."""
    if _ENDS.search(line[-20:]) or _CELLS in line:
        return False
    broken = line.endswith(_OPEN) or line.count("“") > line.count("”")
    broken = broken or (line[0].isascii() and _PIECE.fullmatch(line) is not None)
    broken = broken or (
        len(line) >= 20 and _PROSE.search(line) is not None and "记者" not in line[-12:]
    )
    return broken and not (len(line) < 60 and _HEADING.match(line))


def _fold_copies(lines: list[_Line]) -> list[_Line]:
    """Keeps the first of repeated long paragraphs, and drops headings that only copies surround."""
    seen: set[str] = set()
    again, copy = [], []
    for line in lines:
        again.append(line.text in seen)
        copy.append(len(line.text) >= 40 and line.text in seen)
        seen.add(line.text)
    if not any(copy):
        return lines
    surrounded = _beside_copies([line.text for line in lines], copy)
    dropped = (c or (a and s) for c, a, s in zip(copy, again, surrounded, strict=True))
    return [line for line, drop in zip(lines, dropped, strict=True) if not drop]


def _beside_copies(lines: Sequence[str], copy: Sequence[bool]) -> list[bool]:
    """Of each short line, whether the next long paragraph is a copy: the one before, at the end."""
    long = [at for at, line in enumerate(lines) if len(line) >= 40]
    beside, following = [False] * len(lines), copy[long[-1]]
    for at in range(len(lines) - 1, -1, -1):
        if len(lines[at]) >= 40:
            following = copy[at]
        else:
            beside[at] = following
    return beside
