"""The tabs beside the chat, in their order."""

from dataclasses import dataclass

from rag.proofread.desk import Desk
from rag.shelf.shelf import Shelf
from ui.desk import desk_tab
from ui.shelf import shelf_tab
from ui.tab import Tab
from ui.types import Library


@dataclass(frozen=True, slots=True)
class House:
    """What the tabs work with; without a shelf the library is not shown."""

    library: Library
    desk: Desk
    shelf: Shelf | None = None


def tabs(house: House) -> tuple[Tab, ...]:
    """All tabs of a page over a house."""
    shelf = (shelf_tab(house.shelf),) if house.shelf else ()
    return (desk_tab(house.desk, house.library), *shelf)
