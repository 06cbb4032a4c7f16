"""From the pages of a printed document to its paragraphs: heads and feet out, lines joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from corpus.formats.layout import Line, Page, Run, lines, rows

_NUMBER = re.compile(
    r"[-—–―·•~\s]*(?:第\s*)?(?:\d{1,4}|[ivxlIVXL]{1,6})(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―·•~\s]*"
)
_HEADING = re.compile(
    r"[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十百]+[章节部编条]"
    r"|\d{1,2}[.．、](?!\d)"
)
_ENDS = re.compile(r"[。！？!?；;：:…][”’」』）)】》\"]*$")
_OPEN = ("，", "、", "（", "《", "“", "的", "和", "与", "及")
_KEPT_TOGETHER = re.compile(r"[“‘（《〈「『〔]*(?:[!-~]+|.)[，。、；：！？”’）》〉」』〕]*")
_ZONE = 0.15
_LONGEST_HEAD = 120
_CELLS = 3
_NOTE = 0.88
_INDENT = 0.8
_SHORT = 2.0


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making: its pieces with their pages, its first and its last line."""

    pieces: list[tuple[str, int]] = field(default_factory=list)
    first: Line | None = None
    last: Line | None = None

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)


def text_of(pages: Sequence[Page]) -> tuple[str, tuple[int, ...]]:
    """The text, one paragraph a line, and the offset at which each page begins."""
    paragraphs = _paragraphs(_same_edges([lines(runs) for runs in _without_heads(pages)]))
    starts: list[int] = []
    at = 0
    for paragraph in paragraphs:
        for piece, page in paragraph.pieces:
            starts += [at] * (page + 1 - len(starts))
            at += len(piece)
        at += 1
    starts += [max(at - 1, 0)] * (len(pages) - len(starts))
    return "\n".join(paragraph.text for paragraph in paragraphs), tuple(starts)


def _same_edges(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Pages of one column with the edges of the others, so that one with few lines has them too."""
    single = [len({(line.left, line.right) for line in page}) == 1 for page in pages]
    long = [page[0] for page, one in zip(pages, single, strict=True) if one and len(page) > 4]
    if not long:
        return list(pages)
    left, right = median(line.left for line in long), median(line.right for line in long)
    return [
        [replace(o, left=min(o.left, left), right=max(o.right, right)) for o in page]
        if one
        else page
        for page, one in zip(pages, single, strict=True)
    ]


def _without_heads(pages: Sequence[Page]) -> list[list[Run]]:
    """The runs of each page less running heads and feet and page numbers.

    A running head is an outer row that recurs at the same height; a row that ends a sentence
    is none.
    """
    outer = [_outer(page) for page in pages]
    keys = Counter(key for page in outer for key in {_key(row) for row in page})
    least = 2 if len(pages) < 4 else max(3, len(pages) // 5)
    kept = []
    for page, edge in zip(pages, outer, strict=True):
        gone = {
            id(run)
            for row in edge
            if _is_number(row, page) or (_recurs(row, keys, least) and _is_outside(row, page))
            for run in row
        }
        kept.append([run for run in page.runs if id(run) not in gone])
    return kept


def _outer(page: Page) -> list[list[Run]]:
    """The two uppermost and the two lowest rows."""
    found = rows(page.runs)
    return found if len(found) < 4 else [*found[:2], *found[-2:]]


def _text(row: Sequence[Run]) -> str:
    return " ".join(run.text for run in row)


def _key(row: Sequence[Run]) -> tuple[str, int]:
    """The text of a row without its figures, and about where it stands."""
    return re.sub(r"\d+", "#", _text(row)), round(row[0].middle / max(row[0].size, 1e-6))


def _recurs(row: Sequence[Run], keys: Counter[tuple[str, int]], least: int) -> bool:
    text, at = _key(row)
    if len(text) > _LONGEST_HEAD or _ENDS.search(text) or len(row) >= _CELLS:
        return False
    return sum(keys[text, near] for near in (at - 1, at, at + 1)) >= least


def _is_number(row: Sequence[Run], page: Page) -> bool:
    return _is_outside(row, page) and _NUMBER.fullmatch(_text(row)) is not None


def _is_outside(row: Sequence[Run], page: Page) -> bool:
    at = row[0].middle / max(page.height, 1e-6)
    return at < _ZONE or at > 1 - _ZONE


def _paragraphs(pages: Sequence[list[Line]]) -> list[_Paragraph]:
    """Lines joined, over columns and pages too; a footnote stands before the paragraph that
    goes on below it, else in its place."""
    done: list[_Paragraph] = []
    open_ = _Paragraph()
    for number, (body, notes) in enumerate(_with_notes(pages)):
        pitch = _pitch(body)
        is_list = _is_list(body)
        for line in body:
            if open_.last is not None and _goes_on(open_, line, pitch, is_list):
                _add(open_, line, number)
            else:
                done.append(open_)
                open_ = _Paragraph([(line.run.text, number)], line, line)
        if notes:
            goes_on = open_.last is not None and not _is_short(open_.last, "")
            done += [*_alone(notes, number)] if goes_on else [open_, *_alone(notes, number)]
            open_ = open_ if goes_on else _Paragraph()
    return [paragraph for paragraph in (*done, open_) if paragraph.pieces]


def _alone(notes: list[Line], number: int) -> list[_Paragraph]:
    """The paragraphs of footnotes; each begins with a mark."""
    found: list[_Paragraph] = []
    for line in notes:
        if found and not re.match(r"[①-⑳\d\[［*〔(（]", line.run.text):
            _add(found[-1], line, number)
        else:
            found.append(_Paragraph([(line.run.text, number)], line, line))
    return found


def _add(paragraph: _Paragraph, line: Line, page: int) -> None:
    before = paragraph.pieces[-1][0]
    letters = before[-1:].isascii() and line.run.text[:1].isascii()
    words = letters and (before[-1:].isalpha() or line.run.text[:1].isalpha())
    paragraph.pieces.append((" " * words + line.run.text, page))
    paragraph.last = line


def _with_notes(pages: Sequence[list[Line]]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Each page's lines, and the lines in small type at its foot."""
    sizes = [line.run.size for page in pages for line in page for _ in range(len(line.run.text))]
    body = median(sizes) if sizes else 0.0
    for page in pages:
        at = len(page)
        while at and page[at - 1].run.size < _NOTE * body and not page[at - 1].is_row:
            at -= 1
        small = at < len(page) and re.match(r"[①-⑳\d\[［*〔(（]", page[at].run.text)
        yield (page[:at], page[at:]) if small and at else (page, [])


def _pitch(body: Sequence[Line]) -> float:
    """The usual distance from one line of a page to the next."""
    steps = [b.run.middle - a.run.middle for a, b in pairwise(body)]
    return median([step for step in steps if step > 0] or [0.0])


def _is_list(body: Sequence[Line]) -> bool:
    """Whether nearly every line of a page ends a sentence, so that each is a paragraph."""
    ended = sum(_ENDS.search(line.run.text) is not None for line in body)
    return len(body) > 3 and ended > 0.7 * len(body)


def _goes_on(paragraph: _Paragraph, line: Line, pitch: float, is_list: bool) -> bool:
    """Whether a line continues a paragraph: by indent, by length of the last line, by distance."""
    first, last = paragraph.first, paragraph.last
    if first is None or last is None or _is_apart(last, line):
        return False
    ended = _ENDS.search(last.run.text) is not None
    short = _is_short(last, line.run.text)
    if _is_indented(line):
        return not (ended or short or _is_indented(first))
    if (ended or short) and _HEADING.match(line.run.text):
        return False
    if short:
        return last.run.text.endswith(_OPEN)
    distance = line.run.middle - last.run.middle
    return not (ended and (is_list or (pitch and distance > 1.45 * pitch)))


def _is_apart(last: Line, line: Line) -> bool:
    """Whether two lines belong to no one paragraph by what they are."""
    size, other = last.run.size, line.run.size
    return last.is_row or line.is_row or abs(size - other) > 0.15 * max(size, other)


def _is_indented(line: Line) -> bool:
    return line.run.left > line.left + _INDENT * line.run.size


def _is_short(line: Line, following: str) -> bool:
    """Whether a line ends before the edge though what follows, as far as it is kept together,
    would have had its place there."""
    room = (line.right - line.run.right) / max(line.run.size, 1e-6)
    token = _KEPT_TOGETHER.match(following)
    needed = sum(0.62 if char.isascii() else 1.0 for char in token[0]) if token else 0.0
    return room > max(_SHORT, needed + 1.0)
