"""What belongs to whom on a server: visits of the page and uploaded files, by who began them."""

from threading import Lock

_MOST = 100_000


class Belongings:
    """Owners of things by their names; the oldest are forgotten once there are too many."""

    def __init__(self) -> None:
        self._owners: dict[str, frozenset[str]] = {}
        self._lock = Lock()

    def take(self, thing: str, name: str) -> bool:
        """Whether a thing is this person's; one that was nobody's becomes so."""
        with self._lock:
            owners = self._owners.setdefault(thing, frozenset({name}))
            self._bound()
        return name in owners

    def share(self, thing: str, name: str) -> None:
        """The thing is this person's too: the same file was uploaded by each."""
        with self._lock:
            self._owners[thing] = self._owners.get(thing, frozenset()) | {name}
            self._bound()

    def owns(self, thing: str, name: str) -> bool:
        """Whether a thing is this person's."""
        with self._lock:
            return name in self._owners.get(thing, frozenset())

    def _bound(self) -> None:
        while len(self._owners) > _MOST:
            self._owners.pop(next(iter(self._owners)))
