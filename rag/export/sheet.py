"""The table of an answer as CSV and as an Excel workbook, each value with its sentence."""

import csv
import io
from collections.abc import Iterator

from rag.export.harmless import cell
from rag.tables import cells, columns_of, number_of
from rag.types import Answer, Citation, Row, Table

SILENT = "未提及"
_BESIDE = ("数值", "单位", "出处", "原文")


def csv_bytes(answer: Answer) -> bytes:
    """The table as CSV in UTF-8 with the mark by which Excel knows it; empty without a table."""
    if answer.table is None:
        return b""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(cell(name) for name in _heads(answer.table))
    for line in _lines(answer, answer.table):
        writer.writerow(cell(one) if isinstance(one, str) else one for one in line)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(answer: Answer) -> bytes:
    """The same as a workbook: years and values are numbers, the heads stay in view."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    if answer.table is None:
        return b""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "表"
    sheet.append([cell(name) for name in _heads(answer.table)])
    for line in _lines(answer, answer.table):
        sheet.append([cell(one) if isinstance(one, str) else one for one in line])
    for head in sheet[1]:
        head.font = Font(bold=True)
    for at, width in enumerate(_widths(answer.table)):
        sheet.column_dimensions[chr(ord("A") + at)].width = width
    for row in sheet.iter_rows(min_row=2, min_col=len(_heads(answer.table))):
        row[0].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _heads(table: Table) -> tuple[str, ...]:
    return (*table.columns, *_BESIDE)


def _lines(answer: Answer, table: Table) -> Iterator[tuple[str | int | float | None, ...]]:
    by_number = {citation.number: citation for citation in answer.citations}
    columns = columns_of(table)
    for row in table.rows:
        told = cells(row, columns, SILENT)
        typed = tuple(
            row.year if name == "year" else row.count if name == "count" else text
            for name, text in zip(columns, told, strict=True)
        )
        cited = [by_number[number] for number in row.citations if number in by_number]
        yield (*typed, *_number(row), _sources(cited), _quotes(cited))


def _number(row: Row) -> tuple[float | None, str]:
    found = number_of(row.value)
    return (float(found[0]), found[1]) if found else (None, "")


def _sources(cited: list[Citation]) -> str:
    return "；".join(dict.fromkeys(f"{one.title or one.source}" for one in cited))


def _quotes(cited: list[Citation]) -> str:
    return " ".join(" ".join(one.text.split()) for one in cited)


def _widths(table: Table) -> tuple[int, ...]:
    return (*(14 for _ in table.columns[:-1]), 24, 18, 10, 30, 70)
