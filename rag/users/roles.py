"""Who may do what: a reader asks and checks, an editor changes the library, an admin the rest."""

from typing import Literal

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
"""From the least to the most; each may do all that those before it may."""


def may(role: Role, needed: Role) -> bool:
    """Whether a role suffices where another is needed."""
    return ROLES.index(role) >= ROLES.index(needed)
