"""Footnotes of Word, which python-docx does not write: a part of the file, and marks to it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_NAME = "/word/footnotes.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


class Footnotes:
    """The footnotes of a Word file in the making, numbered by Word in the order of their marks."""

    def __init__(self) -> None:
        self._root = _element("w:footnotes")
        for number, kind in enumerate(("separator", "continuationSeparator")):
            line = _element("w:footnote", {"w:type": kind, "w:id": str(number)})
            line.append(_within("w:p", _within("w:r", _element(f"w:{kind}"))))
            self._root.append(line)
        self._next = len(self._root)

    def __len__(self) -> int:
        return self._next - 2

    def add(self, paragraph: "Paragraph", text: str) -> None:
        """A mark at the end of a paragraph, and the note that it leads to."""
        number, self._next = str(self._next), self._next + 1
        mark = paragraph.add_run()
        mark.font.superscript = True
        mark._r.append(_element("w:footnoteReference", {"w:id": number}))
        note = _element("w:footnote", {"w:id": number})
        note.append(_within("w:p", _raised(_element("w:footnoteRef")), _said(f" {text}")))
        self._root.append(note)

    def save(self, document: "Document") -> None:
        """Puts the notes into the file, once all are there."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from lxml import etree

        blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        package = document.part.package
        document.part.relate_to(Part(PackURI(_NAME), _TYPE, blob, package), _LINK)


def _element(tag: str, values: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in (values or {}).items():
        made.set(qn(name), value)
    return made


def _within(tag: str, *inner: Any) -> Any:
    outer = _element(tag)
    for one in inner:
        outer.append(one)
    return outer


def _raised(inner: Any) -> Any:
    high = _within("w:rPr", _element("w:vertAlign", {"w:val": "superscript"}))
    return _within("w:r", high, inner)


def _said(text: str) -> Any:
    words = _element("w:t", {"xml:space": "preserve"})
    words.text = text
    return _within("w:r", words)
