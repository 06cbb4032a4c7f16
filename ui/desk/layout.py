"""The tab 核稿 as Gradio components, and which event of it calls what."""

from typing import Any

import gradio as gr

from rag.proofread.manuscript import SUFFIXES
from ui import words as shared
from ui.desk import words
from ui.desk.page import DeskPage, DeskParts
from ui.side import html, listening, side
from ui.tab import Frame


def layout() -> DeskParts:
    """The manuscript with its field on the left, the evidence of a sentence on the right."""
    checked, looked = gr.State(None), gr.State(0)
    with gr.Row(elem_id="zw-desk", elem_classes="zw-two"):
        with gr.Column(elem_id="zw-desk-work", elem_classes="zw-work"):
            with gr.Column(elem_id="zw-desk-composer", elem_classes="zw-field"):
                notice = html("zw-desk-notice", classes="zw-notice")
                field = _field()
            summary = html("zw-desk-summary")
            text = html("zw-desk-text", listening("look"))
        evidence, viewer = side("zw-desk")
    return DeskParts(checked, looked, *field, notice, summary, text, evidence, viewer)


def connect(page: DeskPage, frame: Frame) -> None:
    """Which event calls what."""
    p = page.parts
    parts = [getattr(p, name) for name in p.__slots__]
    quick: dict[str, Any] = {
        "outputs": parts,
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    slow = {**quick, "queue": True, "concurrency_limit": 2, "concurrency_id": "proofread"}
    how = [p.place, p.day, frame.language]
    pasted = p.send.click(page.check_pasted, [p.box, *how], **slow)
    uploaded = p.upload.upload(page.check_uploaded, [p.upload, *how], **slow)
    p.stop.click(page.stop, None, cancels=[pasted, uploaded], **quick)
    p.text.look(page.look, [p.checked, frame.language], **quick)
    p.evidence.open(page.open, [p.checked, p.looked, frame.language], **quick)
    p.viewer.close(page.close, None, **quick)
    frame.header.switch(page.switch, [p.checked, p.looked], **quick)
    frame.tab.select(page.refresh, [frame.language], **quick)
    frame.blocks.load(page.load, [frame.language], **quick)


def _field() -> tuple[gr.Textbox, gr.UploadButton, gr.Button, gr.Button, gr.Dropdown, gr.Textbox]:
    box = gr.Textbox(
        label=words.manuscript("zh"),
        placeholder=words.manuscript_hint("zh"),
        show_label=False,
        container=False,
        lines=3,
        max_lines=8,
        elem_id="zw-desk-box",
    )
    with gr.Row(elem_id="zw-desk-tools", elem_classes="zw-tools"):
        place = gr.Dropdown(
            [],
            value=None,
            label=shared.place("zh"),
            elem_id="zw-desk-place",
            elem_classes="zw-list",
            min_width=0,
            scale=0,
        )
        day = gr.Textbox(
            label=words.written_on("zh"),
            placeholder=words.written_on_hint("zh"),
            max_lines=1,
            elem_id="zw-desk-day",
            min_width=0,
            scale=0,
        )
        upload = gr.UploadButton(
            words.upload("zh"), file_types=list(SUFFIXES), size="sm", elem_id="zw-desk-upload"
        )
        stop = gr.Button(shared.stop("zh"), visible=False, size="sm", elem_id="zw-desk-stop")
        send = gr.Button(
            words.proofread("zh"), variant="primary", size="sm", elem_id="zw-desk-send"
        )
    return box, upload, send, stop, place, day
