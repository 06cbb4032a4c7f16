"""Reaching Milvus: a server by its address, or a milvus-lite file, within a few seconds or not.

Every foreign error becomes one sentence here; the packages' own logs are silenced, since they
would print a traceback above it.
"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from corpus.errors import DamagedIndex, Unreachable, UserError
from index.backends import Place

if TYPE_CHECKING:
    from pymilvus import MilvusClient

SECONDS = 5.0
"""How long a question waits for the server."""

PATIENCE = 600.0
"""How long writing waits: a server may take minutes to build its own index."""

_ENDING = ".db"
_SCHEMES = ("http", "https", "tcp")
_NOT_FOUND = 100
_AWAY = 2
_SETTING = "请检查 ZHENGWEN_MILVUS"


def is_file(address: str) -> bool:
    """Whether an address names a milvus-lite file and not a server."""
    return address.endswith(_ENDING) and "://" not in address


def without_password(address: str) -> str:
    """The address as it may be shown and stored."""
    if is_file(address):
        return address
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def kept(address: str) -> str:
    """The address as an index remembers it: no password, a file by its whole path."""
    if is_file(address):
        return str(Path(address).expanduser().resolve())
    return without_password(address)


def reached(place: Place) -> "MilvusClient":
    """A client of the server, or of the file; one for each address in a process.

    Raises ``UserError`` where a package is missing or the address makes no sense,
    ``Unreachable`` where nobody answers in time.
    """
    address = _checked(place.address)
    try:
        import pymilvus
    except ImportError:
        raise _missing() from None
    del pymilvus
    _silence()
    with said(place):
        return _client(address, place.token)


@contextmanager
def said(place: Place) -> Iterator[None]:
    """Errors of pymilvus as sentences that name the address."""
    import grpc
    from pymilvus.exceptions import MilvusException

    shown = without_password(place.address)
    try:
        yield
    except grpc.RpcError:
        raise _away(shown) from None
    except MilvusException as error:
        if error.code == _NOT_FOUND:
            raise DamagedIndex(
                f"Milvus {shown} 里没有这个索引的集合：可能刚被更新（重新打开即可），"
                "也可能被删除（请重新运行 zhengwen index）。"
            ) from None
        if error.code == _AWAY or isinstance(error.code, grpc.StatusCode):
            raise _away(shown) from None
        if is_file(place.address) and error.message.startswith("Open local milvus failed"):
            raise Unreachable(
                f"打不开 Milvus 文件 {shown}：可能另一个进程正在用它，或者已损坏；{_SETTING}。"
            ) from None
        reason = " ".join(error.message.split())
        raise UserError(f"Milvus {shown} 报错：{reason}") from None


@cache
def _client(address: str, token: str) -> "MilvusClient":
    from pymilvus import MilvusClient

    return MilvusClient(address, token=token, timeout=SECONDS)


def _away(shown: str) -> Unreachable:
    return Unreachable(
        f"Milvus {shown} 连不上，或 {SECONDS:g} 秒内没有应答；{_SETTING} 和 ZHENGWEN_MILVUS_TOKEN，"
        "并确认服务器在运行。"
    )


def _checked(address: str) -> str:
    """An address that pymilvus can take. Raises ``UserError``."""
    if not address:
        raise UserError(
            "用 Milvus 要在 ZHENGWEN_MILVUS 里写出地址（如 http://127.0.0.1:19530）"
            "或 milvus-lite 文件（如 /data/zhengwen.db）。"
        )
    if is_file(address):
        if find_spec("milvus_lite") is None:
            raise _missing()
        path = Path(address).expanduser().resolve()
        if not path.parent.is_dir():
            raise UserError(f"{_SETTING}：放 Milvus 文件的文件夹 {path.parent} 不存在。")
        return str(path)
    if not _is_server(address):
        raise UserError(
            f"{_SETTING}：{without_password(address)} 不是 Milvus 的地址；"
            f"要写成 http://主机:19530，或以 {_ENDING} 结尾的文件。"
        )
    return address


def _is_server(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _missing() -> UserError:
    return UserError("用 Milvus 要先安装：pip install 'zhengwen[milvus]'。")


def _silence() -> None:
    for name in ("pymilvus", "pymilvus.milvus_client", "pymilvus.decorators", "milvus_lite"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    import jieba

    jieba.setLogLevel(logging.WARNING)


def quoted(values: tuple[str, ...] | tuple[int, ...]) -> str:
    """A list as a filter of Milvus writes it.

    >>> quoted(("浙江", 'a"b'))
    '["浙江", "a\\\\"b"]'
    """
    return json.dumps(list(values), ensure_ascii=False)
