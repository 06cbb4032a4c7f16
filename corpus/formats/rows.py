"""Rows of tables as lines that can be read alone: each cell with the name of its column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CELLS = " | "
_NUMBER = re.compile(r"[-+]?[\d,，]+(?:\.\d+)?\s*[%％‰]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"[-+]?\d")
_LONGEST_NAME = 30
_LONGEST_REPEATED = 200
_MOST_HEADER_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, its first column, and how many columns and rows it covers."""

    text: str
    column: int
    columns: int = 1
    rows: int = 1


Row = Sequence[Cell]


def row_lines(rows: Sequence[Row], header: int = 0) -> Iterator[str]:
    """A line a row: "列名：值 | 列名：值" where the table has a header, else the cells as they are.

    ``header`` is the number of header rows, 0 where the file does not say. A row that is one
    cell is a line of its own.

    >>> table = [[Cell("指标", 0), Cell("增长", 1)], [Cell("出口", 0), Cell("4%", 1)]]
    >>> list(row_lines(table))
    ['指标 | 增长', '指标：出口 | 增长：4%']
    """
    rows = [row for row in rows if any(cell.text for cell in row)]
    while rows and _is_one(rows[0]):
        yield _plain(rows[0])
        rows = rows[1:]
        header = max(header - 1, 0)
    count = header or _header_rows(rows)
    if not rows or count >= len(rows):
        yield from map(_plain, rows)
        return
    titles = names_of(rows[:count])
    if count:
        yield CELLS.join(dict.fromkeys(name for name in titles if name))
    heads = [[cell.text for cell in row] for row in rows[:count]]
    for row in rows[count:]:
        if [cell.text for cell in row] not in heads:
            yield _plain(row) if not count or _is_one(row) else named(row, titles)


def _plain(row: Row) -> str:
    texts = [cell.text for cell in row]
    return "".join(texts) if _is_one(row) else CELLS.join(texts).strip()


def _is_one(row: Row) -> bool:
    return sum(bool(cell.text) for cell in row) == 1


def repeated(text: str) -> str:
    """What stands again in the rows that a cell covers: a name does, a whole text does not."""
    return text if len(text) <= _LONGEST_REPEATED else ""


def named(row: Row, names: Sequence[str]) -> str:
    """The cells that are not empty, each behind the name of its column."""
    cells = []
    for cell in row:
        name = names[cell.column] if cell.column < len(names) else ""
        if cell.text:
            cells.append(f"{name}：{cell.text}" if name else cell.text)
    return CELLS.join(cells)


def names_of(header: Sequence[Row]) -> list[str]:
    """The name of each column: what stands above it, from the top."""
    width = max((cell.column + cell.columns for row in header for cell in row), default=0)
    above: list[list[str]] = [[] for _ in range(width)]
    for row in header:
        for cell in row:
            for column in range(cell.column, cell.column + cell.columns):
                if cell.text and cell.text not in above[column]:
                    above[column].append(cell.text)
    return ["".join(texts) for texts in above]


def _header_rows(rows: Sequence[Row]) -> int:
    """How many rows at the top name the columns; 0 where that is not sure."""
    if len(rows) < 2 or not _could_name(rows[0]):
        return 0
    deep = max(cell.rows for cell in rows[0])
    if any(cell.columns > 1 for cell in rows[0]):
        return deep if 1 < deep <= _MOST_HEADER_ROWS and all(map(_could_name, rows[:deep])) else 0
    if deep > 1:
        return 0
    return int(len(rows[0]) > 2 or _has_figures_below(rows))


def _could_name(row: Row) -> bool:
    texts = [cell.text for cell in row if cell.text]
    return len(texts) > 1 and len(set(texts)) == len(texts) and all(map(_is_name, texts))


def _is_name(text: str) -> bool:
    short = len(text) <= _LONGEST_NAME and not text.endswith(("。", "；"))
    return short and (not _NUMBER.fullmatch(text) or _YEAR.fullmatch(text) is not None)


def _has_figures_below(rows: Sequence[Row]) -> bool:
    """Whether some column has a name at the top and figures in most rows below."""
    for name in rows[0]:
        below = [cell.text for row in rows[1:] for cell in row if cell.column == name.column]
        figures = sum(_FIGURE.match(text) is not None for text in below)
        if below and figures * 2 >= len(below) and not _FIGURE.match(name.text):
            return True
    return False
