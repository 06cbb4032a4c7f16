"""Answers as Markdown: each a section, its sources as footnotes, the record at the end."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from rag.export.harmless import markdown
from rag.export.record import record
from rag.export.sheet import SILENT
from rag.export.wordings import TITLE, bits, lines, source, written_by
from rag.proofread.footnotes import carried
from rag.tables import cells, columns_of
from rag.types import Answer, Table


def markdown_bytes(answers: Sequence[Answer], when: datetime) -> bytes:
    """The file in UTF-8. Footnote ``3-1`` is citation 1 of the third answer."""
    head = f"# {TITLE}\n\n{when.astimezone():%Y-%m-%d %H:%M}"
    sections = ["\n\n".join(_section(answer, at + 1)) for at, answer in enumerate(answers)]
    notes = "\n".join(note for at, answer in enumerate(answers) for note in _notes(answer, at + 1))
    parts = (head, *sections, notes, carried(record(answers, when)))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _section(answer: Answer, number: int) -> Iterator[str]:
    yield f"## {markdown(answer.resolved or answer.question)}"
    for line in lines(answer):
        yield "".join(
            f"[^{number}-{bit.citation.number}]" if bit.citation else markdown(bit.text)
            for bit in bits(line, answer)
        )
    if answer.table:
        yield _table(answer.table, number)
    yield from (f"- {markdown(problem)}" for problem in answer.problems)
    yield f"*{written_by(answer)}*"


def _table(table: Table, number: int) -> str:
    columns = columns_of(table)
    rows = [[markdown(name) for name in table.columns], ["---"] * len(table.columns)]
    for row in table.rows:
        told = [markdown(one) for one in cells(row, columns, SILENT)]
        told[columns.index("value")] += "".join(f"[^{number}-{n}]" for n in row.citations)
        rows.append(told)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _notes(answer: Answer, number: int) -> Iterator[str]:
    for citation in answer.citations:
        yield f"[^{number}-{citation.number}]: {markdown(source(citation))}"
