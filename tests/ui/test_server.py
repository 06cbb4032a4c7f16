"""The page on a port: what it answers, what it refuses, what it says."""

import json
import os
import socket
import stat
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path
from urllib.error import HTTPError

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from corpus.errors import Busy, UserError
from tests.ui.fakes import FakeChain, FakeLibrary
from tests.ui.served import served
from ui.app import serve
from ui.server import CLOSED, UPLOAD, Guarded, address, listening, loopback, private_cache


@pytest.fixture(scope="module")
def url(root: Path) -> Iterator[str]:
    with served(root) as found:
        yield found


def get(url: str) -> tuple[str, HTTPMessage]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=30) as answer:
        return answer.read().decode(), answer.headers


def uploaded(url: str) -> Path:
    """Where the server keeps a file that was uploaded."""
    boundary = "zw"
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n'
        f"Content-Type: text/plain\r\n\r\nsecret\r\n--{boundary}--\r\n"
    ).encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    asked = urllib.request.Request(f"{url}/gradio_api/upload", body, kind)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(asked, timeout=30) as answer:
        (path,) = json.loads(answer.read())
    return Path(path)


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
    "path", ["/docs", "/openapi.json", "/gradio_api/file=/etc/hostname", "/gradio_api/proxy=x"]
)
def test_doors_that_the_page_does_not_use_are_closed(url: str, path: str) -> None:
    with pytest.raises(HTTPError, match="404") as refused:
        get(url + path)
    refused.value.close()


@pytest.mark.slow
def test_what_one_person_uploads_can_be_fetched_by_nobody(url: str) -> None:
    path = uploaded(url)
    assert path.read_text(encoding="utf-8") == "secret"
    assert stat.S_IMODE(path.parents[1].stat().st_mode) == 0o700
    with pytest.raises(HTTPError, match="404") as refused:
        get(f"{url}/gradio_api/file={path}")
    refused.value.close()


@pytest.mark.slow
def test_a_server_that_is_ended_leaves_no_upload_behind(root: Path) -> None:
    with served(root) as url:
        path = uploaded(url)
        assert path.read_text(encoding="utf-8") == "secret"
    assert not path.parents[1].exists()


@pytest.mark.slow
def test_programs_are_answered_by_the_process_of_the_page(url: str) -> None:
    models, headers = get(f"{url}/v1/models")
    assert [model["id"] for model in json.loads(models)["data"]] == ["zhengwen", "zhengwen-extract"]
    assert "access-control-allow-origin" not in headers
    with pytest.raises(HTTPError, match="406") as refused:  # it speaks MCP, not to a browser
        get(f"{url}/mcp")
    refused.value.close()


def test_what_listens_elsewhere_is_known_to() -> None:
    for host, local in (("127.0.0.1", True), ("0.0.0.0", False)):
        with listening(host, 0) as door:
            assert loopback(door) is local


def test_a_page_without_a_desk_takes_no_files() -> None:
    inside = PlainTextResponse("inside")
    for closed, status in (((*CLOSED, UPLOAD), 404), (CLOSED, 200)):
        client = TestClient(Guarded(inside, closed))
        assert client.post("/gradio_api/upload").status_code == status
        assert client.get("/gradio_api/file=/etc/hostname").status_code == 404


def test_a_cache_of_its_own_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", "/somewhere")
    with private_cache() as folder:
        (folder / "a.txt").write_text("secret", encoding="utf-8")
        assert os.environ["GRADIO_TEMP_DIR"] == str(folder)
    assert not folder.exists()
    assert os.environ["GRADIO_TEMP_DIR"] == "/somewhere"


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Busy, match=f"127.0.0.1 的 {port} 端口"):
            serve(FakeChain(), FakeLibrary(), port=port)


def test_without_users_the_page_is_for_this_machine_alone() -> None:
    with pytest.raises(UserError, match=r"0\.0\.0\.0 别的机器也能访问.*zhengwen users add"):
        serve(FakeChain(), FakeLibrary(), host="0.0.0.0", port=0)


def test_the_address_is_one_that_a_browser_here_can_open() -> None:
    with listening("0.0.0.0", 0) as door:
        assert address(door) == f"http://127.0.0.1:{door.getsockname()[1]}"
    with listening("127.0.0.1", 0) as door:
        assert address(door) == f"http://127.0.0.1:{door.getsockname()[1]}"
