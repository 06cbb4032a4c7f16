"""The tab 核稿: a manuscript with a verdict on each of its sentences."""

from collections.abc import Callable

from rag.proofread.desk import Desk
from ui.desk import words
from ui.desk.layout import connect, layout
from ui.desk.page import DeskPage
from ui.tab import Frame, Tab
from ui.types import Library


def desk_tab(desk: Desk, library: Library) -> Tab:
    """The tab where manuscripts are checked by a desk."""

    def lay() -> Callable[[Frame], None]:
        page = DeskPage(desk, library, layout())
        return lambda frame: connect(page, frame)

    return Tab("desk", words.desk, lay, uploads=True)
