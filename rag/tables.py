"""A table answer as cells of text and as numbers, for whoever shows or writes it."""

from decimal import Decimal
from typing import Literal

from corpus.figures import figures, signed
from rag.types import Row, Table

Column = Literal["place", "year", "value", "count"]


def columns_of(table: Table) -> tuple[Column, ...]:
    """Which fields of a row the columns show, ``value`` the last or before the ``count``.

    With two columns the first is the place, or the year where all rows share one place.
    """
    if len(table.columns) == 2:
        one_place = len({row.place for row in table.rows}) <= 1
        return ("year", "value") if one_place else ("place", "value")
    if len(table.columns) == 4:
        return ("place", "year", "value", "count")
    whole: tuple[Column, ...] = ("place", "year", "value")
    return whole[-len(table.columns) :]


def cells(row: Row, columns: tuple[Column, ...], silent: str) -> tuple[str, ...]:
    """The texts of a row; ``silent`` stands for a value that the documents do not state."""
    shown: dict[Column, str] = {
        "place": row.place,
        "year": "" if row.year is None else str(row.year),
        "value": row.value or silent,
        "count": str(row.count or ""),
    }
    return tuple(shown[name] for name in columns)


def number_of(value: str) -> tuple[Decimal, str] | None:
    """The one number that a value states, and its unit; None where there is none or several.

    >>> number_of("5.5%左右"), number_of("与经济增长同步")
    ((Decimal('5.5'), '%'), None)
    """
    stated = figures(value)
    if len(stated) != 1 or stated[0].low != stated[0].high:
        return None
    return signed(stated[0]), stated[0].unit


def order_of(value: str) -> tuple[Decimal, str] | None:
    """The number by which a value is sorted and drawn: its one number, the lower end of a range,
    and of 7%以上、力争达到8% what is aimed at in any case.

    >>> order_of("5.0%—5.5%")
    (Decimal('5.0'), '%')
    """
    stated = figures(value)
    one = len(stated) == 1 or (len(stated) == 2 and "力争" in value)
    if not one or len({figure.unit for figure in stated}) > 1:
        return None
    first = stated[0]
    return (first.low if first.low != first.high else signed(first)), first.unit
