"""The tab 提法: a phrase over the years, and two reports of a place held beside each other."""

from collections.abc import Callable

from rag.wordings.tracker import Tracker
from ui.tab import Frame, Tab
from ui.types import Library
from ui.wording import words
from ui.wording.layout import connect, layout
from ui.wording.page import WordingPage


def wording_tab(tracker: Tracker, library: Library) -> Tab:
    """The tab over the wordings of a library."""

    def lay() -> Callable[[Frame], None]:
        page = WordingPage(tracker, library, layout())
        return lambda frame: connect(page, frame)

    return Tab("wording", words.wording, lay)
