"""The tabs beside the chat, in their order."""

from dataclasses import dataclass

from rag.proofread.desk import Desk
from ui.desk import desk_tab
from ui.tab import Tab
from ui.types import Library


@dataclass(frozen=True, slots=True)
class House:
    """What the tabs work with."""

    library: Library
    desk: Desk


def tabs(house: House) -> tuple[Tab, ...]:
    """All tabs of a page over a house."""
    return (desk_tab(house.desk, house.library),)
