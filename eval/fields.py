"""A file of one JSON object a line, read field by field; an error names the line and the field."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from corpus.errors import UserError
from rag.types import Turn

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a line; ``where`` is file and line."""

    values: Mapping[str, Any]
    where: str

    def of(self, name: str, read: Callable[[Any], _Read], default: object = None) -> _Read:
        """A field as ``read`` makes it; null counts as missing, which needs a ``default``."""
        value = self.values.get(name)
        if value is None and default is None:
            raise UserError(f"{self.where} 缺少字段 {name}。")
        try:
            return read(default if value is None else value)
        except (TypeError, KeyError, ValueError, AttributeError):
            raise UserError(f"{self.where} 的字段 {name} 写得不对。") from None


def lines(path: Path) -> Iterator[Fields]:
    """The objects of a file in order. Raises ``UserError`` that names the file or the line."""
    try:
        text = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise UserError(f"读不了题目文件 {path}：{error.strerror or error}。") from None
    except UnicodeDecodeError:
        raise UserError(f"题目文件 {path} 不是 UTF-8 编码。") from None
    numbered = [(at, line) for at, line in enumerate(text, 1) if line.strip()]
    if not numbered:
        raise UserError(f"题目文件 {path} 里没有题目。")
    for at, line in numbered:
        yield _object(line, f"{path}:{at}")


def _object(line: str, where: str) -> Fields:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{where} 不是合格的 JSON：{error}。") from None
    if not isinstance(values, Mapping):
        raise UserError(f"{where} 要是一个 JSON 对象。")
    return Fields(values, where)


def anything(value: object) -> object:
    """The value as it is."""
    return value


def text(value: object) -> str:
    """A string."""
    if not isinstance(value, str):
        raise TypeError
    return value


def whole(value: object) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def texts(values: object) -> tuple[str, ...]:
    """A list of strings."""
    if not isinstance(values, list):
        raise TypeError
    return tuple(text(value) for value in values)


def facts(values: Sequence[object]) -> tuple[tuple[str, ...], ...]:
    """A list of lists of strings."""
    return tuple(texts(value) for value in values)


def turns(values: Sequence[Mapping[str, Any]]) -> tuple[Turn, ...]:
    """The turns of a conversation."""
    return tuple(Turn(value["role"], text(value["content"])) for value in values)
