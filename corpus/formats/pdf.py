"""PDF: the text layer, page by page; a page that is a picture is read by OCR where it is there."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.layout import Page, Run, plain, runs
from corpus.formats.magic import refuse_other
from corpus.formats.ocr import INSTALL, Reader, reader
from corpus.formats.paragraphs import text_of
from corpus.formats.types import Format, Raw

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
    from pypdfium2.raw import FS_RECTF

_MOST_PAGES = 5000
_FEWEST_SIGNS = 8
_MOST_UNKNOWN = 0.3
_BLANK = Page((), 1.0)


def read_pdf(path: Path, ocr: Callable[[], Reader | None] = reader) -> Raw:
    """The text and its pages; ``ocr`` gives what reads pictures, or None. ``UnreadableFile``."""
    refuse_other(path, b"%PDF", "PDF")
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(str(path))
    except pdfium.PdfiumError as error:
        reason = "已加密，要密码才能打开" if "password" in str(error).lower() else "已损坏，打不开"
        raise UnreadableFile(f"{path.name} {reason}；请另存为不加密的 PDF。") from None
    with closing(document):
        if len(document) > _MOST_PAGES:
            raise UnreadableFile(f"{path.name} 超过 {_MOST_PAGES} 页，未读取；请分成几个文件。")
        return _document(document, path.name, ocr)


def _document(document: "PdfDocument", name: str, ocr: Callable[[], Reader | None]) -> Raw:
    """The text of all pages; the pages that could not be read are told."""
    pages, pictures, damaged = [], [], []
    read: Reader | None = None
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except RuntimeError:
            damaged.append(number)
            pages.append(_BLANK)
            continue
        with closing(page):
            found = _text_layer(page)
            if found is None:
                pictures.append(number)
                read = read or ocr()
                found = read(page) if read else _BLANK
            pages.append(found)
    text, starts = text_of(pages)
    missing = pictures if read is None else []
    if not text.strip() and missing:
        raise UnreadableFile(f"{name} 是扫描件，没有文字层；要识别图片里的字，请先运行 {INSTALL}。")
    return Raw(text, True, warnings=tuple(_told(missing, pictures, damaged)), pages=starts)


def _told(missing: list[int], pictures: list[int], damaged: list[int]) -> Iterator[str]:
    if missing:
        yield f"第 {_listed(missing)} 页是图片，没有读；要识别图片里的字，请先运行 {INSTALL}"
    elif pictures:
        yield f"第 {_listed(pictures)} 页是图片，文字由 OCR 识别，可能有错"
    if damaged:
        yield f"第 {_listed(damaged)} 页已损坏，没有读"


def _listed(pages: list[int]) -> str:
    return "、".join(map(str, pages[:10])) + "等" * (len(pages) > 10)


def _text_layer(page: "PdfPage") -> Page | None:
    """The runs of a page; None where it is a picture, or its fonts do not say what they show."""
    with closing(page.get_textpage()) as text:
        signs = list(_signs(text))
    unknown = sum(_is_unknown(sign.text) for sign, _ in signs)
    unreadable = len(signs) < _FEWEST_SIGNS or unknown > _MOST_UNKNOWN * len(signs)
    if unreadable and (signs[_FEWEST_SIGNS:] or _has_picture(page)):
        return None
    if not signs:
        return _BLANK
    [(angle, _)] = Counter(angle for _, angle in signs).most_common(1)
    left, bottom, right, top = page.get_mediabox()
    upright = (_turned(sign, angle) for sign, turn in signs if turn == angle)
    edges = _turned(Run("", left, right, -top, -bottom, 0.0), angle)
    moved = (_moved(run, edges.top) for run in runs(upright))
    return Page(tuple(moved), edges.bottom - edges.top)


def _signs(text: "PdfTextPage") -> Iterator[tuple[Run, int]]:
    """Each sign that is printed, and by how many degrees it is turned (a multiple of 90, or -1)."""
    import pypdfium2.raw as c

    box = c.FS_RECTF()
    high = ""
    for at in range(text.count_chars()):
        char = chr(c.FPDFText_GetUnicode(text, at))
        if "\ud800" <= char <= "\udbff":
            high = char
            continue
        if c.FPDFText_IsGenerated(text, at) == 1 or char.isspace() or char < " ":
            continue
        c.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        char = (high + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        high = ""
        degrees = math.degrees(c.FPDFText_GetCharAngle(text, at)) % 360
        turn = round(degrees / 90) * 90
        angle = turn % 360 if abs(degrees - turn) < 5 else -1
        yield Run(plain(char), box.left, box.right, -box.top, -box.bottom, _size(char, box)), angle


def _size(char: str, box: "FS_RECTF") -> float:
    """The size of the type: a Chinese character is as wide as it is high."""
    width, height = abs(box.right - box.left), abs(box.top - box.bottom)
    return float(max(width if "\u2e80" <= char <= "\u9fff" else 0.0, 0.0) or height)


def _turned(run: Run, angle: int) -> Run:
    """A run of text that is printed sideways or on its head, upright; angles count clockwise."""
    left, right, top, bottom = run.left, run.right, run.top, run.bottom
    if angle == 270:
        left, right, top, bottom = -bottom, -top, left, right
    elif angle == 180:
        left, right, top, bottom = -right, -left, -bottom, -top
    elif angle == 90:
        left, right, top, bottom = top, bottom, -right, -left
    return Run(run.text, left, right, top, bottom, run.size)


def _moved(run: Run, up: float) -> Run:
    return replace(run, top=run.top - up, bottom=run.bottom - up)


def _is_unknown(char: str) -> bool:
    """Whether a font did not say which character this is."""
    return unicodedata.category(char[0]) in ("Co", "Cn", "Cc", "Cs") or char == "\ufffd"


def _has_picture(page: "PdfPage") -> bool:
    import pypdfium2.raw as c

    return next(page.get_objects(filter=(c.FPDF_PAGEOBJ_IMAGE,)), None) is not None


PDF = Format("PDF", (".pdf",), read_pdf)
