"""What a tab of the page is. To add one: a folder with its parts, and a line in ``ui.tabs``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import gradio as gr

from ui.phrase import Phrase
from ui.types import Language


@dataclass(frozen=True, slots=True)
class Frame:
    """What all tabs share: the page, the language chosen, the head with its event ``switch``; and
    the tab itself with its event ``select``."""

    blocks: gr.Blocks
    language: gr.State
    header: gr.HTML
    tab: gr.Tab


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab beside the chat.

    ``lay`` makes its components where it is called, and returns what then connects their events
    to the frame: ``blocks.load`` for what it shows at first, ``header.switch`` for its language.
    Files are taken by the server only where some tab has ``uploads``.
    """

    id: str
    label: Phrase
    lay: Callable[[], Callable[[Frame], None]]
    uploads: bool = False


def payload(event: gr.EventData) -> Mapping[str, str]:
    """What the clicked element carries in its data attributes."""
    carried: Mapping[str, str] = event._data
    return carried


def switched_to(event: gr.EventData) -> Language:
    """The language that a click in the head asks for."""
    return "en" if event._data["language"] == "en" else "zh"
