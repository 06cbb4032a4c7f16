"""OFD, the layout format of Chinese offices (GB/T 33190): text read where it stands on the page."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.layout import Page, Run, plain, runs
from corpus.formats.package import Package, attribute, child, local, opened
from corpus.formats.paragraphs import text_of
from corpus.formats.types import Format, Raw

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_PAGES = 5000
_A4 = (0.0, 0.0, 210.0, 297.0)
_JOINED = 1.2
"""In parts of the size: signs of one string that lie no further apart have no space between them,
for some programs set digits as far apart as characters."""
_SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DELTA = re.compile(r"g\s+(\d{1,6})\s+(\S+)|(\S+)")


def _read(path: Path) -> Raw:
    with opened(path, "OFD 文件") as package:
        if "OFD.xml" not in package.parts:
            raise UnreadableFile(f"{path.name} 已损坏，或不是 OFD 文件。")
        pages = [page for root in _documents(package) for page in _pages(package, root)]
    if len(pages) > _MOST_PAGES:
        raise UnreadableFile(f"{path.name} 超过 {_MOST_PAGES} 页，未读取；请分成几个文件。")
    text, starts = text_of(pages)
    if pages and not text.strip():
        raise UnreadableFile(f"{path.name} 里没有文字，可能是扫描件；请转成 PDF 再读。")
    return Raw(text, True, pages=starts)


def _documents(package: Package) -> Iterator[str]:
    """The paths of the documents in the package, usually one."""
    for element in package.xml("OFD.xml").iter("{*}DocRoot"):
        yield _path("", element.text or "")


def _pages(package: Package, document: str) -> Iterator[Page]:
    """The pages in their order."""
    root = package.xml(document)
    usual = _box(child(root, "CommonData", "PageArea", "PhysicalBox"), _A4)
    listed = child(root, "Pages")
    for element in () if listed is None else listed:
        page = package.xml(_path(posixpath.dirname(document), attribute(element, "BaseLoc")))
        box = _box(child(page, "Area", "PhysicalBox"), usual)
        signs = (sign for item in page.iter("{*}TextObject") for sign in _signs(item))
        yield Page(tuple(runs(signs)), box[3])


def _path(folder: str, place: str) -> str:
    """A part by its place, which is below ``folder`` or, with a slash before it, at the top."""
    place = place.strip().replace("\\", "/")
    joined = place if place.startswith("/") else posixpath.join(folder, place)
    return posixpath.normpath(joined).lstrip("/")


def _signs(item: "_Element") -> Iterator[Run]:
    """The signs of a text object, each where it stands on the page, in millimetres."""
    left, top, _, tall = _box(item, (0.0, 0.0, 0.0, 0.0), "Boundary")
    a, b, c, d, e, f = (
        (*_floats(attribute(item, "CTM")), *_SAME)[:6] if attribute(item, "CTM") else _SAME
    )
    size = _number(attribute(item, "Size") or attribute(item, "size"), tall or 3.5)
    wide = _number(attribute(item, "HScale"), 1.0)
    height = size * max(abs(d), abs(c), 0.01)
    x = y = 0.0
    for code in item:
        if local(code) != "TextCode":
            continue
        x, y = _number(attribute(code, "X"), x), _number(attribute(code, "Y"), y)
        text = code.text or ""
        across = _deltas(attribute(code, "DeltaX"), len(text))
        down = _deltas(attribute(code, "DeltaY"), len(text))
        at_x, at_y = x, y
        for number, char in enumerate(text):
            width = size * wide * (0.5 if char.isascii() else 1.0)
            step = across[number] if number < len(across) else 0.0 if down else width
            if step < _JOINED * size and not text[number + 1 : number + 2].isspace():
                width = max(width, step)
            px, py = left + a * at_x + c * at_y + e, top + b * at_x + d * at_y + f
            if not char.isspace():
                right = px + width * max(abs(a), abs(b), 0.01)
                yield Run(plain(char), px, right, py - 0.85 * height, py + 0.15 * height, height)
            at_x += step
            at_y += down[number] if number < len(down) else 0.0


def _deltas(text: str, most: int) -> list[float]:
    """Distances from sign to sign; ``g 3 4.2`` stands for three times 4.2."""
    found: list[float] = []
    for times, repeated, single in _DELTA.findall(text):
        found += [_number(repeated or single, 0.0)] * min(int(times or 1), most)
        if len(found) >= most:
            break
    return found


def _box(
    element: "_Element | None", absent: tuple[float, float, float, float], name: str = ""
) -> tuple[float, float, float, float]:
    """Four numbers, of an element's text or of one of its attributes."""
    text = "" if element is None else attribute(element, name) if name else element.text or ""
    numbers = _floats(text)
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else absent


def _floats(text: str) -> list[float]:
    return [_number(piece, 0.0) for piece in text.split()[:6]]


def _number(text: str, absent: float) -> float:
    try:
        number = float(text)
    except ValueError:
        return absent
    return number if abs(number) < 1e6 else absent


OFD = Format("OFD", (".ofd",), _read)
