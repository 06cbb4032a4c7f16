"""Who is let in: holders of a key, or anyone on this machine where no key was ever made."""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.errors import UserError
from rag.keys import Keys, holder
from ui.api.errors import ApiError, unavailable

CALLER = "zhengwen.caller"
"""Where the name of the key stands in the scope of a request that was let in; that of a user who
is signed in stands there before."""

_LOCAL_HOST = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?", re.I)
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
_UNREADABLE = "密钥文件读不懂，接口关着；服务器的日志说了为什么。"
_NO_KEYS = (
    "还没有密钥，接口只对本机开放；请在运行政问的机器上执行 zhengwen keys add 名字，"
    "再把密钥填进 Authorization: Bearer。"
)


log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Knock:
    """What a request says of where it comes from; ``client`` is its address, empty if unknown."""

    client: str
    headers: Mapping[str, str]


class Gate:
    """An application that only those get to who may."""

    def __init__(self, app: ASGIApp, keys: Callable[[], Keys | None], loopback: bool) -> None:
        """``loopback`` is whether the server can only be reached from this machine."""
        self._app = app
        self._keys = keys
        self._loopback = loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on who is let in, with their name; tells the others why not."""
        if CALLER in scope:
            await self._app(scope, receive, send)
            return
        client = scope.get("client") or ("",)
        knock = Knock(client[0], Headers(scope=scope))
        try:
            name = caller(knock, self._keys(), self._loopback)
        except UserError as error:
            log.error("nobody is let in: %s", error)
            await unavailable(_UNREADABLE).response()(scope, receive, send)
        except ApiError as error:
            await error.response()(scope, receive, send)
        else:
            await self._app({**scope, CALLER: name}, receive, send)


def caller(knock: Knock, keys: Keys | None, loopback: bool) -> str:
    """The name of the key of a request, empty where none is needed. Raises ApiError.

    A key proves itself. Without keys a request has to come from this machine and to call the
    server by a name of this machine: a web page whose own name was made to point here (DNS
    rebinding) calls it by that name, and one from elsewhere tells its origin.
    """
    if keys is not None:
        return _holder(keys, knock.headers.get("authorization", ""))
    forwarded = any(name in knock.headers for name in _FORWARDED)
    if not loopback or forwarded or not _is_local(knock.client):
        raise ApiError(403, _NO_KEYS, "permission_error", "no_keys")
    host = knock.headers.get("host", "")
    if not _LOCAL_HOST.fullmatch(host):
        said = f"不认识的主机名 {host[:60]}；没有密钥时请用 127.0.0.1 或 localhost。"
        raise ApiError(421, said, "permission_error", "unknown_host")
    origin = knock.headers.get("origin")
    if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
        said = "别的网页不能使用接口。"
        raise ApiError(403, said, "permission_error", "foreign_origin")
    return ""


def _holder(keys: Keys, authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        said = "缺少密钥；请填进 Authorization: Bearer。"
        raise ApiError(401, said, code="missing_api_key")
    found = holder(keys, token.strip())
    if found is None:
        raise ApiError(401, "密钥不对，或已取消。", code="invalid_api_key")
    return found.name


def _is_local(client: str) -> bool:
    try:
        return ip_address(client.partition("%")[0]).is_loopback
    except ValueError:
        return False
