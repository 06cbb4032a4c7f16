"""The tab 数据表: what the reports state of an indicator, as a table and as a picture."""

from collections.abc import Callable

from ui.data import words
from ui.data.layout import connect, layout
from ui.data.page import DataPage, Tables
from ui.tab import Frame, Tab
from ui.types import Library


def data_tab(tables: Tables, library: Library) -> Tab:
    """The tab over the tables of a library."""

    def lay() -> Callable[[Frame], None]:
        page = DataPage(tables, library, layout())
        return lambda frame: connect(page, frame)

    return Tab("data", words.data, lay)
