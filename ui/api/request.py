"""A request for a completion: read, and refused in a sentence where it makes no sense. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from corpus.errors import UserError
from rag.engine import LONGEST, readable
from rag.types import Question, Turn
from ui.api.errors import ApiError
from ui.api.tokens import tokens

Model = Literal["zhengwen", "zhengwen-extract"]
MODELS: tuple[Model, ...] = get_args(Model)
"""By whom the settings say, and always in the documents' own words."""
Writer = Literal["", "extract"]
_WRITERS: dict[Model, Writer] = {"zhengwen": "", "zhengwen-extract": "extract"}

_ROLES = ("system", "developer", "user", "assistant", "tool", "function")
_REMEMBERED = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What a completion is asked for. ``prompt_tokens`` counts all messages."""

    model: Model
    question: Question
    stream: bool
    include_usage: bool
    prompt_tokens: int


@dataclass(frozen=True, slots=True)
class _Message:
    role: str
    text: str


def read(body: bytes) -> Asked:
    """The request in a body of JSON. Raises ApiError.

    The last message is the question, those of user and assistant before it the conversation.
    What an engine without a will of its own cannot heed (temperature, n, tools, system
    messages) is passed over, and so are fields that we do not know.
    """
    fields = _object(body)
    model = known_model(fields.get("model"))
    messages = _messages(fields.get("messages"))
    options = fields.get("stream_options")
    return Asked(
        model=model,
        question=_question(messages, _WRITERS[model]),
        stream=fields.get("stream") is True,
        include_usage=isinstance(options, Mapping) and options.get("include_usage") is True,
        prompt_tokens=sum(tokens(message.text) for message in messages),
    )


def known_model(name: object) -> Model:
    """The model of a name. Raises ApiError 404."""
    for model in MODELS:
        if name == model:
            return model
    if not isinstance(name, str) or not name:
        raise ApiError(400, "缺少字段 model。", param="model", code="missing_model")
    there = "、".join(MODELS)
    said = f"没有叫 {name[:60]} 的模型；有：{there}。"
    raise ApiError(404, said, code="model_not_found", param="model")


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        raise ApiError(400, "请求不是合格的 JSON。", code="invalid_json") from None
    if not isinstance(fields, Mapping):
        raise ApiError(400, "请求要是一个 JSON 对象。", code="invalid_json")
    return fields


def _messages(given: object) -> tuple[_Message, ...]:
    if not isinstance(given, list) or not given:
        said = "messages 要是列表，至少有一条消息。"
        raise ApiError(400, said, code="invalid_messages", param="messages")
    return tuple(_message(message, f"messages[{at}]") for at, message in enumerate(given))


def _message(given: object, where: str) -> _Message:
    if not isinstance(given, Mapping):
        said = f"{where} 要有 role 和 content。"
        raise ApiError(400, said, code="invalid_messages", param=where)
    role = given.get("role")
    if role not in _ROLES:
        said = f"{where}.role 只能是 {'、'.join(_ROLES)}。"
        raise ApiError(400, said, code="invalid_role", param=f"{where}.role")
    return _Message(role, _text(given.get("content"), f"{where}.content", role))


def _text(content: object, where: str, role: str) -> str:
    """Text as it stands, or the texts of a list of parts one below the other."""
    if isinstance(content, str):
        return content
    if content is None and role != "user":  # an assistant that called a tool says nothing
        return ""
    parts = [_part(part) for part in content] if isinstance(content, list) else []
    if not parts or None in parts:
        said = f"{where} 要是文字，或文字片段的列表；图片和文件读不了。"
        raise ApiError(400, said, code="invalid_content", param=where)
    return "\n".join(filter(None, parts))


def _part(part: object) -> str | None:
    if not isinstance(part, Mapping) or part.get("type") not in ("text", "input_text"):
        return None
    text = part.get("text")
    return text if isinstance(text, str) else None


def _question(messages: Sequence[_Message], writer: Writer) -> Question:
    last = messages[-1]
    if last.role != "user":
        said = "最后一条消息要是用户（user）的问题。"
        raise ApiError(400, said, code="invalid_messages", param="messages")
    spoken = [m for m in messages[:-1] if m.role in ("user", "assistant") and m.text.strip()]
    question = Question(last.text, remembered(tuple(map(_turn, spoken))), author=writer)
    try:
        return readable(question)
    except UserError as error:
        code = "context_length_exceeded" if len(last.text) > LONGEST else "empty_question"
        raise ApiError(400, str(error), code=code, param="messages") from None


def remembered(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The last turns of a conversation, each as far as it is no longer than a question may be."""
    return tuple(Turn(turn.role, turn.content[:LONGEST]) for turn in turns[-_REMEMBERED:])


def _turn(message: _Message) -> Turn:
    return Turn("user" if message.role == "user" else "assistant", message.text)
