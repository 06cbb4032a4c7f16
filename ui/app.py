"""The page as Gradio blocks, and the command that serves it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from index.types import EVERYWHERE
from rag.proofread.desk import Desk
from ui import desk_layout, words
from ui.desk_page import DeskPage
from ui.header import header
from ui.page import CARDS, Page, Parts
from ui.server import listening, private_cache, run
from ui.types import Chain, Language, Library

EXAMPLES = (
    "科技赋能1236行动的六大工程是哪些",
    "2025年浙江GDP增长目标是多少",
    "What are the six projects?",
)
_STALE_SECONDS = 3600
THREAD_EVENTS = ("ask", "open", "narrow", "rate")


def build(
    chain: Chain,
    library: Library,
    examples: Sequence[str] = EXAMPLES,
    feedback: Path | None = None,
    desk: Desk | None = None,
) -> gr.Blocks:
    """The page over ``chain`` and ``library``; ``examples`` are offered before the first question.

    Answers can be rated where ``feedback`` names the file that ratings go to. Manuscripts can be
    checked in a tab of their own where there is a ``desk``.

    >>> build(chain, library)  # doctest: +SKIP
    """
    blocks = gr.Blocks(
        title="政问 Zhengwen",
        analytics_enabled=False,
        fill_width=True,
        delete_cache=(_STALE_SECONDS, _STALE_SECONDS),
    )
    with blocks:
        head = _html("zw-header", header("zh"), _listening("fresh", "switch"))
        if desk is None:
            _connect(blocks, Page(chain, library, tuple(examples), _layout(head), feedback))
            return blocks
        with gr.Tabs(elem_id="zw-tabs"):
            with gr.Tab(words.chat("zh"), id="chat") as chat_tab:
                parts = _layout(head)
            with gr.Tab(words.desk("zh"), id="desk") as desk_tab:
                desk_parts = desk_layout.layout()
        _connect(blocks, Page(chain, library, tuple(examples), parts, feedback))
        _connect_desk(
            blocks, DeskPage(desk, library, desk_parts), parts, {"chat": chat_tab, "desk": desk_tab}
        )
    return blocks


def serve(
    chain: Chain,
    library: Library,
    host: str = "127.0.0.1",
    port: int = 7860,
    examples: Sequence[str] = EXAMPLES,
    feedback: Path | None = None,
    desk: Desk | None = None,
) -> None:
    """Serve the page until interrupted; prints its address once it listens.

    Raises Busy, a UserError that names the port, where the port is taken.
    """
    with listening(host, port) as door, private_cache() as cache:
        blocks = build(chain, library, examples, feedback, desk)
        run(blocks, door, uploads=desk is not None, cache=cache)


def _layout(head: gr.HTML) -> Parts:
    """The components: a head, the conversation with its field, the evidence beside it."""
    exchanges, opened, hand, language = map(gr.State, ((), CARDS, EVERYWHERE, "zh"))
    with gr.Row(elem_id="zw-main"):
        with gr.Column(elem_id="zw-chat"):
            follow = "zhengwen.followThread(element, watch);"
            thread = _html("zw-thread", "", _listening(*THREAD_EVENTS) + follow)
            with gr.Column(elem_id="zw-composer"):
                notice = _html("zw-notice")
                field = _field()
        with gr.Column(elem_id="zw-side"):
            evidence = _html("zw-evidence", "", _listening("open"))
            follow = "zhengwen.followViewer(element, trigger, watch);"
            viewer = _html("zw-viewer", "", _listening("close") + follow)
    return Parts(exchanges, opened, hand, language, head, thread, evidence, viewer, notice, *field)


def _field() -> tuple[gr.Textbox, gr.Button, gr.Button, gr.Dropdown, gr.Dropdown, gr.Button]:
    """The field for the question, and under it the scope by hand and the buttons."""
    box = gr.Textbox(
        label=words.ask_label("zh"),
        placeholder=words.ask_hint("zh"),
        show_label=False,
        container=False,
        lines=1,
        max_lines=8,
        autofocus=True,
        elem_id="zw-box",
    )
    with gr.Row(elem_id="zw-tools"):
        places = _list(words.place("zh"), "zw-places")
        years = _list(words.year("zh"), "zw-years")
        automatic = gr.Button(
            words.automatic("zh"), visible=False, size="sm", elem_id="zw-automatic"
        )
        stop = gr.Button(words.stop("zh"), visible=False, size="sm", elem_id="zw-stop")
        send = gr.Button(words.send("zh"), variant="primary", size="sm", elem_id="zw-send")
    return box, send, stop, places, years, automatic


def _list(label: str, elem_id: str) -> gr.Dropdown:
    return gr.Dropdown(
        [], value=[], multiselect=True, label=label, elem_id=elem_id, min_width=0, scale=0
    )


def _html(elem_id: str, value: str = "", script: str | None = None) -> gr.HTML:
    return gr.HTML(value, elem_id=elem_id, js_on_load=script, apply_default_css=False)


def _listening(*events: str) -> str:
    """The script that sends clicks on ``[data-event]`` to the server under these names."""
    return f"zhengwen.listen(element, trigger, {list(events)!r});"


def _connect(blocks: gr.Blocks, page: Page) -> None:
    """Which event calls what; only a question waits its turn, the rest answers at once."""
    p = page.parts
    everything = list(_components(p))
    quick: dict[str, Any] = {
        "outputs": everything,
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    slow = {**quick, "queue": True, "concurrency_limit": 4, "concurrency_id": "ask"}
    talk = [p.exchanges, p.hand, p.language]
    shown = [p.exchanges, p.opened, p.language]

    typed = gr.on([p.box.submit, p.send.click], page.ask_typed, [p.box, *talk], **slow)
    clicked = p.thread.ask(page.ask_clicked, talk, **slow)
    narrowed = p.thread.narrow(page.narrow, [p.exchanges, p.language], **slow)
    asking = [typed, clicked, narrowed]
    for asked in asking:
        asked.success(page.redraw, shown, **quick)

    p.stop.click(page.stop, [p.exchanges, p.language], cancels=asking, **quick)
    p.header.fresh(page.fresh, [p.language], cancels=asking, **quick)
    p.header.switch(page.switch, [p.exchanges, p.opened], **quick)
    p.thread.rate(page.rate, [p.exchanges, p.language], **quick)
    p.thread.open(page.open, shown, **quick)
    p.evidence.open(page.open, shown, **quick)
    p.viewer.close(page.close, [p.opened], **quick)
    p.places.input(page.choose_places, [p.places, p.hand], **quick)
    p.years.input(page.choose_years, [p.years, p.hand], **quick)
    p.automatic.click(page.automatic, None, **quick)
    blocks.load(page.load, [p.language], **quick)


def _connect_desk(blocks: gr.Blocks, page: DeskPage, parts: Parts, tabs: dict[str, gr.Tab]) -> None:
    """The tab 核稿 beside the chat; both change their language together."""
    quick = desk_layout.connect(page, parts.language)
    p = page.parts
    parts.header.switch(page.switch, [p.checked, p.looked], **quick)

    def renamed(event: gr.EventData) -> dict[gr.Tab, Any]:
        language: Language = "en" if event._data["language"] == "en" else "zh"
        chat, desk = gr.update(label=words.chat(language)), gr.update(label=words.desk(language))
        return {tabs["chat"]: chat, tabs["desk"]: desk}

    parts.header.switch(renamed, None, **{**quick, "outputs": list(tabs.values())})
    blocks.load(page.load, [parts.language], **quick)


def _components(parts: Parts) -> tuple[Any, ...]:
    return tuple(getattr(parts, name) for name in parts.__slots__)
