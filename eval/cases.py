"""Questions with gold answers, one JSON object a line."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from corpus.errors import UserError
from rag.types import Turn

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote and the document it stands in (the file's name without its ending)."""

    doc: str
    quote: str


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what a right answer must hold. ``must`` lists key facts, each a list of
    accepted spellings; ``must_not`` what a right answer cannot say."""

    id: str
    type: str
    question: str
    must: tuple[tuple[str, ...], ...]
    must_not: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    history: tuple[Turn, ...]
    verdict: str
    answer: str


def load(path: Path) -> tuple[Case, ...]:
    """The cases of a file. Raises ``UserError`` with the line and field of a malformed one."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise UserError(f"读不了题目文件 {path}：{error.strerror or error}。") from None
    except UnicodeDecodeError:
        raise UserError(f"题目文件 {path} 不是 UTF-8 编码。") from None
    numbered = [(at, line) for at, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise UserError(f"题目文件 {path} 里没有题目。")
    return tuple(_case(line, f"{path}:{at}") for at, line in numbered)


def _case(line: str, where: str) -> Case:
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise UserError(f"{where} 不是合格的 JSON：{error}。") from None
    if not isinstance(fields, Mapping):
        raise UserError(f"{where} 要是一个 JSON 对象。")
    read = _Fields(fields, where)
    return Case(
        id=str(read.of("id", _same)),
        type=read.of("type", _text),
        question=read.of("question", _text),
        must=read.of("must", _facts, []),
        must_not=read.of("must_not", _texts, []),
        evidence=read.of("evidence", _evidence, []),
        history=read.of("history", _turns, []),
        verdict=read.of("verdict", _text, ""),
        answer=read.of("answer", _text, ""),
    )


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of a line, read one by one; an error names the line and the field."""

    values: Mapping[str, Any]
    where: str

    def of(self, name: str, read: Callable[[Any], _Read], default: object = None) -> _Read:
        """A field as ``read`` makes it; null counts as missing, which needs a ``default``."""
        value = self.values.get(name)
        if value is None and default is None:
            raise UserError(f"{self.where} 缺少字段 {name}。")
        try:
            return read(default if value is None else value)
        except (TypeError, KeyError):
            raise UserError(f"{self.where} 的字段 {name} 写得不对。") from None


def _same(value: object) -> object:
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError
    return tuple(_text(value) for value in values)


def _facts(values: list[object]) -> tuple[tuple[str, ...], ...]:
    return tuple(_texts(value) for value in values)


def _evidence(values: list[Mapping[str, object]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(_text(value["doc"]), _text(value["quote"])) for value in values)


def _turns(values: list[Mapping[str, Any]]) -> tuple[Turn, ...]:
    return tuple(Turn(value["role"], _text(value["content"])) for value in values)
