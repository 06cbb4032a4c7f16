"""``/v1/models`` and ``/v1/chat/completions``: the chain of the page as OpenAI's API."""

import asyncio
import logging
import time
from contextlib import aclosing
from dataclasses import replace
from secrets import token_hex

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from corpus.errors import UserError
from rag.types import Answer, Question
from ui.api import completion
from ui.api.completion import Head
from ui.api.errors import ApiError, broken, unavailable
from ui.api.gate import CALLER
from ui.api.notes import Notes, Use, of_answer
from ui.api.reply import Reply, Streamed, Whole
from ui.api.request import known_model, read
from ui.api.types import MAX_BODY_BYTES, Api
from ui.api.work import Workers, while_there

log = logging.getLogger(__name__)


def application(api: Api, workers: Workers, notes: Notes) -> Starlette:
    """What stands below ``/v1``; every error is told as OpenAI's API does."""
    since = int(time.time())

    def models(_: Request) -> Response:
        return JSONResponse(completion.models(since))

    def model(request: Request) -> Response:
        return JSONResponse(completion.model(known_model(request.path_params["name"]), since))

    routes = [
        Route("/models", models),
        Route("/models/{name}", model),
        Route("/chat/completions", Chat(api, workers, notes), methods=["POST"]),
    ]
    told = {
        ApiError: _api_error,
        HTTPException: _http_error,
        Exception: _bug,
    }
    return Starlette(routes=routes, exception_handlers=told)


class Chat:
    """``POST /v1/chat/completions`` as an ASGI application."""

    def __init__(self, api: Api, workers: Workers, notes: Notes) -> None:
        self._api = api
        self._workers = workers
        self._notes = notes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request; who goes away ends the work. Raises ApiError."""
        asked = read(await _body(receive))
        head = Head(f"chatcmpl-{token_hex(12)}", int(time.time()), asked.model)
        reply = (Streamed if asked.stream else Whole)(asked, head, send)
        use = Use(scope[CALLER], "chat", asked.question.text, "failed")
        await while_there(receive, self._answer(asked.question, reply, use))

    async def _answer(self, question: Question, reply: Reply, use: Use) -> None:
        """Asks the chain and passes on what it says; the use is noted before the end is sent."""
        try:
            answer = await self._asked(question, reply)
            use = of_answer(use, answer)
            await self._notes.note(use)
            await reply.end(answer)
        except UserError as error:
            await reply.fail(unavailable(str(error)))
        except ApiError as error:
            await reply.fail(error)
        except asyncio.CancelledError:
            use = replace(use, outcome="gone")
            raise
        except Exception:
            log.exception("the question was not answered: %s", question.text)
            await reply.fail(broken())
        finally:
            if use.outcome in ("gone", "failed"):
                self._notes.later(use)

    async def _asked(self, question: Question, reply: Reply) -> Answer:
        stream = self._workers.each(lambda: self._api.chain.stream(question))
        answer = None
        async with aclosing(stream) as snapshots:
            async for answer in snapshots:
                await reply.show(answer)
        if answer is None:
            raise RuntimeError("the chain gave no answer")
        return answer


async def _body(receive: Receive) -> bytes:
    """The whole body. Raises ApiError where it is too long or is not there to its end."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ApiError(400, "请求没有发完。", code="incomplete_body")
        body += message.get("body", b"")
        if len(body) > MAX_BODY_BYTES:
            said = f"请求太长，请缩短到 {MAX_BODY_BYTES:,} 字节以内。"
            raise ApiError(413, said, code="request_too_large")
        if not message.get("more_body", False):
            return bytes(body)


def _api_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return error.response()


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = f"没有 {request.method} {request.url.path[:60]}。"
    return ApiError(error.status_code, said, code="unknown_url").response()


def _bug(_: Request, __: Exception) -> Response:
    return broken().response()
