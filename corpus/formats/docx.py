"""Word files: paragraphs and tables in the order in which they stand."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.types import Format, Raw

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0"
_LARGEST = 200 * 1024 * 1024
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_SHOWN = {
    f"{_WORD}{tag}" for tag in ("pPr", "rPr", "del", "moveFrom", "txbxContent", "instrText", "rt")
}
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def _read(path: Path) -> Raw:
    _refuse_what_is_no_docx(path)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    broken = (
        *(PackageNotFoundError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
        *(KeyError, ValueError, SyntaxError, AttributeError, RuntimeError),
    )
    try:
        body = Document(str(path)).element.body
    except broken:
        body = None
    if body is None:
        raise UnreadableFile(f"{path.name} 已损坏，Word 内容读不出来。")
    return Raw("\n".join(_lines(body)), lines_are_paragraphs=True)


def _lines(blocks: "_Element") -> Iterator[str]:
    """A line a paragraph, a line a table row; what stands in a content control is read too."""
    for block in blocks:
        if block.tag == f"{_WORD}p":
            yield _text(block)
        elif block.tag == f"{_WORD}tbl":
            yield from _rows(block)
        elif block.tag in (f"{_WORD}sdt", f"{_WORD}sdtContent", f"{_WORD}ins"):
            yield from _lines(block)


def _text(element: "_Element") -> str:
    """The text as it is shown: with what was inserted, without what was deleted."""
    pieces = []
    for child in element:
        if child.tag == f"{_WORD}t":
            pieces.append(child.text or "")
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        elif child.tag not in _NOT_SHOWN and isinstance(child.tag, str):
            pieces.append(_text(child))
    return "".join(pieces)


def _rows(table: "_Element") -> Iterator[str]:
    """The cells of each row between bars; a cell merged downwards stands in every row it covers."""
    above: dict[int, str] = {}
    for row in table.iterchildren(f"{_WORD}tr"):
        cells, column = [], 0
        for cell in row.iterchildren(f"{_WORD}tc"):
            text = " ".join(" ".join(_lines(cell)).split())
            if _setting(cell, "vMerge", "restart") == "continue":
                text = above.get(column, "")
            above[column] = text
            cells.append(text)
            column += int(_setting(cell, "gridSpan", "1"))
        if any(cells):
            yield " | ".join(cells).strip()


def _setting(cell: "_Element", name: str, absent: str) -> str:
    """The value of a property of a cell; one that is there without a value is ``continue``."""
    found = cell.find(f"{_WORD}tcPr/{_WORD}{name}")
    return absent if found is None else found.get(f"{_WORD}val", "continue")


def _refuse_what_is_no_docx(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(4)
    if head == _OLE:
        raise UnreadableFile(f"{path.name} 已加密，或是旧版 .doc；请另存为不加密的 .docx。")
    if not zipfile.is_zipfile(path):
        raise UnreadableFile(f"{path.name} 不是 Word 文件（.docx），或者已损坏。")
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except zipfile.BadZipFile:
        raise UnreadableFile(f"{path.name} 已损坏，压缩包打不开。") from None
    if size > _LARGEST:
        raise UnreadableFile(f"{path.name} 解压后超过 200 MB，未读取。")


DOCX = Format("Word", (".docx",), _read)
