"""The tab 文库: what the library holds, read and kept in order."""

from collections.abc import Callable

from rag.shelf.shelf import Shelf
from ui.shelf import words
from ui.shelf.layout import connect, layout
from ui.shelf.page import ShelfPage
from ui.tab import Frame, Tab


def shelf_tab(shelf: Shelf) -> Tab:
    """The tab where people read and change the library of a shelf."""

    def lay() -> Callable[[Frame], None]:
        page = ShelfPage(shelf, layout())
        return lambda frame: connect(page, frame)

    return Tab("shelf", words.shelf, lay, uploads=True)
