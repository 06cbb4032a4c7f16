"""cells: the cells of a table that are right, and those invented where a document is silent."""

from eval.case import Case, Cell
from eval.matching import stands
from eval.metrics.types import Metric
from rag.types import Answer


def cells(case: Case, answer: Answer) -> float | None:
    """The share of right cells: an accepted spelling, or nothing where nothing is stated."""
    if not case.cells:
        return None
    return sum(_right(cell, shown(cell, answer)) for cell in case.cells) / len(case.cells)


def invented(case: Case, answer: Answer) -> float | None:
    """The share of cells that hold a value where the document states nothing."""
    if not case.cells:
        return None
    made_up = [cell for cell in case.cells if not cell.accepted and shown(cell, answer)]
    return len(made_up) / len(case.cells)


def shown(cell: Cell, answer: Answer) -> str:
    """What the answer's table shows for the place and year of a cell, empty where it has none."""
    rows = answer.table.rows if answer.table else ()
    there = (row for row in rows if row.place == cell.place and row.year in (None, cell.year))
    return next((row.value for row in there), "")


def _right(cell: Cell, value: str) -> bool:
    if not cell.accepted:
        return not value
    return any(stands(spelling, value) for spelling in cell.accepted)


METRICS = (
    Metric("cells", "表格对", cells),
    Metric("invented", "表格臆造", invented, higher_is_better=False),
)
