"""The engines that hold the rows of an index and find the best of them.

To add one, write a file with what meets ``Backend`` and name it here. "faiss" is exact or, past a
size, approximate; two others force either. What a document says and is stays in the home folder
whichever it is; see ``index.store``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.errors import UserError

if TYPE_CHECKING:
    from index.store import Contents
    from index.types import Asked, Candidates, Held, Rows, Scope

DEFAULT = "faiss"


@dataclass(frozen=True, slots=True)
class Place:
    """Where rows are held: by which engine, and for a server where it is and how to be let in.

    No ``backend`` means that of the index there is, or the default for a new one.
    """

    backend: str = ""
    address: str = ""
    token: str = field(default="", repr=False)


AS_IT_IS = Place()
HERE = Place(DEFAULT)


class Searcher(Protocol):
    """Finds rows in one opened index; immutable, safe to share between threads."""

    def candidates(self, asked: "Asked", scope: "Scope", rows: "Rows", most: int) -> "Candidates":
        """At least the ``most`` best rows by words and the ``most`` best by vectors in a scope.

        ``rows`` are those that the scope allows, rising, not none. The same question gives the
        same candidates. Raises ``UserError`` where a server does not answer.
        """


class Backend(Protocol):
    """How one engine holds generations of rows.

    A generation is written under a name of its own, beside the one in use; the swap is one
    rename in the home folder, after which the older one is dropped.
    """

    def ready(self, place: Place) -> None:
        """Raises ``UserError`` where nothing could be written there."""

    def write(self, folder: Path, contents: "Contents", place: Place) -> "Contents":
        """Puts the rows where they are searched; returns what the home folder is to keep.

        What is needed to find them again goes into ``folder``, the generation's own.
        """

    def load(self, folder: Path, place: Place) -> "tuple[Held, Place]":
        """The vectors of a generation and where they are; no server is asked yet.

        ``place`` is what the settings say, which for a server may be another address or token.
        Raises ``DamagedIndex``, or what reading a file raises.
        """

    def searcher(self, contents: "Contents") -> Searcher:
        """What searches an index. Raises ``DamagedIndex`` where the rows are not those of it."""

    def swapped(self, folder: Path, place: Place) -> None:
        """After the swap: what is left of older generations in the engine is dropped."""

    def forget(self, folder: Path, place: Place) -> None:
        """Drops the rows of a generation that is not used any more."""


def backend(name: str) -> Backend:
    """The engine called ``name``. Raises ``UserError`` for one that is not there."""
    if name not in BACKENDS:
        raise UserError(f"没有叫 {name} 的后端；可用的有 {'、'.join(BACKENDS)}。")
    return BACKENDS[name]()


def _faiss() -> Backend:
    from index.backends.local import Local

    return Local(DEFAULT)


def _faiss_exact() -> Backend:
    from index.backends.local import Local

    return Local("faiss-exact", exact_up_to=None)


def _faiss_approximate() -> Backend:
    from index.backends.local import Local

    return Local("faiss-approximate", exact_up_to=0)


def _milvus() -> Backend:
    from index.backends.milvus.backend import BACKEND

    return BACKEND


BACKENDS: dict[str, Callable[[], Backend]] = {
    DEFAULT: _faiss,
    "faiss-exact": _faiss_exact,
    "faiss-approximate": _faiss_approximate,
    "milvus": _milvus,
}
