"""The cells of a table as statements: what a row and a column say together. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.figures import figures
from corpus.formats.rows import Cell

_UNIT = re.compile(r"[（(](?P<unit>[^（）()]{1,8})[）)]\s*$")
_NUMBER = re.compile(r"[-+]?[\d,]+(?:\.\d+)?")
_LONGEST = 60
_STOP = re.compile(r"[。；]")


@dataclass(frozen=True, slots=True)
class CellStatement:
    """What the cell at ``row`` and ``cell`` (its place in the row, from 0) states."""

    row: int
    cell: int
    text: str


def statements(rows: Sequence[Sequence[Cell]]) -> tuple[CellStatement, ...] | None:
    """A statement a cell with a figure: the name of its row, of its column, and the figure.

    None where the table only lays out text: one column, or cells with whole sentences.

    >>> statements([[Cell("", 0), Cell("GDP增速（%）", 1)], [Cell("浙江", 0), Cell("5.5", 1)]])
    (CellStatement(row=1, cell=1, text='浙江GDP增速5.5%'),)
    """
    texts = [cell.text for row in rows for cell in row]
    if all(len(row) < 2 for row in rows) or any(map(_is_prose, texts)):
        return None
    header = rows[0] if not any(_states(cell.text, "") for cell in rows[0]) else ()
    names = {cell.column: cell.text for cell in header}
    return tuple(
        CellStatement(at, place, _said(row[0].text if place else "", names, cell))
        for at, row in enumerate(rows)
        if row is not header
        for place, cell in enumerate(row)
        if _states(cell.text, _unit(names.get(cell.column, "")))
    )


def _said(name: str, names: dict[int, str], cell: Cell) -> str:
    column = names.get(cell.column, "")
    unit = _unit(column) if _NUMBER.fullmatch(cell.text) else ""
    return f"{name}{_UNIT.sub('', column)}{cell.text}{unit}"


def _unit(column: str) -> str:
    found = _UNIT.search(column)
    return found["unit"] if found else ""


def _states(text: str, unit: str) -> bool:
    """Whether a cell holds a figure, with its own unit or that of its column."""
    stated = figures(f"{text}{unit}" if _NUMBER.fullmatch(text) else text)
    return any(figure.unit != "年" for figure in stated)


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST or _STOP.search(text) is not None
