"""A publisher's site on this machine, page by page, and a report to publish."""

import io
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import docx

from corpus.sources.types import Source
from corpus.sources.web import Manners, Web

QUICK = Manners(timeout=0.5, whole_page=5, attempts=3, backoff=0.01, longest_wait=2, redirects=3)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers: ``said_length`` may lie, ``wait`` seconds pass before it."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    said_length: int | None = None
    wait: float = 0.0


@dataclass(slots=True)
class Site:
    """Answers by path; the last of several is repeated. ``asked`` is what was asked for."""

    port: int
    pages: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def put(self, path: str, *answers: Answer | str | bytes) -> None:
        self.pages[path] = [_answer(answer) for answer in answers]

    def source(self, **more: object) -> Source:
        given: dict[str, object] = {
            "name": "jiashi",
            "place": "甲市",
            "publisher": "甲市人民政府",
            "home": f"{self.root}/",
            "domains": ("127.0.0.1",),
            "lists": (f"{self.root}/list",),
            "delay_seconds": 0.0,
            "local": True,
        }
        return Source(**{**given, **more})  # type: ignore[arg-type]

    def web(self, source: Source | None = None, manners: Manners = QUICK) -> Web:
        return Web(source or self.source(), manners)

    def answer(self, path: str, headers: Mapping[str, str]) -> Answer:
        self.asked.append(path)
        self.headers.append(headers)
        self.at.append(time.monotonic())
        left = self.pages.get(path, [Answer(status=404)])
        answer = left.pop(0) if len(left) > 1 else left[0]
        tag = answer.headers.get("ETag")
        if tag and headers.get("If-None-Match") == tag:
            return Answer(status=304, headers={"ETag": tag})
        return answer


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port of 127.0.0.1."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        site = Site(server.server_port)
        server.RequestHandlerClass = _handler(site.answer)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


def report(year: int, characters: int = 4000) -> str:
    """An invented report's page."""
    sentence = "今年全市地区生产总值目标增长百分之五左右。"
    body = "".join(f"<p>{sentence * 10}</p>" for _ in range(characters // (10 * len(sentence)) + 1))
    return page(
        f"{year}年甲市政府工作报告",
        f"<h1>政府工作报告</h1><p>——{year}年1月9日在甲市第九届人民代表大会第五次会议上</p>"
        f"<p>各位代表：</p><p>现在，我代表市人民政府作政府工作报告，请予审议。</p>{body}",
    )


def word_report(year: int) -> bytes:
    """An invented report as a Word file."""
    word, file = docx.Document(), io.BytesIO()
    word.add_paragraph("政府工作报告")
    word.add_paragraph(f"——{year}年1月9日在甲市第九届人民代表大会第五次会议上")
    word.add_paragraph("各位代表：")
    word.add_paragraph("今年全市地区生产总值目标增长百分之五左右。" * 200)
    word.save(file)
    return file.getvalue()


def page(title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body>{body}</body></html>"
    )


def listing(**links: str) -> str:
    """A list page: address=label, with ``_`` for ``/``."""
    rows = (
        f'<li><a href="{url.replace("_", "/")}">{label}</a></li>' for url, label in links.items()
    )
    return page("政府工作报告", f"<ul>{''.join(rows)}</ul>")


def _answer(answer: Answer | str | bytes) -> Answer:
    if isinstance(answer, str):
        return Answer(answer.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
    return Answer(answer) if isinstance(answer, bytes) else answer


def _handler(
    answer: Callable[[str, Mapping[str, str]], Answer],
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            sent = answer(self.path, dict(self.headers.items()))
            time.sleep(sent.wait)
            length = len(sent.body) if sent.said_length is None else sent.said_length
            try:
                self.send_response(sent.status)
                for name, value in sent.headers.items():
                    self.send_header(name, value)
                if sent.status != 304:
                    self.send_header("Content-Length", str(length))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(sent.body)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Silence."""

    return Handler
