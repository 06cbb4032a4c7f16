"""The page as the command serves it, with all its tabs, to people who sign in, on a machine without
network; and what of it tries to leave the machine."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, expect

from index.build import build
from index.embedders import encoder
from tests.connections import outgoing
from tests.rag.library import written
from tests.rag.shelf.shelves import report
from tests.ui.served import END_SECONDS, READY
from tests.ui.users.guarded import PASSWORD, people

TEXTS = {
    "云溪2025.txt": report("云溪县", 2025, 112),
    "云溪2026.txt": report("云溪县", 2026, 118),
}


@dataclass(frozen=True, slots=True)
class House:
    """A page that is being served at ``url`` by the process ``pid``."""

    url: str
    pid: int
    log: Path

    def attempts(self) -> list[str]:
        """What the server and the processes that it started tried to reach on other hosts: a line
        an attempt made so far, and one a connection that is open now."""
        tried = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [*tried, *outgoing(self.pid)]


@contextmanager
def opened(root: Path, folder: Path) -> Iterator[House]:
    """The house for as long as the block lasts; what it holds lies in ``folder``."""
    home, log = folder / "home", folder / "attempts.log"
    build([written(folder / "library", TEXTS)], home, encoder())
    people(home)
    environment = {
        **os.environ,
        "ZHENGWEN_HOME": str(home),
        "ZHENGWEN_PORT": "0",
        "PYTHONPATH": str(root / "tests" / "offline"),
        "OFFLINE_LOG": str(log),
    }
    command = [sys.executable, "-m", "rag.cli", "serve", "--today", "2026-03-01"]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith(READY), line
        try:
            yield House(line.removeprefix(READY).strip(), process.pid, log)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(END_SECONDS)


@dataclass(frozen=True, slots=True)
class Watch:
    """What a browser asked of other hosts, and what the policy of the page kept it from."""

    host: str
    left: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watches every page of a context from now on."""
        context.on("request", lambda request: self._seen(request.url))
        context.on("console", lambda said: self._said(said.text))

    def _seen(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.host:
            self.left.append(url)

    def _said(self, text: str) -> None:
        if "Content Security Policy" in text:
            self.left.append(text)


def signed_in(page: Page, url: str) -> None:
    """The page of ``url``, entered as an administrator, who sees every tab."""
    page.goto(url)
    page.fill("#name", "admin")
    page.fill("#password", PASSWORD)
    page.click("button[type=submit]")
    expect(page.locator(".welcome")).to_be_visible()


def tab(page: Page, name: str) -> None:
    """Opens the tab of this id."""
    page.click(f"#zw-tabs [role=tab][data-tab-id={name}]")
