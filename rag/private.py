"""Small files of secrets: readable by their owner alone, changed by one program at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import UserError

_PATIENCE_SECONDS = 5.0


def replace(path: Path, text: str) -> None:
    """Writes the file by one rename, readable by its owner alone. Raises OSError."""
    fresh = path.with_suffix(f".{os.getpid()}")
    try:
        with open(fresh, "w", encoding="utf-8", opener=opener) as file:
            file.write(text + "\n")
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


@contextmanager
def held(path: Path) -> Iterator[None]:
    """The file to oneself while it is changed; its folder is made. Raises ``UserError``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE_SECONDS)
        lock.acquire()
    except Timeout:
        raise UserError(f"{path} 正被另一个程序修改，请稍后再试。") from None
    except OSError as error:
        raise UserError(f"文件夹 {path.parent} 不能用：{error.strerror or error}。") from None
    try:
        yield
    finally:
        lock.release()


def opener(path: str, flags: int) -> int:
    """Opens a file that, where it is new, only its owner can read and write."""
    return os.open(path, flags, 0o600)
