"""What an outside set is to us: documents and the cases asked over them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import UserError
from corpus.types import Document, Identity
from eval.case import Case


@dataclass(frozen=True, slots=True)
class OutsideSet:
    """The documents and cases of a set."""

    documents: tuple[Document, ...]
    cases: tuple[Case, ...]


def documents(texts: Mapping[str, str]) -> tuple[Document, ...]:
    """Documents of no place or year, one a text."""
    return tuple(Document(name, text, Identity(title=name)) for name, text in texts.items())


def objects(path: Path) -> Sequence[Any]:
    """The values of a JSON file: of a list, of lines, or the only one.

    Raises ``UserError`` that names the file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不了 {path}：{error}。") from None
    try:
        value = json.loads(text)
    except ValueError:
        return [_line(line, f"{path}:{at}") for at, line in enumerate(text.split("\n"), 1) if line]
    return value if isinstance(value, list) else [value]


def _line(line: str, where: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise UserError(f"{where} 不是合格的 JSON：{error}。") from None
