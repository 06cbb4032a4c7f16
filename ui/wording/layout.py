"""The tab 提法 as Gradio components, and which event of it calls what."""

from typing import Any

import gradio as gr

from ui import words as shared
from ui.side import html, listening, side
from ui.tab import Frame
from ui.wording import words
from ui.wording.page import WordingPage, WordingParts


def layout() -> WordingParts:
    """What is looked for above, what was found below it, its sources beside it."""
    shown = gr.State(())
    with gr.Row(elem_id="zw-wording", elem_classes="zw-two"):
        with gr.Column(elem_id="zw-wording-work", elem_classes="zw-work"):
            with gr.Column(elem_id="zw-wording-composer", elem_classes="zw-field"):
                notice = html("zw-wording-notice", classes="zw-notice")
                field = _field()
            sheet = html("zw-wording-sheet", listening("open"))
        evidence, viewer = side("zw-wording")
    return WordingParts(shown, *field, notice, sheet, evidence, viewer)


def connect(page: WordingPage, frame: Frame) -> None:
    """Which event calls what."""
    p = page.parts
    quick: dict[str, Any] = {
        "outputs": [getattr(p, name) for name in p.__slots__],
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    language = frame.language
    gr.on([p.box.submit, p.follow.click], page.follow, [p.box, language], **quick)
    p.compare.click(page.compare, [p.place, p.earlier, p.later, language], **quick)
    p.sheet.open(page.open, [p.shown, language], **quick)
    p.viewer.close(page.close, None, **quick)
    frame.header.switch(page.switch, [p.shown], **quick)
    frame.tab.select(page.refresh, [p.shown, language], **quick)


def _field() -> tuple[gr.Textbox, gr.Button, gr.Dropdown, gr.Dropdown, gr.Dropdown, gr.Button]:
    box = gr.Textbox(
        label=words.phrase("zh"),
        placeholder=words.phrase_hint("zh"),
        show_label=False,
        container=False,
        lines=1,
        max_lines=1,
        elem_id="zw-wording-box",
    )
    with gr.Row(elem_id="zw-wording-tools", elem_classes="zw-tools"):
        place = _list(shared.place("zh"), "place")
        earlier = _list(words.earlier("zh"), "earlier")
        later = _list(words.later("zh"), "later")
        compare = gr.Button(words.compare("zh"), size="sm", elem_id="zw-wording-compare")
        follow = gr.Button(
            words.follow("zh"), variant="primary", size="sm", elem_id="zw-wording-follow"
        )
    return box, follow, place, earlier, later, compare


def _list(label: str, name: str) -> gr.Dropdown:
    return gr.Dropdown(
        [],
        value=None,
        label=label,
        elem_id=f"zw-wording-{name}",
        elem_classes="zw-list",
        min_width=0,
        scale=0,
    )
