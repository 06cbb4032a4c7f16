"""The role that an event handler needs."""

from collections.abc import Callable
from typing import Any, TypeVar

from rag.users.roles import Role

Handler = TypeVar("Handler", bound=Callable[..., Any])

_MARK = "__zhengwen_role__"


def needs(role: Role) -> Callable[[Handler], Handler]:
    """Marks an event handler as one that only this role, or one above it, may call.

    >>> @needs("editor")
    ... def remove() -> None: ...
    >>> needed(remove)
    'editor'
    """

    def marked(handler: Handler) -> Handler:
        setattr(handler, _MARK, role)
        return handler

    return marked


def needed(handler: Callable[..., Any]) -> Role:
    """The role that a handler needs; "reader" where it is not marked."""
    role: Role = getattr(handler, _MARK, "reader")
    return role
