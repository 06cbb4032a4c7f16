"""The runs of a Word file: which of them is shown, with what text, and where in its block."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.formats.package import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_WITHIN = {
    *("ins", "moveTo", "hyperlink", "smartTag", "customXml"),
    *("sdt", "sdtContent", "fldSimple", "dir", "bdo"),
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch ``start`` to ``end`` of a block's text that a run holds."""

    run: Any
    start: int
    end: int


@dataclass(slots=True)
class Anchor:
    """The runs of a block in the body of the file, where a comment on it can hang.

    ``exact`` is whether the offsets of the spans are those of the block's text; else what
    hangs on the block hangs on all of the runs (a cell), or on the mark of the note.
    """

    spans: list[Span] = field(default_factory=list)
    exact: bool = True


def read_paragraph(element: "_Element") -> tuple[str, Anchor]:
    """The text of a paragraph, and which run holds which stretch of it."""
    spans: list[Span] = []
    texts: list[str] = []
    at = 0
    for run in runs_of(element):
        text = run_text(run)
        if text:
            spans.append(Span(run, at, at + len(text)))
            texts.append(text)
            at += len(text)
    return "".join(texts), Anchor(spans)


def runs_of(element: "_Element") -> Iterator["_Element"]:
    """The runs of a paragraph that are shown, in order."""
    for inner in element:
        name = local(inner)
        if name == "r" and not _is_hidden(inner):
            yield inner
        elif name in _WITHIN:
            yield from runs_of(inner)


def run_text(run: "_Element") -> str:
    """The text that a run shows."""
    return "".join(piece_text(inner) for inner in run)


def piece_text(element: "_Element") -> str:
    """The text of a child of a run; empty for what shows none."""
    name = local(element)
    return (element.text or "") if name == "t" else _SIGNS.get(name, "")


def _is_hidden(run: "_Element") -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and attribute(hidden, "val", "1") not in ("0", "false", "off")
