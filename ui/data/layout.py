"""The tab 数据表 as Gradio components, and which event of it calls what."""

from typing import Any

import gradio as gr

from ui import words as shared
from ui.data import choices, words
from ui.data.page import DataPage, DataParts
from ui.side import html, listening, side
from ui.tab import Frame


def layout() -> DataParts:
    """What is looked for above, the table below it, the sentences of its values beside it."""
    answer = gr.State(None)
    with gr.Row(elem_id="zw-data", elem_classes="zw-two"):
        with gr.Column(elem_id="zw-data-work", elem_classes="zw-work"):
            with gr.Column(elem_id="zw-data-composer", elem_classes="zw-field"):
                notice = html("zw-data-notice", classes="zw-notice")
                with gr.Row(elem_id="zw-data-tools", elem_classes="zw-tools"):
                    known = choices.indicators("zh")
                    indicator = _list(words.indicator("zh"), known, known[0][1], "indicator")
                    places = _many(shared.place("zh"), "places")
                    years = _many(shared.year("zh"), "years")
                    roles = [(name("zh"), role) for role, name in words.roles.items()]
                    role = _list(words.role("zh"), roles, "any", "role")
            sheet = html("zw-data-sheet", listening("open", "sheet"))
        evidence, viewer = side("zw-data")
    taken = html("zw-data-taken", "zhengwen.followTaken(element, watch);", classes="zw-unseen")
    lists = (indicator, places, years, role)
    return DataParts(answer, *lists, notice, taken, sheet, evidence, viewer)


def connect(page: DataPage, frame: Frame) -> None:
    """Which event calls what; the table follows each choice at once."""
    p = page.parts
    quick: dict[str, Any] = {
        "outputs": [getattr(p, name) for name in p.__slots__],
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    chosen = [p.indicator, p.places, p.years, p.role, frame.language]
    for part in (p.indicator, p.places, p.years, p.role):
        part.input(page.draw, chosen, **quick)
    p.sheet.open(page.open, [p.answer, frame.language], **quick)
    p.sheet.sheet(page.take, [p.answer, frame.language], **quick)
    p.evidence.open(page.open, [p.answer, frame.language], **quick)
    p.viewer.close(page.close, None, **quick)
    frame.header.switch(page.switch, [p.answer], **quick)
    frame.tab.select(page.refresh, chosen, **quick)


def _list(label: str, known: list[Any], value: str, name: str) -> gr.Dropdown:
    return gr.Dropdown(
        known,
        value=value,
        label=label,
        elem_id=f"zw-data-{name}",
        elem_classes="zw-list",
        min_width=0,
        scale=0,
    )


def _many(label: str, name: str) -> gr.Dropdown:
    return gr.Dropdown(
        [],
        value=[],
        multiselect=True,
        label=label,
        elem_id=f"zw-data-{name}",
        elem_classes="zw-list",
        min_width=0,
        scale=0,
    )
