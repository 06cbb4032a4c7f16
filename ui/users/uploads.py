"""Whose an uploaded file is: who was told where it lies."""

import json

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.users.belongings import Belongings

UPLOAD = "/gradio_api/upload"


def owned_uploads(app: ASGIApp, belongings: Belongings, name: str) -> ASGIApp:
    """The application; files that it takes in a request belong to a person from then on."""

    async def owned(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].rstrip("/") != UPLOAD:
            await app(scope, receive, send)
            return
        body = bytearray()

        async def read(message: Message) -> None:
            if message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    _share(bytes(body), belongings, name)
            await send(message)

        headers = MutableHeaders(scope=scope)
        headers["accept-encoding"] = "identity"
        await app(scope, receive, read)

    return owned


def _share(body: bytes, belongings: Belongings, name: str) -> None:
    try:
        paths = json.loads(body)
    except ValueError:
        return
    for path in paths if isinstance(paths, list) else ():
        belongings.share(f"file:{path}", name)
