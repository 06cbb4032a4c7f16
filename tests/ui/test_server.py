"""The page on a port: what it answers, what it refuses, what it says."""

import socket
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path
from urllib.error import HTTPError

import pytest

from corpus.errors import Busy
from tests.ui.fakes import FakeChain, FakeLibrary
from tests.ui.served import served
from ui.app import serve
from ui.server import address, listening


@pytest.fixture(scope="module")
def url(root: Path) -> Iterator[str]:
    with served(root) as found:
        yield found


def get(url: str) -> tuple[str, HTTPMessage]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=30) as answer:
        return answer.read().decode(), answer.headers


@pytest.mark.slow
def test_the_page_forbids_the_browser_other_hosts(url: str) -> None:
    _, headers = get(url)
    assert headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert "http" not in headers["Content-Security-Policy"]


@pytest.mark.slow
def test_there_is_no_public_programming_interface(url: str) -> None:
    described, _ = get(f"{url}/gradio_api/info")
    assert described == '{"named_endpoints":{},"unnamed_endpoints":{}}'


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", ["/docs", "/openapi.json", "/gradio_api/file=/etc/hostname", "/gradio_api/upload"]
)
def test_doors_that_the_page_does_not_use_are_closed(url: str, path: str) -> None:
    with pytest.raises(HTTPError, match="404") as refused:
        get(url + path)
    refused.value.close()


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Busy, match=f"127.0.0.1 的 {port} 端口"):
            serve(FakeChain(), FakeLibrary(), port=port)


def test_the_address_is_one_that_a_browser_here_can_open() -> None:
    with listening("0.0.0.0", 0) as door:
        assert address(door) == f"http://127.0.0.1:{door.getsockname()[1]}"
    with listening("127.0.0.1", 0) as door:
        assert address(door) == f"http://127.0.0.1:{door.getsockname()[1]}"
