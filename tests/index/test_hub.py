"""A hub that cannot be reached, or does not know a model, is told within seconds."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from index.embedders import static
from index.hub import needs_local_files, reachable


class Knowing(BaseHTTPRequestHandler):
    """A hub that answers, and knows no model."""

    def do_GET(self) -> None:
        self.send_error(404)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def hub() -> Iterator[str]:
    """The address of a hub without models."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Knowing) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def silent() -> Iterator[str]:
    """An address that takes a call and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def closed() -> str:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"http://127.0.0.1:{server.getsockname()[1]}"


def test_a_hub_that_answers_at_all_is_reachable(hub: str) -> None:
    assert reachable(hub)


def test_one_that_is_silent_is_given_up(silent: str) -> None:
    began = time.perf_counter()
    assert not reachable(silent, seconds=0.2)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("address", ["no address", "http://[", "ftp://127.0.0.1"])
def test_what_is_no_address_is_not_reachable(address: str) -> None:
    assert not reachable(address)


def test_nobody_there_is_not_reachable(closed: str) -> None:
    assert not reachable(closed)


def test_a_folder_is_read_without_asking(tmp_path: Path) -> None:
    assert needs_local_files(str(tmp_path))


def printed(program: str, root: Path, settings: dict[str, str]) -> list[str]:
    """The lines that a program prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    return done.stdout.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("address", ["hub", "closed", "silent"])
def test_a_model_that_cannot_be_had_is_told_within_seconds(
    address: str, request: pytest.FixtureRequest, root: Path, tmp_path: Path
) -> None:
    """The time is taken in the process, after the libraries are loaded."""
    program = """
import time
import sentence_transformers
from corpus.errors import UserError
from index.embedders import encoder
from index.rerankers import reranker
for model in (encoder, reranker):
    began = time.perf_counter()
    try:
        model("nobody/no-such-model")
    except UserError as error:
        print(time.perf_counter() - began, error)
"""
    address = request.getfixturevalue(address)
    lines = printed(program, root, {"HF_HOME": str(tmp_path), "HF_ENDPOINT": address})
    assert len(lines) == 2
    for line, said in zip(lines, ("打不开模型", "打不开重排模型"), strict=True):
        seconds, sentence = line.split(" ", 1)
        assert sentence.startswith(f"{said}“nobody/no-such-model”：")
        assert float(seconds) < 20


@pytest.mark.slow
def test_a_model_that_was_downloaded_is_read_without_a_network(
    closed: str, root: Path, tmp_path: Path
) -> None:
    """The folders are laid out as the hub's client keeps what it downloaded."""
    kept = tmp_path / "hub" / "models--nobody--small"
    shutil.copytree(static.BUNDLED, kept / "snapshots" / ("0" * 40))
    (kept / "refs").mkdir()
    (kept / "refs" / "main").write_text("0" * 40, encoding="utf-8")
    program = "from index.embedders import encoder; print(encoder('nobody/small').dimension)"
    lines = printed(program, root, {"HF_HOME": str(tmp_path), "HF_ENDPOINT": closed})
    assert lines == [str(static.load().dimension)]
