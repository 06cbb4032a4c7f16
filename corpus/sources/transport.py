"""Connections to public addresses only, to the very address that was checked."""

import socket
from collections.abc import Callable
from contextlib import suppress

import httpx

from corpus.sources.address import public

Resolve = Callable[[str, int], list[str]]


class UnknownHost(httpx.ConnectError):
    """The name of a host leads to no address."""


class Forbidden(httpx.ConnectError):
    """The name of a host leads into a private network."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order to try them. Raises ``socket.gaierror``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedTransport(httpx.BaseTransport):
    """Looks a host up once, checks all its addresses, and connects to one of those.

    A name that changes its address between check and connection gains nothing. No connection
    is kept, since two hosts may share an address but not a certificate. No proxy is used.
    """

    def __init__(
        self,
        private_allowed: bool = False,
        resolve: Resolve = resolve,
        inner: httpx.BaseTransport | None = None,
    ) -> None:
        self._private_allowed = private_allowed
        self._resolve = resolve
        limits = httpx.Limits(max_keepalive_connections=0)
        self._inner = inner or httpx.HTTPTransport(trust_env=False, limits=limits)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        addresses = self._checked(host, request.url.port or 443)
        request.extensions = {**request.extensions, "sni_hostname": host}
        for address in addresses[:-1]:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return self._inner.handle_request(_pinned(request, address))
        return self._inner.handle_request(_pinned(request, addresses[-1]))

    def close(self) -> None:
        self._inner.close()

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise UnknownHost(str(error)) from error
        private = [address for address in addresses if not public(address)]
        if not addresses:
            raise UnknownHost(host)
        if private and not self._private_allowed:
            raise Forbidden(private[0])
        return addresses


def _pinned(request: httpx.Request, address: str) -> httpx.Request:
    """The request to an address; its Host header still names the host."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions=request.extensions,
    )
