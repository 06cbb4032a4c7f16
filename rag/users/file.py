"""The file of users: ``users.json`` in the library, or the one that ZHENGWEN_USERS names."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from corpus.errors import UserError
from rag import private
from rag.settings import settings
from rag.users.roles import ROLES, Role

FILE = "users.json"
_NAME = re.compile(r"[\w][\w.@-]{0,39}")

Users = tuple["User", ...]


@dataclass(frozen=True, slots=True)
class User:
    """A user as kept. ``hash`` is that of the password, ``made`` when it was set, in UTC."""

    name: str
    role: Role
    hash: str
    made: str


def place(home: Path) -> Path:
    """Where the users of a library are kept."""
    return settings().users or home / FILE


def load(path: Path) -> Users | None:
    """The users in a file; None where there is no file. Raises ``UserError``.

    A file without users is no None: who has taken the last one away has let nobody in.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["users"]
        return tuple(_read(entry) for entry in entries)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UserError(f"{path} 读不懂（{error}）；请改正，或移走它再重新添加用户。") from None


def save(path: Path, users: Users) -> None:
    """Writes the file by one rename, readable by its owner alone. Raises ``UserError``."""
    text = json.dumps({"users": [asdict(user) for user in users]}, ensure_ascii=False, indent=1)
    try:
        private.replace(path, text)
    except OSError as error:
        raise UserError(f"用户写不进 {path}：{error.strerror or error}。") from None


def found(users: Users, name: str) -> User | None:
    """The user of this name."""
    return next((user for user in users if user.name == name), None)


def with_user(users: Users, name: str, role: str, kept: str, when: datetime) -> Users:
    """The users with one more, ``kept`` being the hash of the password. Raises ``UserError``."""
    checked_name(users, name)
    return (*users, User(name, role_of(role), kept, when.isoformat(timespec="seconds")))


def checked_name(users: Users, name: str) -> None:
    """Raises ``UserError`` for a name that is taken or is none."""
    if not _NAME.fullmatch(name):
        raise UserError(f"用户名要是 1 到 40 个字母、数字或汉字，不能是“{name[:60]}”。")
    if found(users, name):
        raise UserError(f"已经有叫 {name} 的用户；换密码请运行 zhengwen users passwd {name}。")


def with_password(users: Users, name: str, kept: str, when: datetime) -> Users:
    """The users, one of them with another password. Raises ``UserError``."""
    made = when.isoformat(timespec="seconds")
    return _with(users, replace(known(users, name), hash=kept, made=made))


def with_role(users: Users, name: str, role: str) -> Users:
    """The users, one of them with another role. Raises ``UserError``."""
    return _with(users, replace(known(users, name), role=role_of(role)))


def without(users: Users, name: str) -> Users:
    """The users but one. Raises ``UserError`` where there is none of this name."""
    gone = known(users, name)
    return tuple(user for user in users if user != gone)


def known(users: Users, name: str) -> User:
    """The user of this name. Raises ``UserError`` where there is none."""
    user = found(users, name)
    if user is None:
        there = "、".join(user.name for user in users) or "没有"
        raise UserError(f"没有叫 {name} 的用户；现有：{there}。")
    return user


def role_of(text: str) -> Role:
    """A role by its name. Raises ``UserError``."""
    for role in ROLES:
        if role == text:
            return role
    raise UserError(f"角色只能是 {'、'.join(ROLES)}，不能是 {text}。")


def _with(users: Users, changed: User) -> Users:
    return tuple(changed if user.name == changed.name else user for user in users)


def _read(entry: Mapping[str, object]) -> User:
    role = str(entry["role"])
    if role not in ROLES:
        raise ValueError(f"role {role}")
    return User(str(entry["name"]), role_of(role), str(entry["hash"]), str(entry["made"]))
