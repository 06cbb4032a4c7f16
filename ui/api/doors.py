"""The doors for programs, hung in the application that carries the page."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from mcp.server.streamable_http_manager import StreamableHTTPASGIApp
from mcp.server.transport_security import TransportSecuritySettings
from starlette.routing import BaseRoute, Mount, Route

from corpus.errors import UserError
from ui.api import chat, tools
from ui.api.gate import Gate
from ui.api.notes import Notes
from ui.api.types import MAX_BODY_BYTES, Api
from ui.api.work import Workers


class Doors:
    """``/v1`` and ``/mcp`` behind one gate, with the threads that work for both.

    Each MCP request stands alone (no sessions), so that nothing is kept of who asked. The gate
    knows hosts and origins for both doors, so MCP's own check is off.
    """

    def __init__(self, api: Api, loopback: bool) -> None:
        """``loopback`` is whether the server can only be reached from this machine."""
        self._keys = api.keys
        self._loopback = loopback
        self._workers = Workers()
        self._notes = Notes(api.log)
        self._mcp = tools.server(api, self._workers, self._notes)
        self._mcp.streamable_http_app(
            stateless_http=True,
            max_request_body_size=MAX_BODY_BYTES,
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        completions = chat.application(api, self._workers, self._notes)
        tooled = StreamableHTTPASGIApp(self._mcp.session_manager)
        self.routes: Sequence[BaseRoute] = (
            Mount("/v1", Gate(completions, api.keys, loopback)),
            Route("/mcp", Gate(tooled, api.keys, loopback)),
        )

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """The doors are open while this lasts; at the end the work under way is given up."""
        async with self._mcp.session_manager.run():
            try:
                yield
            finally:
                self._workers.close()
                self._notes.close()

    def notice(self, url: str) -> str:
        """Where the doors are below the address of the server, and for whom they open."""
        try:
            known = self._keys()
        except UserError as error:
            return f"程序接口关着：{error}"
        whom = "要用密钥"
        if known is None:
            whom = (
                "本机不用密钥" if self._loopback else "还没有密钥，先关着：zhengwen keys add 名字"
            )
        return f"程序接口（{whom}）：{url}/v1（OpenAI），{url}/mcp（MCP）"
