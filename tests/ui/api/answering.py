"""A server on this machine that answers programs, and a chain whose end can be seen."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from corpus.errors import UserError
from rag.keys import Keys
from rag.types import Answer, Question
from tests.ui.fakes import SIX, FakeChain, api_of, fake_desk
from ui.api.doors import Doors
from ui.api.types import Api
from ui.server import listening

PATIENCE_SECONDS = 10


class SeenChain(FakeChain):
    """The fake chain; ``ended`` is set when an answer that takes long is given up.

    The answer to 断 breaks off, that to 改 begins otherwise than it ends.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ended = threading.Event()

    def stream(self, question: Question, /) -> Iterator[Answer]:
        if question.text in "断改":
            yield replace(SIX, answer="先这样说")
        if question.text == "断":
            raise UserError("文件不见了。")
        yield from super().stream(question)

    def _slowly(self, question: Question) -> Iterator[Answer]:
        try:
            for answer in super()._slowly(question):
                yield answer
                time.sleep(0.02)
        finally:
            self.ended.set()


@dataclass
class Fakes:
    """The fakes as an Api; ``keys`` may be changed while it serves."""

    log: Path
    chain: SeenChain = field(default_factory=SeenChain)
    keys: Keys | None = None

    def api(self) -> Api:
        return replace(api_of(self.chain, fake_desk()), keys=lambda: self.keys, log=self.log)


def bare(doors: Doors) -> FastAPI:
    """An application with the doors and no page."""
    app = FastAPI(lifespan=lambda _: doors.open())
    app.router.routes.extend(doors.routes)
    return app


@contextmanager
def answering(app: ASGIApp) -> Iterator[str]:
    """The address of an application that is served for as long as the block lasts."""
    with listening("127.0.0.1", 0) as door:
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([door],))
        thread.start()
        try:
            until(lambda: server.started)
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(PATIENCE_SECONDS)


def until(so: Callable[[], bool]) -> None:
    """Returns once something is so; fails where it is not for long."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not so():
        assert time.monotonic() < end
        time.sleep(0.02)
