"""Who is signed in: random tokens, of which only hashes are held, and only in memory."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from secrets import token_urlsafe
from threading import Lock

ABSOLUTE_SECONDS = 12 * 3600.0
"""However busy it is, a session ends after a working day."""

_BYTES = 32


@dataclass(frozen=True, slots=True)
class Session:
    """A session. ``hash`` is that of the password it began with; times are in seconds."""

    name: str
    hash: str
    began: float
    seen: float


class Sessions:
    """The sessions of a server; ``clock`` gives seconds that never run backwards."""

    def __init__(self, idle_seconds: float, clock: Callable[[], float]) -> None:
        self._idle = idle_seconds
        self._clock = clock
        self._held: dict[str, Session] = {}
        self._lock = Lock()

    def begin(self, name: str, kept: str) -> str:
        """The token of a new session; what has ended is forgotten on the way."""
        now, token = self._clock(), token_urlsafe(_BYTES)
        with self._lock:
            self._held = {key: one for key, one in self._held.items() if self._lives(one, now)}
            self._held[_key(token)] = Session(name, kept, now, now)
        return token

    def find(self, token: str) -> Session | None:
        """The session of a token, which thereby is not idle; None where it has ended."""
        now, key = self._clock(), _key(token)
        with self._lock:
            session = self._held.get(key)
            if session is None or not self._lives(session, now):
                self._held.pop(key, None)
                return None
            self._held[key] = replace(session, seen=now)
        return session

    def end(self, token: str) -> None:
        """The token is worth nothing any more."""
        with self._lock:
            self._held.pop(_key(token), None)

    def _lives(self, session: Session, now: float) -> bool:
        return now - session.seen < self._idle and now - session.began < ABSOLUTE_SECONDS


def _key(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
