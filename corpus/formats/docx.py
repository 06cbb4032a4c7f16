"""Word files as they are printed: paragraphs with their numbers, tables, notes, text boxes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.magic import head
from corpus.formats.numbering import Numbering, numbering
from corpus.formats.package import Package, attribute, child, local, opened
from corpus.formats.rows import Cell, repeated, row_lines
from corpus.formats.types import Format, Raw

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0"
_CONTAINERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}
_NOT_SHOWN = {"pPr", "rPr", "sdtPr", "del", "moveFrom", "instrText", "delText", "rt", "binData"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MARK = "［{}］"


@dataclass(slots=True)
class _Word:
    """What is needed to print a document, and what has been printed so far.

    ``notes`` are the notes of a kind by their id; ``marks`` counts all marks; ``waiting`` are the
    text boxes and footnotes of the paragraph at hand, ``at_end`` the endnotes.
    """

    numbers: Numbering
    notes: Mapping[str, Mapping[str, "_Element"]]
    marks: int = 0
    waiting: list[tuple[str, "_Element"]] = field(default_factory=list)
    at_end: list[tuple[str, "_Element"]] = field(default_factory=list)

    def lines(self, blocks: "_Element") -> Iterator[str]:
        """A line a paragraph or row of a table; footnotes and text boxes follow the paragraph."""
        before = ""
        for block in blocks:
            name = local(block)
            if name == "p":
                before += self.paragraph(block)
                if child(block, "pPr", "rPr", "del") is None:
                    yield before
                    before = ""
                    yield from self.waited()
            elif name == "tbl":
                yield from self.table(block)
            elif name in _CONTAINERS:
                yield from self.lines(block)
        if before:
            yield before
        yield from self.waited()

    def waited(self) -> Iterator[str]:
        """The lines of what hangs on the paragraph just printed."""
        waiting, self.waiting = self.waiting, []
        for mark, element in waiting:
            yield from self.note(mark, element) if mark else self.lines(element)

    def note(self, mark: str, element: "_Element") -> Iterator[str]:
        """The lines of a note, the first with its mark."""
        first, *more = [line for line in self.lines(element) if line.strip()] or [""]
        yield mark + first.lstrip()
        yield from more

    def paragraph(self, element: "_Element") -> str:
        """The text of a paragraph, with its number if it has any text."""
        text = self.text(element)
        return self.numbers.prefix(element) + text if text.strip() else text

    def text(self, element: "_Element") -> str:
        """The text as it is shown: with what was inserted, without what was deleted or hidden."""
        pieces = []
        for inner in element:
            name = local(inner)
            if name == "t":
                pieces.append(inner.text or "")
            elif name in _SIGNS:
                pieces.append(_SIGNS[name])
            elif name in ("footnoteReference", "endnoteReference"):
                pieces.append(self.mark(name.removesuffix("Reference"), attribute(inner, "id")))
            elif name == "txbxContent":
                self.waiting.append(("", inner))
            elif name == "AlternateContent":
                shown = child(inner, "Choice")
                shown = child(inner, "Fallback") if shown is None else shown
                pieces.append("" if shown is None else self.text(shown))
            elif name and name not in _NOT_SHOWN and not _is_hidden(inner):
                pieces.append(self.text(inner))
        return "".join(pieces)

    def mark(self, kind: str, name: str) -> str:
        """The mark of a note; the note itself is printed later."""
        note = self.notes.get(kind, {}).get(name)
        if note is None:
            return ""
        self.marks += 1
        mark = _MARK.format(self.marks)
        (self.waiting if kind == "footnote" else self.at_end).append((mark, note))
        return mark

    def table(self, element: "_Element") -> Iterator[str]:
        """The rows with the names of their columns; a table of one column is paragraphs."""
        found = [row for row in _inside(element, "tr") if child(row, "trPr", "del") is None]
        if all(len(list(_inside(row, "tc"))) == 1 for row in found):
            for row in found:
                for cell in _inside(row, "tc"):
                    yield from self.lines(cell)
            return
        header = sum(child(row, "trPr", "tblHeader") is not None for row in found)
        yield from row_lines(self.cells(found), header)

    def cells(self, found: "list[_Element]") -> list[list[Cell]]:
        """The cells row by row; one merged downwards stands in every row that it covers."""
        rows: list[list[Cell]] = []
        above: dict[int, tuple[int, int]] = {}
        for row in found:
            cells: list[Cell] = []
            column = 0
            for element in _inside(row, "tc"):
                text = " ".join(" ".join(self.lines(element)).split())
                width = _columns(element)
                goes_on = _merged(element) == "continue" and column in above
                if goes_on:
                    at, place = above[column]
                    first = rows[at][place]
                    text = repeated(first.text)
                    rows[at][place] = replace(first, rows=first.rows + 1)
                else:
                    above[column] = len(rows), len(cells)
                cells.append(Cell(text, column, width))
                column += width
            rows.append(cells)
        return rows


def _read(path: Path) -> Raw:
    if head(path).startswith(_OLE):
        raise UnreadableFile(f"{path.name} 已加密，或是旧版 .doc；请另存为不加密的 .docx。")
    with opened(path, "Word 文件（.docx）") as package:
        main = _main_part(package)
        body = child(package.xml(main), "body")
        if body is None:
            raise UnreadableFile(f"{path.name} 已损坏，Word 内容读不出来。")
        word = _word(package, main.rpartition("/")[0])
        lines = list(word.lines(body))
    ends, word.at_end = word.at_end, []
    lines += [line for mark, element in ends for line in word.note(mark, element)]
    return Raw("\n".join(lines), lines_are_paragraphs=True)


def _main_part(package: Package) -> str:
    """The part that holds the text, as the package says; the usual one where it does not."""
    if "_rels/.rels" in package.parts:
        for link in package.xml("_rels/.rels"):
            if attribute(link, "Type").endswith("/officeDocument"):
                return attribute(link, "Target").lstrip("/")
    return "word/document.xml"


def _word(package: Package, folder: str) -> _Word:
    def part(name: str) -> "_Element | None":
        path = f"{folder}/{name}.xml".lstrip("/")
        return package.xml(path) if path in package.parts else None

    return _Word(
        numbering(part("numbering"), part("styles")),
        {kind: _notes(part(f"{kind}s")) for kind in ("footnote", "endnote")},
    )


def _notes(root: "_Element | None") -> dict[str, "_Element"]:
    """The notes by their id, less the lines that separate them from the text."""
    notes = () if root is None else root
    return {attribute(note, "id"): note for note in notes if not attribute(note, "type")}


def _inside(element: "_Element", name: str) -> Iterator["_Element"]:
    """The rows of a table or cells of a row, those in content controls too."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in _CONTAINERS:
            yield from _inside(inner, name)


def _is_hidden(run: "_Element") -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and attribute(hidden, "val", "1") not in ("0", "false", "off")


def _merged(cell: "_Element") -> str:
    """Whether a cell begins what is merged downwards, or goes on: restart, continue or empty."""
    found = child(cell, "tcPr", "vMerge")
    return "" if found is None else attribute(found, "val", "continue")


def _columns(cell: "_Element") -> int:
    found = child(cell, "tcPr", "gridSpan")
    text = "1" if found is None else attribute(found, "val")
    return int(text) if text.isdecimal() and 0 < int(text[:4]) < 1000 else 1


DOCX = Format("Word", (".docx",), _read)
