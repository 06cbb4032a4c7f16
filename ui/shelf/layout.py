"""The tab 文库 as Gradio components, and which event of it calls what."""

from typing import Any

import gradio as gr

from corpus.types import KIND_NAMES
from ui import words as shared
from ui.shelf import words
from ui.shelf.files import Files
from ui.shelf.page import FIELDS, ShelfPage, ShelfParts
from ui.shelf.rows import Board
from ui.side import html, listening
from ui.tab import Frame

BOARD_EVENTS = ("view", "sort", "more", "open", "cell")
BOOK_EVENTS = ("edit", "remove", "removed", "keep", "back", "take")


def layout() -> ShelfParts:
    """The documents on the left, or the text of one; on the right the upload, or what is known of
    that document."""
    board, opened, sought = gr.State(Board()), gr.State(None), gr.State(())
    with gr.Row(elem_id="zw-shelf", elem_classes="zw-two"):
        with gr.Column(elem_id="zw-shelf-work", elem_classes="zw-work"):
            filters = _filters()
            shown = html("zw-shelf-board", listening(*BOARD_EVENTS))
            reader = html(
                "zw-shelf-reader",
                f"{listening('close')}zhengwen.followViewer(element, trigger, watch);",
                classes="zw-viewer",
            )
        with gr.Column(elem_id="zw-shelf-side", elem_classes="zw-side"):
            notice = html("zw-shelf-notice", classes="zw-notice")
            with gr.Column(elem_id="zw-shelf-adding") as adding:
                files = Files(
                    file_count="multiple",
                    label=words.drop("zh"),
                    elem_id="zw-shelf-files",
                    height=150,
                )
                limits = html("zw-shelf-limits", "zhengwen.limitFiles(element);")
                progress = html("zw-shelf-progress", listening("open"))
            find = gr.Textbox(
                label=words.find("zh"), max_lines=1, visible=False, elem_id="zw-shelf-find"
            )
            hits = html("zw-shelf-hits")
            taken = html("zw-shelf-taken")
            form = _form()
            book = html("zw-shelf-book", listening(*BOOK_EVENTS))
    return ShelfParts(
        *(board, opened, sought, *filters, shown, reader, notice, adding, files, limits),
        *(progress, book, taken, *form, find, hits),
    )


def connect(page: ShelfPage, frame: Frame) -> None:
    """Which event calls what; only an upload waits its turn, the rest answers at once."""
    p = page.parts
    quick: dict[str, Any] = {
        "outputs": [getattr(p, name) for name in p.__slots__],
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    slow = {**quick, "queue": True, "concurrency_limit": 2, "concurrency_id": "library"}
    shown = [p.board, frame.language]
    chosen = [p.text, p.places, p.years, p.kinds, p.statuses]
    book = [p.opened, frame.language]
    p.text.change(page.choose, [*chosen, *shown], trigger_mode="always_last", **quick)
    for one in (p.places, p.years, p.kinds, p.statuses):
        one.input(page.choose, [*chosen, *shown], **quick)
    p.shown.view(page.look, shown, **quick)
    p.shown.sort(page.sort, shown, **quick)
    p.shown.more(page.more, shown, **quick)
    p.shown.cell(page.cell, shown, **quick)
    for listed in (p.shown, p.progress):
        listed.open(page.open, [frame.language], **slow)
    p.reader.close(page.close, shown, **quick)
    p.files.upload(page.upload, [p.files, *shown], **slow)
    p.book.edit(page.edit, book, **quick)
    p.book.keep(page.keep, book, **quick)
    p.book.remove(page.ask_to_remove, book, **quick)
    p.book.removed(page.remove, [p.opened, *shown], **slow)
    p.book.back(page.take_back, [p.opened, *shown], **slow)
    p.book.take(page.take, book, **quick)
    typed = [getattr(p, f"field_{name}") for name in FIELDS]
    p.save.click(page.save, [p.opened, *typed, *shown], **slow)
    p.reset.click(page.reset, [p.opened, *shown], **slow)
    p.find.submit(page.find_within, [p.find, *book], **quick)
    frame.header.switch(page.switch, [p.opened, p.board], **quick)
    frame.tab.select(page.refresh, shown, **quick)
    frame.blocks.load(page.refresh, shown, **quick)


def _filters() -> tuple[gr.Textbox, gr.Dropdown, gr.Dropdown, gr.Dropdown, gr.Dropdown]:
    with gr.Row(elem_id="zw-shelf-tools", elem_classes="zw-tools"):
        text = gr.Textbox(
            label=words.search("zh"),
            placeholder=words.search_hint("zh"),
            max_lines=1,
            elem_id="zw-shelf-text",
            min_width=0,
            scale=0,
        )
        lists = [
            gr.Dropdown(
                choices,
                value=[],
                multiselect=True,
                label=label("zh"),
                elem_id=f"zw-shelf-{name}",
                elem_classes="zw-list",
                min_width=0,
                scale=0,
            )
            for name, label, choices in (
                ("places", shared.place, []),
                ("years", shared.year, []),
                ("kinds", words.kind, [(name, kind) for kind, name in KIND_NAMES.items()]),
                ("statuses", words.status, [(w("zh"), s) for s, w in words.statuses.items()]),
            )
        ]
    return text, lists[0], lists[1], lists[2], lists[3]


def _form() -> tuple[Any, ...]:
    """The fields that can be corrected, and the buttons under them."""
    with gr.Column(visible=False, elem_id="zw-shelf-form") as form:
        fields = [
            gr.Dropdown(
                [(name, kind) for kind, name in KIND_NAMES.items()],
                value=None,
                label=words.fields[name]("zh"),
                elem_id=f"zw-shelf-field-{name}",
            )
            if name == "kind"
            else gr.Textbox(
                label=words.fields[name]("zh"), max_lines=1, elem_id=f"zw-shelf-field-{name}"
            )
            for name in FIELDS
        ]
        with gr.Row(elem_classes="zw-tools"):
            reset = gr.Button(words.reset("zh"), size="sm", elem_id="zw-shelf-reset")
            save = gr.Button(
                words.save("zh"), variant="primary", size="sm", elem_id="zw-shelf-save"
            )
    return form, *fields, reset, save
