"""The page as Gradio blocks, and the command that serves it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.events import Dependency

from corpus.errors import UserError
from index.types import EVERYWHERE
from rag.conversations.store import Conversations
from ui import words
from ui.api.types import Api
from ui.header import header
from ui.page import Page
from ui.past.layout import connect as connect_past
from ui.past.layout import layout as past_layout
from ui.past.past import Past, PastParts
from ui.phrase import Phrase
from ui.reading.opening import Opening
from ui.server import listening as listening_at
from ui.server import loopback, private_cache, run
from ui.shown import CARDS, Parts, Shown
from ui.side import html, listening, side
from ui.tab import Frame, Tab, switched_to
from ui.types import Chain, Library
from ui.users.guests import Guests
from ui.users.watch import Watched

EXAMPLES = (
    "科技赋能1236行动的六大工程是哪些",
    "2025年浙江GDP增长目标是多少",
    "What are the six projects?",
)
_STALE_SECONDS = 3600
_NOBODY_SIGNS_IN = (
    "{host} 别的机器也能访问，而网页还没有用户：请先运行 zhengwen users add 用户名 --role admin，"
    "或只监听 127.0.0.1。"
)
THREAD_EVENTS = ("ask", "open", "narrow", "rate", "export")


def build(  # noqa: PLR0913 - the parts of the page
    chain: Chain,
    library: Library,
    examples: Sequence[str] = EXAMPLES,
    feedback: Path | None = None,
    tabs: Sequence[Tab] = (),
    model: str = "",
    conversations: Conversations | None = None,
    *,
    guests: Guests | None = None,
) -> gr.Blocks:
    """The page over ``chain`` and ``library``; ``examples`` are offered before the first question.

    Answers can be rated where ``feedback`` names the file that ratings go to. ``tabs`` stand
    beside the chat. Where a language model writes, ``model`` is its name, and each question can be
    asked without it. Conversations are kept where ``conversations`` says. With ``guests`` events
    are for those who are signed in.

    >>> build(chain, library)  # doctest: +SKIP
    """
    blocks = Watched(
        guests,
        title="政问 Zhengwen",
        analytics_enabled=False,
        fill_width=True,
        delete_cache=(_STALE_SECONDS, _STALE_SECONDS),
    )
    with blocks:
        follow = "zhengwen.followHead(element, watch);"
        head = html("zw-header", listening("fresh", "switch") + follow, header("zh"))
        with gr.Tabs(elem_id="zw-tabs"):
            with gr.Tab(words.chat("zh"), id="chat") as chat:
                parts, listed = _layout(head, model, keeping=conversations is not None)
            labels = {chat: words.chat}
            connects = []
            for tab in tabs:
                with gr.Tab(tab.label("zh"), id=tab.id) as drawn:
                    connects.append((tab.lay(), drawn))
                labels[drawn] = tab.label
        shown = Shown(library, tuple(examples), parts, model)
        asking = _connect(blocks, Page(chain, shown, feedback), Opening(shown), chat)
        if conversations and listed:
            connect_past(Past(conversations, shown, listed), blocks, asking)
        for connect, drawn in connects:
            connect(Frame(blocks, parts.language, head, drawn))
        _name(labels, head)
    return blocks


def serve(  # noqa: PLR0913 - the parts of the page, and where it stands
    chain: Chain,
    library: Library,
    host: str = "127.0.0.1",
    port: int = 7860,
    examples: Sequence[str] = EXAMPLES,
    feedback: Path | None = None,
    tabs: Sequence[Tab] = (),
    *,
    model: str = "",
    conversations: Conversations | None = None,
    api: Api | None = None,
    guests: Guests | None = None,
) -> None:
    """Serve the page until interrupted; prints its address once it listens.

    With an ``api`` programs are answered too, at ``/v1`` and ``/mcp``. Raises Busy, a UserError
    that names the port, where the port is taken. With ``guests`` people sign in; without, a
    ``host`` that other machines reach raises UserError.
    """
    with listening_at(host, port) as door, private_cache() as cache:
        if guests is None and not loopback(door):
            raise UserError(_NOBODY_SIGNS_IN.format(host=host))
        blocks = build(
            chain, library, examples, feedback, tabs, model, conversations, guests=guests
        )
        uploads = any(tab.uploads for tab in tabs)
        run(blocks, door, uploads=uploads, cache=cache, api=api, guests=guests)


def _name(labels: Mapping[gr.Tab, Phrase], head: gr.HTML) -> None:
    """The tabs change their names with the language."""

    def renamed(event: gr.EventData) -> dict[gr.Tab, Any]:
        language = switched_to(event)
        return {drawn: gr.update(label=label(language)) for drawn, label in labels.items()}

    head.switch(
        renamed, None, list(labels), queue=False, show_progress="hidden", api_visibility="private"
    )


def _layout(head: gr.HTML, model: str, *, keeping: bool) -> tuple[Parts, PastParts | None]:
    """The components: a head, the conversation with its field, the evidence beside it; and where
    conversations are kept the list of them."""
    exchanges, opened, hand, language = map(gr.State, ((), CARDS, EVERYWHERE, "zh"))
    with gr.Row(elem_id="zw-main", elem_classes="zw-two"):
        with gr.Column(elem_id="zw-chat"):
            listed = past_layout() if keeping else None
            follow = "zhengwen.followThread(element, watch);"
            thread = html("zw-thread", listening(*THREAD_EVENTS) + follow)
            with gr.Column(elem_id="zw-composer", elem_classes="zw-field"):
                notice = html("zw-notice", classes="zw-notice")
                field = _field(model)
        evidence, viewer = side("zw")
    taken = html("zw-taken", "zhengwen.followTaken(element, watch);", classes="zw-unseen")
    visit = (exchanges, opened, hand, language)
    shown = (head, thread, evidence, viewer, notice, taken)
    return Parts(*visit, *shown, **field), listed


def _field(model: str) -> dict[str, Any]:
    """The field for the question, and under it the scope by hand, who writes, and the buttons; by
    their names among the parts."""
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
    with gr.Row(elem_id="zw-tools", elem_classes="zw-tools"):
        places = _list(words.place("zh"), "zw-places")
        years = _list(words.year("zh"), "zw-years")
        automatic = gr.Button(
            words.automatic("zh"), visible=False, size="sm", elem_id="zw-automatic"
        )
        writer = gr.Checkbox(
            value=bool(model),
            label=words.by_model("zh", name=model),
            visible=bool(model),
            container=False,
            min_width=0,
            scale=0,
            elem_id="zw-writer",
        )
        stop = gr.Button(words.stop("zh"), visible=False, size="sm", elem_id="zw-stop")
        send = gr.Button(words.send("zh"), variant="primary", size="sm", elem_id="zw-send")
    return {
        "box": box,
        "send": send,
        "stop": stop,
        "places": places,
        "years": years,
        "automatic": automatic,
        "writer": writer,
    }


def _list(label: str, elem_id: str) -> gr.Dropdown:
    return gr.Dropdown(
        [],
        value=[],
        multiselect=True,
        label=label,
        elem_id=elem_id,
        elem_classes="zw-list",
        min_width=0,
        scale=0,
    )


def _connect(blocks: gr.Blocks, page: Page, opening: Opening, chat: gr.Tab) -> list[Dependency]:
    """Which event calls what; only a question waits its turn, the rest answers at once. Returns
    what changes a conversation."""
    p = page.parts
    everything = list(_components(p))
    quick: dict[str, Any] = {
        "outputs": everything,
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    slow = {**quick, "queue": True, "concurrency_limit": 4, "concurrency_id": "ask"}
    talk = [p.exchanges, p.hand, p.writer, p.language]
    shown = [p.exchanges, p.opened, p.language]

    typed = gr.on([p.box.submit, p.send.click], page.ask_typed, [p.box, *talk], **slow)
    clicked = p.thread.ask(page.ask_clicked, talk, **slow)
    narrowed = p.thread.narrow(page.narrow, [p.exchanges, p.writer, p.language], **slow)
    asking = [typed, clicked, narrowed]
    for asked in asking:
        asked.success(page.redraw, shown, **quick)

    stopped = p.stop.click(page.stop, [p.exchanges, p.language], cancels=asking, **quick)
    p.header.fresh(page.fresh, [p.language], cancels=asking, **quick)
    p.header.switch(page.switch, [p.exchanges, p.opened], **quick)
    p.thread.export(page.export, [p.exchanges, p.language], **quick)
    rated = p.thread.rate(page.rate, [p.exchanges, p.language], **quick)
    for part in (p.thread, p.evidence, p.viewer):
        part.open(opening.open, shown, **quick)
    p.viewer.link(opening.link, [p.opened, p.language], **quick)
    p.viewer.close(opening.close, [p.opened], **quick)
    p.places.input(page.choose_places, [p.places, p.hand], **quick)
    p.years.input(page.choose_years, [p.years, p.hand], **quick)
    p.automatic.click(page.automatic, None, **quick)
    chat.select(page.refresh, [p.exchanges, p.opened, p.language], **quick)
    loaded = blocks.load(page.load, [p.language], **quick)
    loaded.then(None, js="() => zhengwen.arrive()", api_visibility="private")
    return [*asking, stopped, rated]


def _components(parts: Parts) -> tuple[Any, ...]:
    return tuple(getattr(parts, name) for name in parts.__slots__)
