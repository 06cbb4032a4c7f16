"""A plain text as a new Word file: a paragraph a block, so that comments can hang on it."""

import re
from typing import TYPE_CHECKING

from rag.proofread.word_runs import Anchor, Span, run_text, runs_of
from rag.proofread.word_text import WordFile

if TYPE_CHECKING:
    from rag.proofread.manuscript import Manuscript

_HEADED = re.compile(r"(?P<marks>#{1,6})\s+")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def word_of(manuscript: "Manuscript") -> WordFile:
    """The Word file of a text; a heading of Markdown becomes one of Word's."""
    from docx import Document

    document = Document()
    anchors = []
    for block in manuscript.blocks:
        headed = _HEADED.match(block.text) if manuscript.markdown else None
        style = f"Heading {len(headed['marks'])}" if headed else None
        paragraph = document.add_paragraph(style=style)
        before = block.text[: headed.end()] if headed else ""
        spans: list[Span] = []
        if len(block.text) > len(before):
            # What cannot stand in XML is replaced one for one, so that offsets stay.
            paragraph.add_run(_UNWRITABLE.sub("\ufffd", block.text[len(before) :]))
            at = len(before)
            for run in runs_of(paragraph._p):
                spans.append(Span(run, at, at + len(run_text(run))))
                at = spans[-1].end
        anchors.append(Anchor(spans))
    return WordFile(document, manuscript.blocks, tuple(anchors))
