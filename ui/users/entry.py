"""The way in: an ASGI application that passes on only who is signed in, or holds a key."""

import logging
from asyncio import Semaphore
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.errors import UserError
from rag.audit import SIGNED_IN
from rag.users.present import PRESENT
from ui.api.errors import ApiError
from ui.api.gate import CALLER
from ui.types import Language
from ui.users import words
from ui.users.guests import Guests
from ui.users.sign_in import sign_in, within
from ui.users.uploads import owned_uploads

COOKIE = "zhengwen"
PERSON = "zhengwen.person"
"""Where who is signed in stands in the scope of a request that was let in."""

_DOORS = ("/v1", "/mcp")
_LARGEST_FORM = 20_000
_HASHED_AT_ONCE = 2
_SAFE = ("GET", "HEAD", "OPTIONS")

Answer = Callable[[Scope, Receive, Send], Awaitable[None]]

log = logging.getLogger(__name__)


class Entry:
    """An application behind a sign-in. Doors for programs see to their keys themselves."""

    def __init__(self, app: ASGIApp, guests: Guests) -> None:
        self._app = app
        self._guests = guests
        self._hashing = Semaphore(_HASHED_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, refuses or passes on a request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await (await self._answer(Request(scope, receive)))(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, request: Request) -> Answer:
        language = _language(request)
        if _for_programs(request) and "authorization" in request.headers:
            return self._app
        if request.method not in _SAFE and not _own(request.headers):
            return PlainTextResponse(words.foreign(language), 403)
        try:
            if request.url.path == "/login":
                return await self._sign_in(request, language)
            if request.url.path == "/logout":
                return self._sign_out(request)
            return self._passed(request)
        except UserError as error:
            log.error("nobody is let in: %s", error)
            return PlainTextResponse(words.unreadable(language), 503)

    def _passed(self, request: Request) -> Answer:
        """The application for who may, a refusal for the others."""
        path, scope = request.url.path, request.scope
        person = self._guests.person(request.cookies.get(COOKIE, ""))
        if person is None and _for_programs(request):
            said = "缺少密钥；请填进 Authorization: Bearer，或先登录网页。"
            return ApiError(401, said, code="missing_api_key").response()
        if person is None:
            return _refused(request)
        if not _visits(path, request, self._guests, person.name):
            return PlainTextResponse(words.NOT_YOURS, 403)
        scope[PERSON] = person
        scope[CALLER] = SIGNED_IN + person.name
        PRESENT.set(person)
        return owned_uploads(self._app, self._guests.belongings, person.name)

    async def _sign_in(self, request: Request, language: Language) -> Answer:
        if request.method != "POST":
            onward = within(request.query_params.get("next", "/"))
            return _page(sign_in(language, onward))
        form = await _form(request)
        if form is None:
            return PlainTextResponse(words.too_long(language), 413)
        language = _chosen(form.get("lang"), language)
        name, onward = form.get("name", "").strip(), within(form.get("next", "/"))
        address = request.client.host if request.client else ""
        wait = self._guests.failures.attempt(name, address)
        if wait:
            said = words.wait(language, seconds=wait)
            answer = _page(sign_in(language, onward, said, name), 429)
            answer.headers["Retry-After"] = str(wait)
            return answer
        async with self._hashing:
            password = form.get("password", "")
            token = await run_in_threadpool(self._guests.token, name, password, address)
        if token is None:
            return _page(sign_in(language, onward, words.wrong(language), name), 401)
        self._guests.sessions.end(request.cookies.get(COOKIE, ""))
        return _with_cookie(RedirectResponse(onward, 303), request, token)

    def _sign_out(self, request: Request) -> Answer:
        if request.method != "POST":
            return RedirectResponse("/", 303)
        address = request.client.host if request.client else ""
        self._guests.leave(request.cookies.get(COOKIE, ""), address)
        return _with_cookie(RedirectResponse("/login", 303), request, "")


def _for_programs(request: Request) -> bool:
    """Whether a request knocks at a door for programs."""
    path = request.url.path
    return any(path == door or path.startswith(f"{door}/") for door in _DOORS)


def _own(headers: Headers) -> bool:
    """Whether a request that may change something comes from a page of this server, or from a
    program that is no browser: all of today's browsers say where they post from."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    host = headers.get("host", "")
    return origin in (None, f"http://{host}", f"https://{host}")


def _visits(path: str, request: Request, guests: Guests, name: str) -> bool:
    """Whether the visit that a request listens to, if any, is this person's."""
    visit = request.query_params.get("session_hash", "")
    if path.startswith("/gradio_api/heartbeat/"):
        visit = path.rpartition("/")[2]
    return not visit or guests.belongings.take(f"visit:{visit}", name)


def _refused(request: Request) -> Response:
    """To the sign-in for who opens the page, a plain refusal for all else."""
    if request.method in _SAFE and "text/html" in request.headers.get("accept", ""):
        query = f"?{request.url.query}" if request.url.query else ""
        onward = within(request.url.path + query)
        return RedirectResponse("/login?" + urlencode({"next": onward}), 303)
    return PlainTextResponse(words.NOT_SIGNED_IN, 401)


def _page(html: str, status: int = 200) -> Response:
    return HTMLResponse(html, status, {"Cache-Control": "no-store"})


def _with_cookie(response: Response, request: Request, token: str) -> Response:
    """The response with the token as a cookie that scripts and other sites cannot use."""
    response.headers["Cache-Control"] = "no-store"
    response.set_cookie(
        COOKIE,
        token,
        max_age=None if token else 0,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


async def _form(request: Request) -> Mapping[str, str] | None:
    """The fields of a form; None where it is too long to be one of ours."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST_FORM:
            return None
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in fields.items()}


def _language(request: Request) -> Language:
    wanted = request.headers.get("accept-language", "zh").strip().lower()
    return _chosen(request.query_params.get("lang"), "zh" if wanted.startswith("zh") else "en")


def _chosen(given: str | None, otherwise: Language) -> Language:
    if given in ("zh", "en"):
        return "zh" if given == "zh" else "en"
    return otherwise
