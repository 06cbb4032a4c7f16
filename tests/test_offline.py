"""Documents are indexed, questions answered and the page served without any network."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest

pytestmark = pytest.mark.slow

QUESTION = "今年经济增长的目标是多少？"
START_SECONDS = 120
END_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Offline:
    """A machine without network: a home of its own and a log of what tried to get out."""

    root: Path
    folder: Path

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def attempts(self) -> list[str]:
        """A line for each name that was looked up and each packet for another host."""
        log = self.folder / "attempts.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Python with ``arguments``; of the environment it knows only what stands here."""
        environment = {
            "PATH": os.defpath,
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(self.root / "tests" / "offline"),
            "OFFLINE_LOG": str(self.folder / "attempts.log"),
        }
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *arguments: str) -> str:
        """What Python with ``arguments`` prints; it must end well."""
        process = self.start(*arguments)
        out, errors = process.communicate()
        assert process.returncode == 0, errors
        return out


@pytest.fixture
def offline(root: Path, tmp_path: Path) -> Offline:
    return Offline(root, tmp_path)


@pytest.fixture(scope="module")
def indexed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Offline:
    """A machine that has indexed the bundled documents."""
    machine = Offline(root, tmp_path_factory.mktemp("offline"))
    machine.run("-m", "rag.cli", "index", "corpus/samples", "--home", str(machine.home))
    return machine


def test_a_name_that_is_looked_up_is_refused_and_logged(offline: Offline) -> None:
    offline.run("-c", _suppressed("socket.getaddrinfo('example.org', 443)"))
    assert offline.attempts == ["socket.getaddrinfo 'example.org'"]


@pytest.mark.parametrize(
    "call",
    [
        "socket.create_connection(('192.0.2.1', 80))",
        "socket.socket().connect_ex(('192.0.2.1', 80))",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "urllib.request.urlopen('http://192.0.2.1/')",
        "asyncio.run(asyncio.open_connection('192.0.2.1', 80))",
    ],
    ids=["connection", "connect_ex", "datagram", "urllib", "asyncio"],
)
def test_another_host_is_refused_and_logged(offline: Offline, call: str) -> None:
    offline.run("-c", _suppressed(call))
    assert len(offline.attempts) == 1
    assert "192.0.2.1" in offline.attempts[0]


def test_this_machine_can_talk_to_itself(offline: Offline) -> None:
    code = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server:
    with socket.create_connection(("localhost", server.getsockname()[1])) as client:
        client.sendall(b"here")
        print(server.accept()[0].recv(4).decode())
"""
    assert offline.run("-c", code) == "here\n"
    assert offline.attempts == []


def test_the_bundled_documents_are_indexed_without_network(indexed: Offline) -> None:
    assert indexed.home.is_dir()
    assert indexed.attempts == []


def test_a_question_is_answered_without_network(indexed: Offline) -> None:
    home = str(indexed.home)
    out = indexed.run("-m", "rag.cli", "ask", QUESTION, "--home", home, "--json")
    assert json.loads(out)["question"] == QUESTION
    assert indexed.attempts == []


def test_the_page_is_served_without_network_and_ends_when_told(indexed: Offline) -> None:
    port = _free_port()
    with _serving(indexed, port) as process:
        page = _fetch(f"http://127.0.0.1:{port}/", process)
    assert "<html" in page
    assert process.returncode == 0
    assert indexed.attempts == []


@contextmanager
def _serving(machine: Offline, port: int) -> Iterator[subprocess.Popen[str]]:
    """The page on ``port``, interrupted at the end as by Ctrl-C; its errors are printed."""
    home = str(machine.home)
    with machine.start("-m", "rag.cli", "serve", "--home", home, "--port", str(port)) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                print(process.communicate(timeout=END_SECONDS)[1])
            finally:
                process.kill()


def _fetch(url: str, process: subprocess.Popen[str]) -> str:
    """What ``url`` answers, as soon as it answers at all."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=START_SECONDS) as answer:
                return str(answer.read(), "utf-8")
        except URLError:
            time.sleep(0.3)
    pytest.fail(f"{url} did not answer")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _suppressed(call: str) -> str:
    """A program that makes ``call`` and hides its failure, as a careless library does."""
    return f"""
import asyncio, contextlib, socket, urllib.request
with contextlib.suppress(OSError):
    {call}
"""
