"""What of a table can be drawn: its rows with one number each, all in the same unit."""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from rag.tables import order_of
from rag.types import Table

AIMED = "（目标）"
"""The mark of the engine on a target that stands among results."""

_AIMED = re.compile(rf"{AIMED}$")


@dataclass(frozen=True, slots=True)
class Point:
    """A row: ``said`` is its value as the document has it, ``aimed`` whether that is a target among
    results."""

    place: str
    year: int | None
    value: Decimal
    said: str
    aimed: bool = False


def points(table: Table) -> tuple[Point, ...]:
    """The rows that state one number in the unit that most of them have, in their order."""
    read = [(row, order_of(_AIMED.sub("", row.value))) for row in table.rows if row.value]
    units = Counter(number[1] for _, number in read if number)
    if not units:
        return ()
    unit = units.most_common(1)[0][0]
    return tuple(
        Point(row.place, row.year, number[0], row.value, _AIMED.search(row.value) is not None)
        for row, number in read
        if number and number[1] == unit
    )
