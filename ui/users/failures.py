"""Lock-out after repeated failures: after the first few, each doubles the time to wait."""

from collections.abc import Callable
from math import ceil
from threading import Lock

FREE = 5
"""Failures before there is any waiting."""

LONGEST_SECONDS = 900.0
_FORGOTTEN_SECONDS = 3600.0
_MOST = 20_000
_LONGEST_NAME = 41
"""What is longer is no name of a user, however it goes on."""


class Failures:
    """Failures by name and by address; ``clock`` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._held: dict[tuple[str, str], tuple[int, float]] = {}
        self._lock = Lock()

    def attempt(self, name: str, address: str) -> int:
        """How many seconds to wait before an attempt; where none, it counts as failed until
        ``forget``, so that many at once gain nothing."""
        now = self._clock()
        keys = (("name", name[:_LONGEST_NAME]), ("address", address))
        with self._lock:
            wait = max(self._wait(key, now) for key in keys)
            if wait > 0:
                return ceil(wait)
            for key in keys:
                count, _ = self._recent(key, now)
                self._held.pop(key, None)
                self._held[key] = (count + 1, now)
            while len(self._held) > _MOST:
                self._held.pop(next(iter(self._held)))
        return 0

    def forget(self, name: str, address: str) -> None:
        """The attempt was none of a stranger."""
        with self._lock:
            self._held.pop(("name", name[:_LONGEST_NAME]), None)
            self._held.pop(("address", address), None)

    def _recent(self, key: tuple[str, str], now: float) -> tuple[int, float]:
        count, last = self._held.get(key, (0, now))
        return (0, now) if now - last > _FORGOTTEN_SECONDS else (count, last)

    def _wait(self, key: tuple[str, str], now: float) -> float:
        count, last = self._recent(key, now)
        if count < FREE:
            return 0.0
        return last + min(2.0 ** (count - FREE + 1), LONGEST_SECONDS) - now
