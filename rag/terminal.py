"""What commands read and write: files of lines, JSON, a bar that shows how far they are."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from corpus.errors import UserError


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """A file open to be written. Raises ``UserError``."""
    try:
        with path.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise UserError(f"写不了 {path}：{error.strerror or error}。") from None


def json_file(path: Path) -> object:
    """What a JSON file says. Raises ``UserError``."""
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UserError(f"读不了 {path}：{error.strerror or error}。") from None
    except ValueError as error:
        raise UserError(f"{path} 不是合格的 JSON：{error}。") from None


def numbered_lines(path: Path) -> list[tuple[int, str]]:
    """The lines of a file that are not empty, with their numbers from 1. Raises ``UserError``."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不了 {path}：{error}。") from None
    return [(at, line) for at, line in enumerate(lines, 1) if line.strip()]


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on the error stream, silent where that is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def advance(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name[-40:])

        yield advance
