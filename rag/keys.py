"""Keys for programs: made at random, shown once, kept as hashes in ``keys.json`` of the library.

A key is 256 random bits, so that a plain SHA-256 of it cannot be turned back by trying.
"""

import json
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from secrets import token_urlsafe

from corpus.errors import UserError
from rag import private

FILE = "keys.json"
_PREFIX = "zw-"
_BYTES = 32
_ENDING = 4
_NAME = re.compile(r"[\w][\w.@-]{0,39}")
_FIELDS = ("name", "sha256", "made", "ending")

Keys = tuple["Key", ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is kept. ``made`` is in UTC; ``ending`` are the last characters of the key."""

    name: str
    sha256: str
    made: str
    ending: str


def new_token() -> str:
    """A key that nobody has yet."""
    return _PREFIX + token_urlsafe(_BYTES)


def load(home: Path) -> Keys | None:
    """The keys of a library; None where none was ever made. Raises ``UserError``.

    A file without keys is no None: who has taken the last key away has let nobody in.
    """
    path = home / FILE
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["keys"]
        return tuple(_read(entry) for entry in entries)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UserError(f"{path} 读不懂（{error}）；请改正，或移走它再重新添加密钥。") from None


def with_key(keys: Keys, name: str, token: str, when: datetime) -> Keys:
    """The keys with one more. Raises ``UserError`` for a name that is taken or is none."""
    if not _NAME.fullmatch(name):
        raise UserError(f"密钥的名字要是 1 到 40 个字母、数字或汉字，不能是“{name[:60]}”。")
    if any(key.name == name for key in keys):
        raise UserError(f"已经有叫 {name} 的密钥；请换个名字，或先运行 zhengwen keys remove。")
    made = when.isoformat(timespec="seconds")
    return (*keys, Key(name, _hash(token), made, token[-_ENDING:]))


def without_key(keys: Keys, name: str) -> Keys:
    """The keys but one. Raises ``UserError`` where there is no key of this name."""
    kept = tuple(key for key in keys if key.name != name)
    if len(kept) == len(keys):
        there = "、".join(key.name for key in keys) or "没有"
        raise UserError(f"没有叫 {name} 的密钥；现有：{there}。")
    return kept


def holder(keys: Keys, token: str) -> Key | None:
    """The key that a token is, None where it is none of them."""
    hashed = _hash(token)
    found = [key for key in keys if compare_digest(key.sha256, hashed)]
    return found[0] if found else None


def save(home: Path, keys: Keys) -> None:
    """Writes the file by one rename, readable by its owner alone. Raises ``UserError``."""
    path = home / FILE
    text = json.dumps({"keys": [asdict(key) for key in keys]}, ensure_ascii=False, indent=1)
    try:
        private.replace(path, text)
    except OSError as error:
        raise UserError(f"密钥写不进 {path}：{error.strerror or error}。") from None


def held(home: Path) -> AbstractContextManager[None]:
    """The keys to oneself while they are changed; the folder is made. Raises ``UserError``."""
    return private.held(home / FILE)


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _read(entry: Mapping[str, object]) -> Key:
    return Key(*(str(entry[field]) for field in _FIELDS))
