"""What can go wrong on the way to a page, in our words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from corpus.errors import UserError
from corpus.sources.transport import Forbidden, UnknownHost

_NO_WAY_OUT = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}


class Unreached(UserError):
    """A page that could not be had; the text says why, without address and full stop."""


class Offline(Unreached):
    """No way to the host at all: no name service, no route."""


class NoConnection(Unreached):
    """The host does not speak this protocol; another one may be tried."""


@contextmanager
def translated() -> Iterator[None]:
    """Foreign errors that no second try can mend, in our words."""
    try:
        yield
    except UnknownHost as error:
        raise Offline("查不到这个网站的地址") from error
    except Forbidden as error:
        raise Unreached(f"域名指向内部网络的地址 {error}") from error
    except httpx.ConnectError as error:
        if _numbers(error) & _NO_WAY_OUT:
            raise Offline("网络不通") from error
        raise
    except (httpx.DecodingError, httpx.InvalidURL) as error:
        raise Unreached("传来的内容解不开") from error


def reason_of(error: httpx.TransportError, timeout: float) -> Unreached:
    """Why a request failed that was worth another try; ``timeout`` in seconds."""
    if isinstance(error, httpx.ConnectTimeout):
        return NoConnection(f"{timeout:g} 秒没有连上")
    if isinstance(error, httpx.TimeoutException):
        return Unreached(f"{timeout:g} 秒没有回答")
    if isinstance(error, httpx.ConnectError):
        return NoConnection(f"连不上（{str(error)[:60] or type(error).__name__}）")
    return Unreached("没有传完就断了")


def _numbers(error: BaseException | None) -> set[int]:
    """The numbers of the system errors behind an error."""
    found: set[int] = set()
    while error is not None:
        if isinstance(error, OSError) and error.errno is not None:
            found.add(error.errno)
        error = error.__cause__ or error.__context__
    return found
