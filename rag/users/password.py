"""Passwords as argon2id hashes, with the parameters that argon2-cffi holds to be right."""

from functools import cache
from typing import TYPE_CHECKING

from corpus.errors import UserError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 10, 1000
"""Characters; the upper bound keeps a request from being hashed for long."""


def hashed(password: str) -> str:
    """The hash that is kept of a password. Raises ``UserError`` for one that will not do."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UserError(f"密码要有 {SHORTEST} 到 {LONGEST} 个字符。")
    return _hasher().hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one of a hash; it takes as long where there is none (None)."""
    from argon2.exceptions import InvalidHashError, VerificationError

    if len(password) > LONGEST:
        return False
    try:
        return _hasher().verify(kept or _nobodys(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobodys() -> str:
    from secrets import token_urlsafe

    return _hasher().hash(token_urlsafe())
