"""Saved web pages: the text of the page from its heading to its last paragraph, none left out."""

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.magic import refuse_binary, refuse_nested
from corpus.formats.package import BROKEN
from corpus.formats.rows import Cell, repeated, row_lines
from corpus.formats.text import decode
from corpus.formats.types import Format, Raw

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_ENCODINGS = {
    "utf-8": "utf-8", "utf8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030",
    "gb18030": "gb18030", "big5": "big5", "big5-hkscs": "big5hkscs",
}  # fmt: skip
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div"),
    *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
    *("h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre"),
    *("section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"),
}
_NOT_SHOWN = {
    *("script", "style", "noscript", "template", "head", "select", "button", "textarea", "svg"),
    *("iframe", "object", "audio", "video", "canvas", "datalist", "rt", "rp"),
}
_HEADINGS = {"h1", "h2", "h3"}
_HAN_BREAK = re.compile(r"(?<=[⺀-鿿、-〿！-～])[ \t]*[\r\n]\s*(?=[⺀-鿿、-〿！-～])")
_LONGEST_FOR_MAIN = 1_000_000
_MOST_TAGS_FOR_MAIN = 30_000
_LEAST_PROSE = 40
_LEAST_SURE = 12
_FARTHEST_HEADING = 12
_LONGEST_CELL = 300
_LARGEST_SPAN = 200
_FOOT = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|主办单位|承办单位|技术支持|建议使用.{0,20}浏览器"
)


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or heading of the page, with how many of its characters are links."""

    text: str
    tag: str
    linked: int

    @property
    def is_prose(self) -> bool:
        """Whether this is a sentence of a text rather than of the page around it."""
        long = len(self.text) >= _LEAST_PROSE and re.search("[。；，]", self.text) is not None
        return long and self.linked * 2 < len(self.text) and not _FOOT.search(self.text)

    @property
    def is_link(self) -> bool:
        """Whether this is a link and nothing else."""
        return len(self.text) < _LEAST_PROSE and self.linked >= 0.8 * len(self.text)


def page_text(data: bytes, charset: str = "") -> str:
    """The text of a page, a line a paragraph; ``charset`` is what the transport told, if anything.

    Raises ``ValueError`` where the encoding is not found.
    """
    text = _decoded(data, charset)
    if "\x00" in text:
        raise ValueError("binary content")
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return ""
    blocks = list(_blocks(root))
    return "\n".join(block.text for block in _of_text(blocks, _main(text)))


def _decoded(data: bytes, charset: str) -> str:
    found = _DECLARED.search(data[:4096])
    for name in (charset, found[1].decode("ascii") if found else ""):
        encoding = _ENCODINGS.get(name.lower())
        if encoding:
            try:
                return data.decode(encoding).lstrip("\ufeff")
            except UnicodeDecodeError:
                continue
    return decode(data)[0]


def _main(text: str) -> str:
    """What trafilatura takes for the text of the page, without white space."""
    if len(text) > _LONGEST_FOR_MAIN or text.count("<") > _MOST_TAGS_FOR_MAIN:
        return ""
    from trafilatura import extract

    found = extract(text, favor_recall=True, include_comments=False, include_tables=True)
    return re.sub(r"\s", "", found or "")


def _of_text(blocks: Sequence[_Block], main: str) -> Iterator[_Block]:
    """The blocks from the heading to the last one of the text, and prose wherever it stands.

    Lists of links go, though not a single link.
    """
    sure = [
        at
        for at, block in enumerate(blocks)
        if len(block.text) >= _LEAST_SURE and re.sub(r"\s", "", block.text) in main
    ]
    prose = [at for at, block in enumerate(blocks) if block.is_prose]
    ends = sure or prose or range(len(blocks))
    first, last = (min(ends), max(ends)) if blocks else (0, 0)
    first = _with_heading(blocks, first)
    for at, block in enumerate(blocks):
        inside = first <= at <= last and not _is_in_list(blocks, at)
        if inside or block.is_prose:
            yield block


def _with_heading(blocks: Sequence[_Block], first: int) -> int:
    """The place of the heading not far above the text, else that of the text."""
    for at in range(max(first - _FARTHEST_HEADING, 0), first):
        if blocks[at].tag in _HEADINGS and not blocks[at].linked:
            return at
    return first


def _is_in_list(blocks: Sequence[_Block], at: int) -> bool:
    """Whether a block is one of three links in a row."""
    windows = (blocks[max(start, 0) : start + 3] for start in range(at - 2, at + 1))
    return any(len(near) == 3 and all(block.is_link for block in near) for near in windows)


def _blocks(root: "HtmlElement") -> Iterator[_Block]:
    """The blocks in the order of the page; tables of data as rows."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    pieces: list[tuple[str, bool]] = []
    tag, links = "", 0
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if name in _BLOCKS:
                yield from _block(pieces, tag)
                pieces, tag = [], name
            links += name == "a"
            is_data = name == "table" and _is_data(element)
            if is_data:
                rows = row_lines(_cells(element), _heads(element))
                yield from (_Block(line, "tr", 0) for line in rows)
            if is_data or not name or name in _NOT_SHOWN:
                walk.skip_subtree()
            elif element.text:
                pieces.append((element.text, links > 0))
        else:
            links -= name == "a"
            if name in _BLOCKS:
                yield from _block(pieces, tag)
                pieces, tag = [], ""
            if element.tail:
                pieces.append((element.tail, links > 0))
    yield from _block(pieces, tag)


def _block(pieces: Sequence[tuple[str, bool]], tag: str) -> Iterator[_Block]:
    text = _flat("".join(piece for piece, _ in pieces))
    if text:
        yield _Block(text, tag, sum(len(_flat(piece)) for piece, linked in pieces if linked))


def _flat(text: str) -> str:
    """Text as a page shows it: white space squeezed, none where a line of Chinese was broken."""
    return " ".join(_HAN_BREAK.sub("", text).split())


def _is_data(table: "HtmlElement") -> bool:
    """Whether a table holds data and does not lay out the page."""
    if table.find(".//table") is not None:
        return False
    rows = [row.xpath("./td|./th") for row in table.iter("tr")]
    short = all(len(_cell_text(cell)) <= _LONGEST_CELL for row in rows for cell in row)
    return sum(len(row) > 1 for row in rows) > 1 and short


def _heads(table: "HtmlElement") -> int:
    """The number of rows at the top that are nothing but heads."""
    rows = (row.xpath("./td|./th") for row in table.iter("tr"))
    return sum(1 for _ in takewhile(lambda row: row and all(c.tag == "th" for c in row), rows))


def _cells(table: "HtmlElement") -> list[list[Cell]]:
    """The cells row by row; one that covers several rows stands in each."""
    rows: list[list[Cell]] = []
    held: dict[int, Cell] = {}
    for row in table.iter("tr"):
        waiting = row.xpath("./td|./th")
        cells: list[Cell] = []
        below: dict[int, Cell] = {}
        column = 0
        while waiting or column in held:
            cell = held.pop(column, None) or _cell(waiting.pop(0), column)
            if cell.rows > 1:
                below[column] = replace(cell, text=repeated(cell.text), rows=cell.rows - 1)
            cells.append(cell)
            column += cell.columns
        held = below
        rows.append(cells)
    return rows


def _cell(element: "HtmlElement", column: int) -> Cell:
    columns, rows = (_span(element, name) for name in ("colspan", "rowspan"))
    return Cell(_cell_text(element), column, columns, rows)


def _cell_text(element: "HtmlElement") -> str:
    return _flat("".join(element.itertext()))


def _span(element: "HtmlElement", name: str) -> int:
    text = str(element.get(name, "1"))
    return int(text) if text.isdecimal() and 0 < int(text[:6]) <= _LARGEST_SPAN else 1


def _read(path: Path) -> Raw:
    data = path.read_bytes()
    refuse_binary(path, data)
    return Raw(_page(path, data, ""))


def _page(path: Path, data: bytes, charset: str) -> str:
    try:
        return page_text(data, charset)
    except ValueError:
        raise UnreadableFile(f"{path.name} 不是可识别的网页，编码认不出来。") from None


def _read_archive(path: Path) -> Raw:
    """A page saved with its pictures in one file (MHTML): its first part that is a page."""
    data = path.read_bytes()
    refuse_binary(path, data)
    refuse_nested(path, data)
    try:
        found = _first_page(email.message_from_bytes(data, policy=email.policy.compat32))
    except BROKEN:
        found = None
    if found is None:
        raise UnreadableFile(f"{path.name} 里没有网页，不是 .mht 文件，或者已损坏。")
    return Raw(_page(path, *found))


def _first_page(message: Message) -> tuple[bytes, str] | None:
    """The bytes and the encoding of the first part that is a page."""
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b"", part.get_content_charset() or ""
    return None


HTML = Format("网页", (".html", ".htm", ".xhtml"), _read)
MHT = Format("网页归档", (".mht", ".mhtml"), _read_archive)
