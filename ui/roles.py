"""The role that an event handler needs."""

from collections.abc import Callable
from typing import Any, TypeVar

from rag.users.roles import Role

Handler = TypeVar("Handler", bound=Callable[..., Any])

_MARK = "__zhengwen_role__"
_NOTED = "__zhengwen_noted__"


def needs(role: Role, *, noted: bool = True) -> Callable[[Handler], Handler]:
    """Marks an event handler as one that only this role, or one above it, may call. Calls are
    noted in the audit log, but for a handler that only shows something.

    >>> @needs("editor")
    ... def remove() -> None: ...
    >>> needed(remove)
    'editor'
    """

    def marked(handler: Handler) -> Handler:
        setattr(handler, _MARK, role)
        setattr(handler, _NOTED, noted)
        return handler

    return marked


def needed(handler: Callable[..., Any]) -> Role:
    """The role that a handler needs; "reader" where it is not marked."""
    role: Role = getattr(handler, _MARK, "reader")
    return role


def is_noted(handler: Callable[..., Any]) -> bool:
    """Whether the audit log tells of its calls: it changes something, and needs a role."""
    noted: bool = getattr(handler, _NOTED, False)
    return noted
