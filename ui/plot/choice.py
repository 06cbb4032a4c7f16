"""Which drawing suits a table."""

from dataclasses import dataclass, replace

from rag.tables import columns_of
from rag.types import Table
from ui import named, words
from ui.plot.bars import bars
from ui.plot.line import line
from ui.plot.points import AIMED, points
from ui.plot.tiles import GRID, tiles
from ui.types import Language

_LEAST = 2
_PROVINCES = 10


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing as SVG; ``course`` where it is one over years."""

    svg: str
    course: bool


def plot(table: Table, language: Language) -> Plot | None:
    """Years of one place as a line, places as bars, many provinces as tiles too; None where less
    than two rows can be drawn."""
    drawn = [
        replace(point, said=point.said.replace(AIMED, words.as_target(language)))
        for point in points(table)
    ]
    if len(drawn) < _LEAST:
        return None
    name = named.column(table.columns[columns_of(table).index("value")], language)
    title = words.plot_of(language, name=name)
    years = {point.year for point in drawn}
    if len({point.place for point in drawn}) == 1 and len(years) > 1 and None not in years:
        return Plot(line(drawn, title), course=True)
    inland = [point for point in drawn if point.place in GRID and not point.aimed]
    map_like = len(years) == 1 and len(inland) >= _PROVINCES
    grid = tiles(inland, words.tiles_of(language, name=name), language) if map_like else ""
    shown = [replace(point, place=named.place(point.place, language)) for point in drawn]
    return Plot(grid + bars(shown, title), course=False)
