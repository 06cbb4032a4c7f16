"""How a completion goes out: in one piece, or as it grows."""

from typing import Protocol

from starlette.responses import JSONResponse
from starlette.types import Send

from rag.types import Answer
from ui.api import completion
from ui.api.completion import Head
from ui.api.errors import ApiError
from ui.api.request import Asked

_EVENTS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-cache"),
    (b"x-accel-buffering", b"no"),
]


class Reply(Protocol):
    """What is done with the snapshots of an answer."""

    async def show(self, answer: Answer) -> None:
        """A snapshot is there."""

    async def end(self, answer: Answer) -> None:
        """The answer is whole."""

    async def fail(self, error: ApiError) -> None:
        """There will be no answer. Raises ``error`` where nothing was sent yet."""


class Whole:
    """A completion in one piece."""

    def __init__(self, asked: Asked, head: Head, send: Send) -> None:
        self._asked = asked
        self._head = head
        self._send = send

    async def show(self, answer: Answer) -> None:
        """Nothing is sent before the end."""

    async def end(self, answer: Answer) -> None:
        """Sends the completion."""
        body = completion.whole(self._head, answer, self._asked.prompt_tokens)
        response = JSONResponse(body)
        await self._send(
            {"type": "http.response.start", "status": 200, "headers": response.raw_headers}
        )
        await self._send({"type": "http.response.body", "body": response.body})

    async def fail(self, error: ApiError) -> None:
        """Raises the error."""
        raise error


class Streamed:
    """A completion in server-sent events; its head is sent with the first snapshot, so that
    what fails before has a status of its own."""

    def __init__(self, asked: Asked, head: Head, send: Send) -> None:
        self._asked = asked
        self._head = head
        self._send = send
        self._text: str | None = None

    async def show(self, answer: Answer) -> None:
        """Sends what the answer has more than before."""
        await self._grow(answer.answer)

    async def end(self, answer: Answer) -> None:
        """Sends what is left of the text, all that belongs to it, and the end."""
        text = completion.content(answer)
        await self._grow(text)
        await self._event(completion.closing(self._head, answer))
        if self._asked.include_usage:
            await self._event(completion.counted(self._head, self._asked.prompt_tokens, text))
        await self._event(completion.DONE, last=True)

    async def fail(self, error: ApiError) -> None:
        """Tells the error as an event, after which nothing comes."""
        if self._text is None:
            raise error
        await self._event(completion.event(error.body()), last=True)

    async def _grow(self, text: str) -> None:
        if self._text is None:
            await self._send({"type": "http.response.start", "status": 200, "headers": _EVENTS})
            await self._event(completion.opening(self._head))
        more = completion.continuation(self._text or "", text)
        await self._event(completion.more(self._head, more) if more else completion.PULSE)
        self._text = text

    async def _event(self, event: bytes, last: bool = False) -> None:
        await self._send({"type": "http.response.body", "body": event, "more_body": not last})
