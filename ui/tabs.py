"""The tabs beside the chat, in their order."""

from dataclasses import dataclass

from rag.proofread.desk import Desk
from rag.shelf.shelf import Shelf
from rag.wordings.tracker import Tracker
from ui.data import data_tab
from ui.data.page import Tables
from ui.desk import desk_tab
from ui.evaluation import evaluation_tab
from ui.evaluation.types import Evaluations
from ui.shelf import shelf_tab
from ui.tab import Tab
from ui.types import Library
from ui.wording import wording_tab


@dataclass(frozen=True, slots=True)
class House:
    """What the tabs work with; what is not there has no tab."""

    library: Library
    desk: Desk
    shelf: Shelf | None = None
    tables: Tables | None = None
    tracker: Tracker | None = None
    evaluations: Evaluations | None = None


def tabs(house: House) -> tuple[Tab, ...]:
    """All tabs of a page over a house."""
    data = (data_tab(house.tables, house.library),) if house.tables else ()
    wording = (wording_tab(house.tracker, house.library),) if house.tracker else ()
    shelf = (shelf_tab(house.shelf),) if house.shelf else ()
    evaluation = (evaluation_tab(house.evaluations),) if house.evaluations else ()
    return (*data, desk_tab(house.desk, house.library), *wording, *shelf, *evaluation)
