"""What went wrong with a model, as one sentence for the reader."""

import re

from rag.model.choice import ModelChoice

_TOO_LONG = re.compile(r"context|too long|maximum.{0,20}(?:length|tokens)|token limit", re.I)
_BROKEN = 500
_NO_STREAM = re.compile(r"stream", re.I)


class ModelTrouble(Exception):
    """A model that gave no answer which can be shown. ``str`` is the sentence for the reader."""


class TooMuch(ModelTrouble):
    """The evidence was more than the model takes at once."""


class NoStream(ModelTrouble):
    """The model answers only whole."""


def trouble_of(error: Exception, choice: ModelChoice) -> ModelTrouble:
    """The trouble behind an error of the client. Keys and addresses of others are not told on."""
    status, said = _status(error), str(error)
    if status in (400, 413, 422) and _TOO_LONG.search(said):
        return TooMuch(f"给 {choice.shown} 的原文太长")
    if status in (400, 422) and _NO_STREAM.search(said):
        return NoStream(f"{choice.shown} 不能边写边给")
    return ModelTrouble(f"{choice.shown} {_told(error, status, choice)}")


def _told(error: Exception, status: int | None, choice: ModelChoice) -> str:
    name = type(error).__name__
    refused = {
        401: f"不接受密钥（ZHENGWEN_MODEL_KEY，{choice.masked_key}）",
        403: f"不接受密钥（ZHENGWEN_MODEL_KEY，{choice.masked_key}）",
        404: "在服务器上没有（ZHENGWEN_MODEL、ZHENGWEN_MODEL_URL）",
        429: "忙，请求太多",
    }
    if status in refused:
        return refused[status]
    if status is not None and status >= _BROKEN:
        return f"的服务器出错（{status}）"
    if "Timeout" in name or isinstance(error, TimeoutError):
        return f"在{choice.seconds:g}秒里没有答完"
    away = "Connect" in name or isinstance(error, OSError)
    return "连不上（ZHENGWEN_MODEL_URL）" if away else "没有给出能用的回答"


def _status(error: Exception) -> int | None:
    found = getattr(error, "status_code", None)
    return found if isinstance(found, int) else None
