"""Tables in text: a row is a paragraph with the names of its columns; whole reports stay text."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.formats.package import LARGEST
from corpus.formats.rows import Cell, Row, named, names_of, row_lines
from corpus.formats.text import read_text
from corpus.formats.types import Format, Raw

_SEPARATORS = ",\t;|"
_SAMPLE = 64_000
_WHOLE_TEXT = 1500


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, the first as the header; a cell with a whole text stands below its row.

    The lines of such a text stay lines.
    """
    cells = [[Cell(_tidy(text), at) for at, text in enumerate(row)] for row in rows]
    if not _holds_texts(rows):
        yield from row_lines(cells, _header(cells))
        return
    header = _header(cells)
    titles = names_of(cells[:header])
    for row in cells[header:]:
        yield named([cell for cell in row if len(cell.text) <= _WHOLE_TEXT], titles)
        yield from (cell.text for cell in row if len(cell.text) > _WHOLE_TEXT)


def _tidy(text: str) -> str:
    return text.strip() if len(text) > _WHOLE_TEXT else " ".join(text.split())


def _holds_texts(rows: Sequence[Sequence[str]]) -> bool:
    return any(len(text) > _WHOLE_TEXT for row in rows for text in row)


def _header(rows: Sequence[Row]) -> int:
    """1 where the first row could name columns: several short, different texts."""
    texts = [cell.text for cell in rows[0] if cell.text] if rows else []
    named = len(texts) > 1 and len(set(texts)) == len(texts)
    return int(named and all(len(text) <= 40 and not _is_number(text) for text in texts))


def _is_number(text: str) -> bool:
    return text.strip("+-%‰").replace(",", "").replace(".", "", 1).isdecimal() and len(text) != 4


def _read(path: Path) -> Raw:
    raw = read_text(path)
    separator = "\t" if path.suffix.lower() == ".tsv" else _separator(raw.text)
    csv.field_size_limit(LARGEST)
    try:
        rows = list(csv.reader(io.StringIO(raw.text, newline=""), delimiter=separator))
    except csv.Error:
        raise UnreadableFile(f"{path.name} 不是完整的 CSV 表格，读不出来。") from None
    return replace(
        raw, text="\n".join(table_lines(rows)), lines_are_paragraphs=not _holds_texts(rows)
    )


def _separator(text: str) -> str:
    """What parts the cells: of the usual signs the one that the first line has most of."""
    lines = text[:_SAMPLE].split("\n")
    line = next((line for line in lines if any(sign in line for sign in _SEPARATORS)), "")
    return max(_SEPARATORS, key=line.count)


CSV = Format("CSV", (".csv", ".tsv"), _read)
