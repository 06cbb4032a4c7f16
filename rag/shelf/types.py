"""The nouns of keeping a library: volumes, files that are handed in, what becomes of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.catalogue import Version
from corpus.types import Document
from index import doctor
from rag.holdings import Row

Finding = doctor.Finding
State = Literal["waiting", "reading", "read", "added", "changed", "kept", "refused"]


@dataclass(frozen=True, slots=True)
class Given:
    """A file that is handed in: where it lies for now, and what it is called."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A file that was handed in and what has become of it so far.

    ``name`` is what it was called, ``source`` what it is called in the library, empty before it is
    there; ``said`` are warnings or the reason of a refusal, a sentence each.
    """

    name: str
    state: State = "waiting"
    said: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Adding:
    """How far files have been taken in; ``ended`` says that nothing more will come."""

    lines: tuple[Line, ...]
    ended: bool = False

    @property
    def done(self) -> int:
        """How many files have been read."""
        return sum(line.state not in ("waiting", "reading") for line in self.lines)


@dataclass(frozen=True, slots=True)
class Volume:
    """A document in the list: ``characters`` of its text, and its warnings."""

    row: Row
    characters: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A document that was opened.

    ``document`` is None for one that could not be read or that was removed, ``digest`` that of the
    file it was read from; ``versions`` go from the latest, and of those in ``held`` the file can
    be taken away.
    """

    volume: Volume
    document: Document | None
    versions: tuple[Version, ...] = ()
    digest: str = ""
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was uploaded, to be taken away."""

    name: str
    content: bytes
