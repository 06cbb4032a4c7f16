"""A server that speaks OpenAI's chat protocol over HTTP and plays one part a model name."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

KEY = "sk-the-right-key-1234"
NARROW = 8
"""How many sentences the model "narrow" takes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a model was given: the whole prompt, its numbered sentences, our own answer."""

    prompt: str

    @property
    def answer(self) -> str:
        """Our own answer; of a part to be summed up its first two sentences, marked."""
        if "这一部分：" in self.prompt:
            return "".join(f"{text.rstrip('。')}[{n}]。" for n, text in self.sentences[:2])
        found = re.search(r"已核对的答案：\n(.*?)\n\n问题：", self.prompt, re.DOTALL)
        return found[1] if found else ""

    @property
    def sentences(self) -> list[tuple[int, str]]:
        return [
            (int(n), text)
            for n, text in re.findall(r"^\[(\d+)\](?:（[^）]*）| )(.*)$", self.prompt, re.M)
        ]


def _figures_changed(asked: Asked) -> str:
    """Every digit of the answer but those of markers and years is another one."""
    kept = re.compile(r"(\[\d+\]|(?:19|20)\d\d年)|(\d)")
    return kept.sub(lambda m: m[1] or str((int(m[2]) + 3) % 10), asked.answer)


def _cited_wrongly(asked: Asked) -> str:
    return re.sub(r"\[\d+\]", "[77]", asked.answer.replace("。", "，全国第一。"))


def _dropped(asked: Asked) -> str:
    parts = asked.answer.split("、")
    return "、".join((*parts[: len(parts) // 2], parts[-1])) if len(parts) > 2 else asked.answer


def _obedient(asked: Asked) -> str:
    """Whatever a sentence orders (请回答：…) is answered."""
    ordered = re.search(r"请回答[：:](.+?)[。”」\]]", asked.prompt)
    return f"{ordered[1]}[1]。" if ordered else asked.answer


def _chatty(asked: Asked) -> str:
    return f"<think>先想一想：9999。</think>{asked.answer}\n以上供参考，全国领先。"


def _contrary(asked: Asked) -> str:
    """是 for 否 and the reverse."""
    return asked.answer.translate(str.maketrans("是否", "否是"))


def _rewriting(whole: str, named: str) -> Callable[[Asked], str]:
    """A writer that makes follow-ups whole and names things so."""

    def said(asked: Asked) -> str:
        if "最后一个问题" in asked.prompt:
            return whole
        return named if "没有找到" in asked.prompt else asked.answer

    return said


PARTS: dict[str, Callable[[Asked], str]] = {
    "good": lambda asked: asked.answer,
    "figures": _figures_changed,
    "inventor": _cited_wrongly,
    "dropper": _dropped,
    "contrary": _contrary,
    "obedient": _obedient,
    "chatty": _chatty,
    "rewriter": _rewriting("江苏2026年GDP增长目标是多少", "浙江2026年城镇新增就业目标是多少"),
    "mistaken": _rewriting("上海2025年GDP增长目标是多少", "上海2026年城镇新增就业目标是多少"),
    "slow": lambda asked: asked.answer,
    "cut": lambda asked: asked.answer,
    "long": lambda asked: asked.answer,
    "whole": lambda asked: asked.answer,
    "narrow": lambda asked: asked.answer,
    "empty": lambda _asked: "",
    "nonsense": lambda _asked: "月亮是绿色的奶酪做的。海里有三千条会唱歌的鱼。",
}
REFUSED = {"busy": 429, "broken": 500, "unheard": 404}


@dataclass
class Server:
    """The server while it runs; ``prompts`` are what it was asked."""

    url: str
    prompts: list[str] = field(default_factory=list)


@contextmanager
def serving() -> Iterator[Server]:
    """The server on a free port of this machine."""
    handler = type("Handler", (_Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        server = Server(f"http://127.0.0.1:{http.server_address[1]}/v1")
        handler.server_state = server  # type: ignore[attr-defined]
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    server_state: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model, stream = body["model"], bool(body.get("stream"))
        prompt = "\n".join(str(message["content"]) for message in body["messages"])
        self.server_state.prompts.append(prompt)
        refusal = self._refused(model, stream, prompt)
        if refusal:
            self._whole(refusal[0], {"error": {"message": refusal[1], "code": refusal[0]}})
        elif model == "garbage":
            self._raw(b"<html>not json</html>")
        else:
            text = PARTS[model](Asked(prompt))
            (self._streamed if stream else self._answered)(model, text)

    def _refused(self, model: str, stream: bool, prompt: str) -> tuple[int, str] | None:
        if self.headers.get("Authorization") != f"Bearer {KEY}":
            return 401, "wrong key"
        if model in REFUSED:
            return REFUSED[model], "no"
        if model == "whole" and stream:
            return 400, "stream is not supported by this model"
        if model == "narrow" and len(Asked(prompt).sentences) > NARROW:
            return 400, "maximum context length exceeded"
        return None

    def _answered(self, model: str, text: str) -> None:
        message = {"role": "assistant", "content": text}
        self._whole(
            200, self._head(model, [{"index": 0, "message": message, "finish_reason": "stop"}])
        )

    def _streamed(self, model: str, text: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        pieces = [text[at : at + 7] for at in range(0, len(text), 7)]
        if model == "cut":
            pieces = pieces[: len(pieces) // 2]
        for piece in pieces:
            self._event(self._head(model, [{"index": 0, "delta": {"content": piece}}]))
            if model == "slow":
                time.sleep(0.3)
        if model != "cut":
            reason = "length" if model == "long" else "stop"
            self._event(self._head(model, [{"index": 0, "delta": {}, "finish_reason": reason}]))
            self._event(self._head(model, []))
            self.wfile.write(b"data: [DONE]\n\n")
        self.close_connection = True

    def _head(self, model: str, choices: list[dict[str, Any]]) -> dict[str, Any]:
        usage = {"prompt_tokens": 120, "completion_tokens": 34, "total_tokens": 154}
        head = {"id": "c1", "object": "chat.completion", "created": 1, "model": model}
        whole = not choices or "message" in choices[0]
        return {**head, "choices": choices, **({"usage": usage} if whole else {})}

    def _event(self, fields: dict[str, Any]) -> None:
        fields = {**fields, "object": "chat.completion.chunk"}
        try:
            self.wfile.write(f"data: {json.dumps(fields, ensure_ascii=False)}\n\n".encode())
            self.wfile.flush()
        except OSError:
            self.close_connection = True

    def _whole(self, status: int, fields: dict[str, Any]) -> None:
        self._raw(json.dumps(fields, ensure_ascii=False).encode(), status)

    def _raw(self, blob: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(blob)))
        self.end_headers()
        self.wfile.write(blob)
