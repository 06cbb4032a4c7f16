"""An answer as OpenAI's API gives it: whole, or as chunks. Pure.

Both forms hold the same text, the same ``citations`` and the same object ``zhengwen``.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rag.json import to_dict
from rag.tables import cells, columns_of
from rag.types import Answer, Table
from ui import words
from ui.api.cited import cited
from ui.api.request import MODELS, Model
from ui.api.tokens import tokens

DONE = b"data: [DONE]\n\n"
PULSE = b": \n\n"
"""A comment, which no client reads: the connection is alive, there is no more text yet."""

_ELSEWHERE = ("citations", "passages", "id")
_INSTEAD = "（以上作废，以下为准。）"


@dataclass(frozen=True, slots=True)
class Head:
    """What every part of a completion repeats; ``created`` is in seconds since 1970."""

    id: str
    created: int
    model: Model


def models(created: int) -> dict[str, Any]:
    """The list of models."""
    return {"object": "list", "data": [model(name, created) for name in MODELS]}


def model(name: Model, created: int) -> dict[str, Any]:
    """A model as the list names it."""
    return {"id": name, "object": "model", "created": created, "owned_by": "zhengwen"}


def content(answer: Answer) -> str:
    """The text of a whole answer; its table, if it has one, in Markdown below it."""
    return f"{answer.answer}\n\n{_markdown(answer.table)}" if answer.table else answer.answer


def extension(answer: Answer) -> dict[str, Any]:
    """All that an answer has beside text and citations, by the names of the answer's JSON."""
    fields = {name: value for name, value in to_dict(answer).items() if name not in _ELSEWHERE}
    return {**fields, "near_misses": [cited(citation) for citation in answer.near_misses]}


def whole(head: Head, answer: Answer, prompt_tokens: int) -> dict[str, Any]:
    """A completion in one piece."""
    text, citations = content(answer), [cited(citation) for citation in answer.citations]
    message = {"role": "assistant", "content": text, "refusal": None, "citations": citations}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return {
        **_headed(head, "chat.completion"),
        "choices": [choice],
        "usage": usage(prompt_tokens, text),
        "citations": citations,
        "zhengwen": extension(answer),
    }


def opening(head: Head) -> bytes:
    """The first event of a stream."""
    return _chunk(head, {"role": "assistant", "content": ""})


def more(head: Head, text: str) -> bytes:
    """The event of a piece of text."""
    return _chunk(head, {"content": text})


def closing(head: Head, answer: Answer) -> bytes:
    """The last event that has a choice: with what ``whole`` has beside the text."""
    citations = [cited(citation) for citation in answer.citations]
    beside = {"citations": citations, "zhengwen": extension(answer)}
    return _chunk(head, {"citations": citations}, "stop", beside)


def counted(head: Head, prompt_tokens: int, text: str) -> bytes:
    """The event that counts, sent where ``stream_options`` asks for it."""
    chunk = _headed(head, "chat.completion.chunk")
    return event({**chunk, "choices": [], "usage": usage(prompt_tokens, text)})


def continuation(sent: str, text: str) -> str:
    """What is to be sent so that ``text`` is read after ``sent``.

    What was sent cannot be taken back; where an answer took another turn, the new text is
    given in full behind a sentence that says so.
    """
    if text.startswith(sent):
        return text[len(sent) :]
    return f"\n\n{_INSTEAD}\n\n{text}"


def usage(prompt_tokens: int, text: str) -> dict[str, int]:
    """The tokens of question and answer, as ``tokens`` counts them."""
    given = tokens(text)
    return {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": given,
        "total_tokens": prompt_tokens + given,
    }


def event(fields: dict[str, Any]) -> bytes:
    """A server-sent event of JSON."""
    return f"data: {json.dumps(fields, ensure_ascii=False)}\n\n".encode()


def _headed(head: Head, kind: str) -> dict[str, Any]:
    return {"id": head.id, "object": kind, "created": head.created, "model": head.model}


def _chunk(
    head: Head,
    delta: dict[str, Any],
    finish: str | None = None,
    beside: dict[str, Any] | None = None,
) -> bytes:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    return event({**_headed(head, "chat.completion.chunk"), "choices": [choice], **(beside or {})})


def _markdown(table: Table) -> str:
    """The table with the markers of its citations."""
    columns = columns_of(table)
    lines = [_line(table.columns), _line(["---"] * len(table.columns))]
    for row in table.rows:
        told = list(cells(row, columns, words.not_stated("zh")))
        told[columns.index("value")] += "".join(f"[{number}]" for number in row.citations)
        lines.append(_line(told))
    return "\n".join(lines)


def _line(texts: Sequence[str]) -> str:
    shown = (" ".join(one.replace("|", "\\|").split()) for one in texts)
    return f"| {' | '.join(shown)} |"
