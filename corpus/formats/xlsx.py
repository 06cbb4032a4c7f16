"""Spreadsheets: a row is a paragraph with the names of its columns, values as they are shown."""

import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import UnreadableFile
from corpus.formats.csv import table_lines
from corpus.formats.magic import head
from corpus.formats.package import BROKEN, opened
from corpus.formats.types import Format, Raw

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_OLE = b"\xd0\xcf\x11\xe0"
_MOST_CELLS = 3_000_000
_PERCENT = re.compile(r"0(?:\.(0+))?%")


def _read(path: Path) -> Raw:
    if head(path).startswith(_OLE):
        raise UnreadableFile(f"{path.name} 已加密，或是旧版 .xls；请另存为不加密的 .xlsx。")
    with opened(path, "Excel 文件（.xlsx）") as package:
        parts = package.parts
    if not any(part.endswith((".xml", ".bin")) and "workbook" in part for part in parts):
        raise UnreadableFile(f"{path.name} 已损坏，或不是 Excel 文件（.xlsx）。")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            lines = list(_workbook(path))
        except (*BROKEN, OSError, SyntaxError, AssertionError):
            lines = None
    if lines is None:
        raise UnreadableFile(f"{path.name} 已损坏，表格读不出来。")
    return Raw("\n".join(lines), lines_are_paragraphs=True)


def _workbook(path: Path) -> Iterator[str]:
    """The visible sheets one after the other, each below its name if there are several."""
    from openpyxl import load_workbook

    with (
        path.open("rb") as file,
        closing(load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book,
    ):
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            lines = list(table_lines(_rows(sheet, path.name)))
            if lines and len(sheets) > 1:
                yield sheet.title
            yield from lines


def _rows(sheet: "ReadOnlyWorksheet", name: str) -> list[list[str]]:
    sheet.reset_dimensions()
    rows, count = [], 0
    for row in sheet.rows:
        count += len(row) + 1
        if count > _MOST_CELLS:
            raise UnreadableFile(f"{name} 的表格超过 {_MOST_CELLS} 格，未读取。")
        rows.append([_shown(cell.value, getattr(cell, "number_format", "")) for cell in row])
    return rows


def _shown(value: Any, pattern: str | None) -> str:
    """A value as the sheet shows it: 0.055 in a column of per cents is 5.5%."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    if isinstance(value, (int, float)):
        return _number(value, _PERCENT.search(pattern or ""))
    return str(value)


def _number(value: float, percent: re.Match[str] | None) -> str:
    if percent:
        return f"{value * 100:.{len(percent[1] or '')}f}%"
    return str(value) if isinstance(value, int) else f"{value:.12g}"


XLSX = Format("Excel", (".xlsx", ".xlsm"), _read)
