"""Answers as a Word file: each under its question, its sources as footnotes, the record within."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rag.export.footnotes import Footnotes
from rag.export.harmless import writable
from rag.export.record import record
from rag.export.sheet import SILENT
from rag.export.wordings import TITLE, bits, lines, source, written_by
from rag.proofread.word_report import embed
from rag.tables import cells, columns_of
from rag.types import Answer, Citation, Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def word_bytes(answers: Sequence[Answer], when: datetime) -> bytes:
    """The file; a source that one answer cites again has the number of its first mark."""
    from docx import Document

    document = Document()
    document.core_properties.title = TITLE
    document.add_heading(TITLE, 0)
    document.add_paragraph(f"{when.astimezone():%Y-%m-%d %H:%M}")
    notes = Footnotes()
    for answer in answers:
        _Writer(document, notes, answer).write()
    notes.save(document)
    embed(document, record(answers, when))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Writer:
    """One answer on its way into the file; ``_noted`` are its citations that have a footnote."""

    def __init__(self, document: "Document", notes: Footnotes, answer: Answer) -> None:
        self._document = document
        self._notes = notes
        self._answer = answer
        self._noted: dict[int, int] = {}

    def write(self) -> None:
        answer = self._answer
        self._document.add_heading(writable(answer.resolved or answer.question), 1)
        for line in lines(answer):
            paragraph = self._document.add_paragraph()
            for bit in bits(line, answer):
                if bit.citation:
                    self._cite(paragraph, bit.citation)
                else:
                    paragraph.add_run(writable(bit.text))
        if answer.table:
            self._table(answer.table)
        for problem in answer.problems:
            self._document.add_paragraph(writable(problem), style="List Bullet")
        self._document.add_paragraph().add_run(written_by(answer)).italic = True

    def _cite(self, paragraph: "Paragraph", citation: Citation) -> None:
        before = self._noted.get(citation.number)
        if before is None:
            self._notes.add(paragraph, writable(source(citation)))
            self._noted[citation.number] = len(self._notes)
        else:
            paragraph.add_run(str(before)).font.superscript = True

    def _table(self, table: Table) -> None:
        columns = columns_of(table)
        drawn = self._document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        for cell, name in zip(drawn.rows[0].cells, table.columns, strict=True):
            cell.paragraphs[0].add_run(writable(name)).bold = True
        cited = {citation.number: citation for citation in self._answer.citations}
        for row in table.rows:
            told = drawn.add_row().cells
            for cell, text in zip(told, cells(row, columns, SILENT), strict=True):
                cell.text = writable(text)
            value = told[columns.index("value")].paragraphs[0]
            for number in row.citations:
                if number in cited:
                    self._cite(value, cited[number])
