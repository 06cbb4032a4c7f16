"""Who may do what: a reader asks and checks, an editor changes the library, an admin the rest."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

Handler = TypeVar("Handler", bound=Callable[..., Any])
Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
"""From the least to the most; each may do all that those before it may."""

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


def may(role: Role, needed: Role) -> bool:
    """Whether a role suffices where another is needed."""
    return ROLES.index(role) >= ROLES.index(needed)
