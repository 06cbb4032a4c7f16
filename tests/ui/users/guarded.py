"""A page over the fakes that three people may use, each in a role of their own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import gradio as gr
import httpx

from rag import keys
from rag.users import file
from rag.users.password import hashed
from tests.ui.evaluation.fakes import FakeEvaluations
from tests.ui.fakes import FakeChain, FakeLibrary, api_of, fake_desk
from ui.app import build
from ui.desk import desk_tab
from ui.evaluation import evaluation_tab
from ui.phrase import Phrase
from ui.roles import needed, needs
from ui.server import listening, private_cache, run
from ui.tab import Frame, Tab
from ui.users.asked import Asked
from ui.users.guests import Guests, guests
from ui.visitor import visitor

PASSWORD = "correct horse battery"
WHEN = datetime(2026, 3, 1, tzinfo=UTC)


def people(home: Path) -> Path:
    """A file with the users reader, editor and admin, who have one password."""
    held: file.Users = ()
    kept = hashed(PASSWORD)
    for role in ("reader", "editor", "admin"):
        held = file.with_user(held, role, role, kept, WHEN)
    file.save(home / file.FILE, held)
    return home / file.FILE


def page(known: Guests) -> gr.Blocks:
    """The page with a tab whose handlers say what they were called with."""
    library, desk = FakeLibrary(), fake_desk(known.home)
    chain = Asked(FakeChain(), known.home)
    tabs = (desk_tab(desk, library), evaluation_tab(FakeEvaluations()), probe())
    return build(chain, library, tabs=tabs, guests=known)


@contextmanager
def served(root: Path, home: Path) -> Iterator["House"]:
    """The page with its doors for programs in a process of its own."""
    command = [sys.executable, "-m", "tests.ui.users.guarded", str(home)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        token = process.stdout.readline().strip()
        events = tuple(Event(*one) for one in json.loads(process.stdout.readline()))
        url = process.stdout.readline().partition("：")[2].strip()
        try:
            yield House(url, home, token, events)
        finally:
            process.terminate()
            process.wait(20)


def probe() -> Tab:
    """A tab with a handler for each role and one that reads an uploaded file."""

    @needs("editor")
    def change(text: str) -> str:
        return f"changed {text}"

    @needs("admin")
    def rule(text: str) -> str:
        return f"ruled {text}"

    def peek(text: str, request: gr.Request) -> str:
        return f"peeked {text} as {visitor(request)}"

    def read(given: str | None) -> str:
        return Path(given).read_text(encoding="utf-8") if given else ""

    def lay() -> Callable[[Frame], None]:
        box, taken = gr.Textbox(), gr.File()

        def connect(_: Frame) -> None:
            how: dict[str, Any] = {"queue": False, "api_visibility": "private"}
            for handler in (change, rule, peek):
                gr.Button().click(handler, box, box, **how)
            gr.Button().click(read, taken, box, **how)
            gr.Button().click(change, box, box, api_visibility="private")

        return connect

    return Tab("probe", Phrase("探", "Probe"), lay, uploads=True)


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the page: the number that Gradio publishes it under, its handler, its role."""

    number: int
    handler: str
    queued: bool
    role: str


@dataclass(frozen=True, slots=True)
class House:
    """A page that is served, the folder of its users, and a key for programs."""

    url: str
    home: Path
    token: str
    events: tuple[Event, ...]

    def number(self, handler: str, queued: bool = False) -> int:
        """The number of a handler of the tab 探."""
        return next(e.number for e in self.events if (e.handler, e.queued) == (handler, queued))

    def visitor(self, name: str = "") -> httpx.Client:
        """A browser of someone, signed in where a name is given."""
        limits = httpx.Limits(max_keepalive_connections=0)
        client = httpx.Client(base_url=self.url, trust_env=False, timeout=30, limits=limits)
        if name:
            form = {"name": name, "password": PASSWORD}
            answer = client.post("/login", data=form, headers={"origin": self.url})
            assert answer.status_code == 303
        return client


def call(client: httpx.Client, at: int, *data: object, visit: str = "v") -> tuple[int, str]:
    """What an event answers that is called without the page: its status and its text."""
    body = {"fn_index": at, "data": list(data), "session_hash": visit}
    answer = client.post("/gradio_api/run/predict", json=body)
    return answer.status_code, answer.text


def upload(client: httpx.Client, text: str) -> str:
    """Where the server keeps a file that was uploaded."""
    answer = client.post(
        "/gradio_api/upload", files={"files": ("a.txt", text.encode(), "text/plain")}
    )
    return str(answer.json()[0])


def _serve(home: Path) -> None:
    """Prints a key and the events, then serves the page until it is ended."""
    token, known = keys.new_token(), guests(people(home), home, 30)
    held = keys.with_key((), "dify", token, WHEN)
    with listening("127.0.0.1", 0) as door, private_cache() as cache:
        blocks = page(known)
        events = [
            (at, fn.fn.__name__, fn.queue, needed(fn.fn)) for at, fn in blocks.fns.items() if fn.fn
        ]
        print(token, json.dumps(events), sep="\n", flush=True)
        api = replace(api_of(FakeChain(), fake_desk(None)), keys=lambda: held)
        run(blocks, door, uploads=True, cache=cache, api=api, guests=known)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
