"""A Word file as blocks, each with the runs that its text comes from.

Read is what the file shows: with what was inserted, without what was deleted or hidden.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import UnreadableFile
from corpus.formats import read_raw
from corpus.formats.package import BROKEN, attribute, child, local
from corpus.formats.rows import Cell
from rag.proofread.cells import statements
from rag.proofread.sentences import is_heading
from rag.proofread.types import Block
from rag.proofread.word_runs import Anchor, Span, read_paragraph, run_text, runs_of

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_BLOCKS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}
_NOTES = {"footnoteReference": "脚注", "endnoteReference": "尾注"}
_EDGES = {"/header": "页眉", "/footer": "页脚"}


@dataclass(frozen=True, slots=True)
class WordFile:
    """An opened Word file: its blocks, and an anchor for each."""

    document: "Document"
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...]


def open_word(path: Path) -> WordFile:
    """The file's blocks. Raises ``UnreadableFile`` where it is none, damaged, empty or locked."""
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    read_raw(path)
    try:
        document = Document(str(path))
        body = document.element.body
    except (*BROKEN, OpcError, XMLSyntaxError):
        raise UnreadableFile(f"{path.name} 已损坏，Word 内容读不出来。") from None
    return read_word(document, body)


def read_word(document: "Document", body: Any) -> WordFile:
    """The blocks of an open document: the body with its notes and boxes, then heads and feet."""
    reader = _Reader(_notes_of(document))
    reader.blocks_of(body)
    first = next((a.spans[:1] for _, a in reader.found if a.spans), [])
    for end, where in _EDGES.items():
        for part in _parts(document, end):
            reader.apart(_tree(part), where, first)
    blocks, anchors = zip(*reader.found, strict=True) if reader.found else ((), ())
    return WordFile(document, tuple(blocks), tuple(anchors))


@dataclass(slots=True)
class _Reader:
    """What has been read so far; ``notes`` are those of a kind by their id."""

    notes: dict[str, dict[str, "_Element"]]
    found: list[tuple[Block, Anchor]] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def blocks_of(self, parent: "_Element") -> None:
        """Paragraphs and tables in order, each followed by what hangs on it."""
        for element in parent:
            name = local(element)
            if name == "p":
                self.paragraph(element)
            elif name == "tbl":
                self.table(element)
            elif name in _BLOCKS:
                self.blocks_of(element)

    def paragraph(self, element: "_Element") -> None:
        text, anchor = read_paragraph(element)
        if text.strip():
            self.paragraphs += 1
            heading = _is_styled_heading(element) or is_heading(text)
            self.found.append((Block(text, f"第{self.paragraphs}段", heading), anchor))
        for run in runs_of(element):
            self.hanging(run)

    def hanging(self, run: "_Element") -> None:
        """The notes and text boxes of a run; a comment on them hangs on the run."""
        for inner in run.iter():
            name = local(inner)
            if name in _NOTES:
                note = self.notes.get(name, {}).get(attribute(inner, "id"))
                if note is not None:
                    self.apart(note, _NOTES[name], [Span(run, 0, 0)])
            elif name == "txbxContent" and not _is_fallback(inner, run):
                self.apart(inner, "文本框", [Span(run, 0, 0)])

    def apart(self, element: "_Element", where: str, spans: list[Span]) -> None:
        """What stands outside of the running text, a block a paragraph."""
        for paragraph in element.iter():
            if local(paragraph) == "p":
                text, _ = read_paragraph(paragraph)
                if text.strip():
                    self.found.append((Block(text, where), Anchor(list(spans), exact=False)))

    def table(self, element: "_Element") -> None:
        """A statement a cell with a figure; the cells of a table that only lays out are text."""
        self.tables += 1
        rows = [list(_inside(row, "tc")) for row in _inside(element, "tr") if not _is_gone(row)]
        cells = [[_cell(found, at) for at, found in _columns(row)] for row in rows]
        said = statements(cells)
        if said is None:
            for row in rows:
                for found in row:
                    self.blocks_of(found)
            return
        elements = [[found for _, found in _columns(row)] for row in rows]
        for one in said:
            runs = [
                run for p in elements[one.row][one.cell] if local(p) == "p" for run in runs_of(p)
            ]
            where = f"表{self.tables}第{one.row + 1}行"
            spans = [Span(run, 0, 0) for run in runs if run_text(run)]
            self.found.append((Block(one.text, where, whole=True), Anchor(spans, exact=False)))


def _notes_of(document: "Document") -> dict[str, dict[str, "_Element"]]:
    kinds = {"footnoteReference": "/footnotes", "endnoteReference": "/endnotes"}
    return {
        kind: {
            attribute(note, "id"): note
            for part in _parts(document, end)
            for note in _tree(part)
            if not attribute(note, "type")
        }
        for kind, end in kinds.items()
    }


def _parts(document: "Document", end: str) -> list[Any]:
    rels = document.part.rels.values()
    return [r.target_part for r in rels if not r.is_external and r.reltype.endswith(end)]


def _tree(part: Any) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(part.blob, parser)


def _columns(row: "list[_Element]") -> Iterator[tuple[int, "_Element"]]:
    """Each cell with the first column that it covers."""
    column = 0
    for cell in row:
        yield column, cell
        span = child(cell, "tcPr", "gridSpan")
        wide = "1" if span is None else attribute(span, "val")
        column += int(wide) if wide.isdecimal() and 0 < int(wide[:4]) < 1000 else 1


def _cell(element: "_Element", column: int) -> Cell:
    texts = [read_paragraph(p)[0] for p in element if local(p) == "p"]
    return Cell(" ".join(" ".join(texts).split()), column)


def _inside(element: "_Element", name: str) -> Iterator["_Element"]:
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in _BLOCKS:
            yield from _inside(inner, name)


def _is_gone(row: "_Element") -> bool:
    return child(row, "trPr", "del") is not None


def _is_fallback(element: "_Element", run: "_Element") -> bool:
    """Whether a text box is the copy that older programs show."""
    above = element.getparent()
    while above is not None and above is not run:
        if local(above) == "Fallback":
            return True
        above = above.getparent()
    return False


def _is_styled_heading(paragraph: "_Element") -> bool:
    style = child(paragraph, "pPr", "pStyle")
    name = "" if style is None else attribute(style, "val").lower()
    return name.startswith(("heading", "title", "标题"))
