"""The list of conversations as Gradio components, and which event of it calls what."""

from collections.abc import Sequence
from typing import Any

import gradio as gr
from gradio.events import Dependency

from ui.past.past import Past, PastParts
from ui.side import html, listening


def layout() -> PastParts:
    """The list over the conversation."""
    script = (
        listening("reopen", "forget")
        + 'zhengwen.followPast(element, (told) => trigger("rename", told));'
    )
    return PastParts(gr.State(""), html("zw-past", script))


def connect(past: Past, blocks: gr.Blocks, asking: Sequence[Dependency]) -> None:
    """Which event calls what; a conversation is kept after each of ``asking``."""
    page, own = past.shown.parts, past.parts
    quick: dict[str, Any] = {
        "outputs": [*(getattr(page, name) for name in page.__slots__), own.current, own.listed],
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    keeping = [page.exchanges, own.current, page.language]
    for asked in asking:
        asked.success(past.keep, keeping, **quick)
    own.listed.reopen(past.reopen, keeping, **quick)
    own.listed.rename(past.rename, [own.current, page.language], **quick)
    own.listed.forget(past.forget, [own.current, page.language], **quick)
    page.header.fresh(past.load, [page.language], **quick)
    page.header.switch(past.switch, [own.current], **quick)
    blocks.load(past.load, [page.language], **quick)
