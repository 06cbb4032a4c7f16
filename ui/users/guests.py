"""Who is signed in on this server, checked against the file of users as it now is."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rag import audit
from rag.users import file
from rag.users.password import fits
from rag.users.present import Person
from ui.users.belongings import Belongings
from ui.users.failures import Failures
from ui.users.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Guests:
    """The file of users, the log of what they do (in ``home``; None: no log), and the state of
    one server: sessions, failures, what belongs to whom."""

    path: Path
    home: Path | None
    sessions: Sessions
    failures: Failures = field(default_factory=lambda: Failures(time.monotonic))
    belongings: Belongings = field(default_factory=Belongings)

    def person(self, token: str) -> Person | None:
        """Who a token stands for: a user that there still is, with the same password. Raises
        ``UserError`` where the file makes no sense."""
        session = self.sessions.find(token) if token else None
        user = file.found(file.load(self.path) or (), session.name) if session else None
        if session is None or user is None or user.hash != session.hash:
            return None
        return Person(user.name, user.role)

    def token(self, name: str, password: str, address: str) -> str | None:
        """A token for who knows the password; None for who does not, unknown names taking as
        long. Raises ``UserError`` where the file makes no sense."""
        user = file.found(file.load(self.path) or (), name)
        if not fits(password, user.hash if user else None) or user is None:
            self.note(user.name if user else "?", "sign_in_failed", address)
            return None
        self.failures.forget(name, address)
        self.note(name, "signed_in", address)
        return self.sessions.begin(name, user.hash)

    def leave(self, token: str, address: str) -> None:
        """The session of a token ends."""
        session = self.sessions.find(token)
        self.sessions.end(token)
        if session:
            self.note(session.name, "signed_out", address)

    def note(self, name: str, did: str, what: str) -> None:
        """Notes an act of a user as done now."""
        audit.note(self.home, audit.Act(datetime.now(UTC), name, did, what))


def guests(path: Path, home: Path | None, idle_minutes: int) -> Guests:
    """The guests of a server that starts."""
    return Guests(path, home, Sessions(idle_minutes * 60.0, time.monotonic))
