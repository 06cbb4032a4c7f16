"""Whom the work under way is done for: set where a request is let in, read by what notes it."""

from contextvars import ContextVar
from dataclasses import dataclass

from rag.users.roles import Role


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in, as what."""

    name: str
    role: Role


PRESENT: ContextVar[Person | None] = ContextVar("zhengwen_person", default=None)
"""None where nobody signs in. A thread that works for a request has a copy of its context."""
