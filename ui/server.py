"""The page on a port: nothing is fetched from another host, by the server or the browser."""

import contextlib
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import Busy
from rag.keys import Keys
from ui.api.doors import Doors
from ui.api.types import Api
from ui.theme import theme
from ui.users.entry import Entry
from ui.users.guests import Guests

HERE = Path(__file__).parent
CLOSED = ("/gradio_api/file=", "/gradio_api/file/", "/gradio_api/proxy=")
"""Doors of Gradio that this page never uses: handing out files, fetching.

What a person uploads can so be fetched by nobody; what the page gives back lies within the page.
"""
UPLOAD = "/gradio_api/upload"
LARGEST_UPLOAD = "50mb"

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
"""Gradio compiles its templates in the browser, hence the two unsafe words; no other host."""

_CACHE = "GRADIO_TEMP_DIR"
"""What Gradio calls the folder of its files."""

NO_DOCS: dict[str, Any] = {"docs_url": None, "redoc_url": None, "openapi_url": None}


def run(
    blocks: gr.Blocks,
    door: socket.socket,
    *,
    uploads: bool = False,
    cache: Path | None = None,
    api: Api | None = None,
    guests: Guests | None = None,
) -> None:
    """Serve ``blocks`` at a listening socket until interrupted; says where once it can answer.

    Files are taken only where ``uploads`` is set. The folder ``cache`` is emptied at the end,
    also where the end is a signal that ends the process at once. With an ``api`` programs are
    answered too, with ``guests`` only those who sign in or hold a key.
    """
    if api and guests:
        api = replace(api, keys=_needed(api.keys))
    doors = Doors(api, loopback(door)) if api else None
    config = uvicorn.Config(
        application(blocks, uploads=uploads, doors=doors, guests=guests),
        log_level="warning",
        timeout_graceful_shutdown=2,
        lifespan="on",
    )
    with contextlib.suppress(KeyboardInterrupt):
        Announcing(config, address(door), cache, doors).run(sockets=[door])


@contextlib.contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket listening at ``host`` and ``port`` (0: any free one), closed at the end.

    Raises Busy, which names the port, where it cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        if os.name == "posix":  # elsewhere the option would let two servers share a port
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
            door.listen()
        except OSError as error:
            raise Busy(
                f"{host} 的 {port} 端口不可用（可能已被占用），请用 --port 换一个端口。"
            ) from error
        yield door


def address(door: socket.socket) -> str:
    """Where a browser on this machine finds a listening socket."""
    host, port = door.getsockname()[:2]
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{reached}]:{port}" if ":" in reached else f"http://{reached}:{port}"


def loopback(door: socket.socket) -> bool:
    """Whether a listening socket can only be reached from this machine."""
    return ip_address(door.getsockname()[0]).is_loopback


class Announcing(uvicorn.Server):
    """A server that says where it is once it answers, and leaves no cache behind."""

    def __init__(
        self,
        config: uvicorn.Config,
        url: str,
        cache: Path | None = None,
        doors: Doors | None = None,
    ) -> None:
        super().__init__(config)
        self._url = url
        self._cache = cache
        self._doors = doors

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn's, then a line on standard output for each door."""
        await super().startup(sockets)
        if self.started:
            print(f"政问已就绪：{self._url}", flush=True)
        if self.started and self._doors:
            print(self._doors.notice(self._url), flush=True)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn's, which then raises the signal again: nothing after it would be run."""
        await super().shutdown(sockets)
        if self._cache:
            shutil.rmtree(self._cache, ignore_errors=True)


@contextlib.contextmanager
def private_cache() -> Iterator[Path]:
    """A folder for what Gradio keeps of uploads, which only this person of the machine can read
    and which is gone at the end. To be entered before the page is built."""
    before = os.environ.get(_CACHE)
    with tempfile.TemporaryDirectory(prefix="zhengwen-", ignore_cleanup_errors=True) as folder:
        os.environ[_CACHE] = folder
        try:
            yield Path(folder)
        finally:
            os.environ.pop(_CACHE)
            if before is not None:
                os.environ[_CACHE] = before


def application(
    blocks: gr.Blocks,
    *,
    uploads: bool = False,
    doors: Doors | None = None,
    guests: Guests | None = None,
) -> ASGIApp:
    """``blocks`` as an ASGI application with the page's style, script and policy, and the doors
    for programs beside it."""
    app = FastAPI(**NO_DOCS, lifespan=(lambda _: doors.open()) if doors else None)
    app.router.routes.extend(doors.routes if doors else ())
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        app_kwargs=dict(NO_DOCS),
        theme=theme(),
        head=head(),
        max_file_size=LARGEST_UPLOAD,
    )
    inner = Entry(app, guests) if guests else app
    return Guarded(inner, CLOSED if uploads else (*CLOSED, UPLOAD))


def _needed(keys: Callable[[], Keys | None]) -> Callable[[], Keys | None]:
    """Keys without which no program gets in, even from this machine and where there are none."""
    return lambda: keys() or ()


def head() -> str:
    """The styles and the scripts of the page and its tabs as elements of its head.

    The style does not go in as Gradio's ``css``, which rewrites every selector.
    """
    style, script = _joined("style.css"), _joined("page.js")
    return f"<style>{style}</style><script>{script}</script>"


def _joined(name: str) -> str:
    """The files of this name: that of the page, then those of its tabs."""
    files = [HERE / name, *sorted(HERE.glob(f"*/{name}"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.exists())


class Guarded:
    """An application whose answers forbid the browser any other host."""

    def __init__(self, app: ASGIApp, closed: tuple[str, ...]) -> None:
        self.app = app
        self.closed = closed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the closed doors, pass on the rest with the policy in the head."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].startswith(self.closed):
            await PlainTextResponse("not here", status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, _with_policy(send))


def _with_policy(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = POLICY
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Referrer-Policy"] = "same-origin"
        await send(message)

    return guarded
