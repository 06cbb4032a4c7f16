"""Files that are handed in: read, kept, indexed, each with what has become of it.

Nothing of a file that cannot be read is kept, and nothing of any where the index is not written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import uploads
from corpus.errors import UserError
from corpus.library import SourceFile, digest
from corpus.types import Document, Identity
from corpus.uploads import Placed
from index import store
from index.backends import Place
from index.build import Report, build_held, document_in
from index.settle import as_read
from index.store import Stored
from index.types import Encoder
from rag.shelf.naming import is_new, named
from rag.shelf.outcome import outcome
from rag.shelf.reading import Arrival, read
from rag.shelf.types import Adding, Given, Line

MOST_FILES = 300
"""Files that can be handed in at once."""


@dataclass(frozen=True, slots=True)
class Adder:
    """What takes files into the library at ``home``; to be used by who holds its lock."""

    home: Path
    encoder: Encoder
    place: Place

    def add(self, files: Sequence[Given]) -> Iterator[Adding]:
        """How far it is, file by file; at the end what has become of all of them.

        The files are moved away from where they lie. Raises ``UserError``; then nothing is kept.
        """
        if len(files) > MOST_FILES:
            raise UserError(
                f"一次最多上传 {MOST_FILES} 个文件，这次有 {len(files)} 个；请分几次，或压成 .zip。"
            )
        tidied(self.home, self.place)
        lines = [Line(given.name) for given in files]
        arrivals: list[Arrival] = []
        try:
            for at, given in enumerate(files):
                for arrival in self._arriving(at, given):
                    lines[at] = arrival.line
                    yield Adding(tuple(lines))
                arrivals.append(arrival)
            readable = [arrival for arrival in arrivals if arrival.documents]
            done = self._taken_in(readable) if readable else {}
        finally:
            tidied(self.home, self.place)
        ended = (done.get(arrival.path, arrival.line) for arrival in arrivals)
        yield Adding(tuple(ended), ended=True)

    def take_back(self, path: Path) -> Report:
        """A file that a person removed is read again."""
        return build_held([path], self.home, self.encoder, place=self.place)

    def _arriving(self, number: int, given: Given) -> Iterator[Arrival]:
        name = uploads.safe_name(given.name)
        path = uploads.arrived(self.home, given.path, number, name)
        yield from read(Line(given.name), path, path.parent)

    def _taken_in(self, arrivals: Sequence[Arrival]) -> dict[Path, Line]:
        """What became of files that can be read; they go into the folder and the index, or none
        of them does."""
        folder = uploads.folder(self.home)
        placed = self._placed(arrivals)
        uploads.keep(
            self.home,
            [
                (arrival.path, one)
                for arrival, one in zip(arrivals, placed, strict=True)
                if is_new(one)
            ],
        )
        known = {key: document for arrival in arrivals for key, document in arrival.documents}

        def document(file: SourceFile) -> Document:
            found = known.get((file.digest, file.path.name))
            return replace(found, source=file.source) if found else document_in(file)

        paths = [folder / one.name for one in placed]
        report = build_held(paths, self.home, self.encoder, place=self.place, read=document)
        stored = store.read(self.home, self.place).stored
        return {
            arrival.path: outcome(arrival, one, folder / one.name, report, stored)
            for arrival, one in zip(arrivals, placed, strict=True)
        }

    def _placed(self, arrivals: Sequence[Arrival]) -> list[Placed]:
        folder, held = uploads.folder(self.home), self._identities()
        found: list[Placed] = []
        for arrival in arrivals:
            found.append(
                named(
                    arrival.path.name,
                    arrival.digest,
                    arrival.only.identity if arrival.only else None,
                    lambda name: digest(folder / name),
                    lambda name: held.get(folder / name),
                    {one.name for one in found},
                )
            )
        return found

    def _identities(self) -> Mapping[Path, Identity]:
        """What the files of the library were read as."""
        return {item.file: as_read(item) for item in _stored(self.home, self.place)}


def tidied(home: Path, place: Place) -> None:
    """Ends a change to the uploads, if need be one that was broken off: what the index does not
    hold is taken out. To be called by who holds the lock of ``home``."""
    if not uploads.unfinished(home):
        return
    stored, folder = _stored(home, place), uploads.folder(home)
    uploads.finish(home, lambda placed: any(_is(item, placed, folder) for item in stored))


def _is(item: Stored, placed: Placed, folder: Path) -> bool:
    """Whether a document was read from an upload, or from a zip that is one."""
    path = folder / placed.name
    return (item.file == path and item.digest == placed.digest) or path in item.file.parents


def _stored(home: Path, place: Place) -> tuple[Stored, ...]:
    return store.read(home, place).stored if store.exists(home) else ()
