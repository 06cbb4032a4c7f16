"""The library behind the page: what it holds, and what people change in it, one at a time."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus import uploads
from corpus.archives import at_hand
from corpus.corrections import Fields, checked
from corpus.errors import Busy, UserError
from corpus.formats.archive import archive_of
from corpus.library import is_there
from corpus.types import Document, Identity
from index import store
from index.backends import AS_IT_IS, Place
from index.doctor import Finding, examine
from index.edit import correct_held, remove_held, stored, unknown
from index.record import as_listed
from index.store import Stored
from index.types import Encoder
from rag.card import Said, identity_said
from rag.holdings import Listing, decided_in, listed
from rag.live import Live
from rag.shelf.adding import Adder, tidied
from rag.shelf.detached import detached
from rag.shelf.types import Adding, Book, Given, Original, Volume

LARGEST_TAKEN = 20_000_000
"""Bytes of a file that can be taken away: it goes through the page as a whole."""

_BUSY = "有人正在改文库，或者正在建索引；这次没有改，请稍等再试。"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library that is served and that people change.

    ``own`` is the home that uploads go to, ``live`` what is served: another home, that of the
    bundled documents, until there is something in the own one.
    """

    live: Live
    own: Path
    encoder: Encoder
    place: Place = AS_IT_IS

    @property
    def is_own(self) -> bool:
        """Whether the library holds what people put there, not the bundled documents."""
        return self.live.opened().home == self.own

    def volumes(self) -> tuple[tuple[Volume, ...], tuple[str, ...]]:
        """All documents, also those that could not be read or were removed, and sentences for the
        person."""
        opened = self.live.opened()
        contents = opened.chain.index.contents
        documents = {item.document.source: item.document for item in contents.stored}
        listing = listed(opened.home, contents, everything=True)
        return _volumes(listing, documents), listing.notes

    def book(self, source: str) -> Book:
        """A document with what is known of it. ``UserError`` for one that was never there."""
        opened = self.live.opened()
        contents = opened.chain.index.contents
        listing = listed(opened.home, contents, everything=True)
        items = {item.document.source: item for item in contents.stored}
        documents = {name: item.document for name, item in items.items()}
        volumes = {one.row.source: one for one in _volumes(listing, documents)}
        if source not in volumes:
            raise unknown(source, list(volumes))
        history = as_listed(opened.home, contents).history(source)
        item = items.get(source)
        return Book(
            volumes[source],
            item.document if item else None,
            tuple(reversed(history)),
            item.digest if item else "",
            frozenset(v.digest for v in history if item and self._file(item, v.digest)),
        )

    def said(self, source: str) -> tuple[Said, ...]:
        """Where the fields of a document come from; its file is read again for it."""
        opened = self.live.opened()
        item = stored(opened.chain.index.contents, source)
        decided, _ = decided_in(opened.home)
        return tuple(identity_said(item, decided.fields.get(source, Fields())))

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the library, and what to do about it."""
        return examine(self.live.opened().home, self.encoder.name, self.place)

    def original(self, source: str, version: str) -> Original:
        """An upload, or a member of one, as it was handed in; ``version`` is the digest of one of
        its readings. ``UserError`` where it is not held or too large."""
        opened = self.live.opened()
        item = stored(opened.chain.index.contents, source)
        read = as_listed(opened.home, opened.chain.index.contents).history(source)
        path = self._file(item, version) if version in {one.digest for one in read} else None
        if path is None:
            raise UserError(f"{source} 的这个版本没有存下来，取不出来。")
        with at_hand(path) as file:
            size = file.stat().st_size
            if size > LARGEST_TAKEN:
                limit = LARGEST_TAKEN // 1_000_000
                raise UserError(
                    f"{path.name} 有 {size / 1e6:.0f} MB，超过了 {limit} MB，不能从网页取。"
                )
            return Original(path.name, file.read_bytes())

    def add(self, files: Sequence[Given]) -> Iterator[Adding]:
        """Takes files into the own library; goes on to the end also where nobody asks how far it
        is. Raises ``UserError``; then the library is as it was."""
        return detached(self._add(files))

    def correct(
        self, source: str, given: Mapping[str, str], seen: Identity, reset: bool = False
    ) -> tuple[str, ...]:
        """Corrects fields, as they were typed; sentences for the person.

        ``seen`` is what they had before them. Raises ``UserError`` where somebody else was faster.
        """
        fields = checked(given)
        with self._changing() as home:
            done = correct_held(home, source, fields, reset, place=self.place, seen=seen)
        return done.notes

    def remove(self, source: str) -> tuple[str, ...]:
        """Takes a document out; its file stays where it lies. Sentences for the person."""
        with self._changing() as home:
            return remove_held(home, [source], place=self.place).notes

    def take_back(self, source: str) -> tuple[str, ...]:
        """A document that was removed is read again; with a member of a zip, all of the zip."""
        with self._changing() as home:
            record = as_listed(home, self.live.opened().chain.index.contents).of(source)
            path = Path(record.path) if record else None
            if path is None or not is_there(path):
                raise UserError(f"{source} 的文件已不在原处，收不回来；请重新上传。")
            file = path if path.is_file() else archive_of(path)
            report = Adder(home, self.encoder, self.place).take_back(file or path)
        return (*(why for _, why in report.refused), *report.notes)

    def tidy(self) -> None:
        """Ends what an interruption left half done; left for later where somebody else writes."""
        try:
            if uploads.unfinished(self.own):
                with store.locked(self.own, 0.0):
                    tidied(self.own, self.place)
        except UserError as error:
            log.warning("what was left of an upload is still there: %s", error)

    def _add(self, files: Sequence[Given]) -> Iterator[Adding]:
        with _held(self.own):
            yield from Adder(self.own, self.encoder, self.place).add(files)

    @contextmanager
    def _changing(self) -> Iterator[Path]:
        home = self.live.opened().home
        with _held(home):
            yield home

    def _file(self, item: Stored, version: str) -> Path | None:
        """Where a version of an upload lies; None where it is no upload or not there any more."""
        folder = uploads.folder(self.own)
        if not item.file.is_relative_to(folder):
            return None
        if version == item.digest:
            return item.file if is_there(item.file) else None
        path = uploads.earlier(self.own, item.file.name, version)
        return path if path.is_file() else None


@contextmanager
def _held(home: Path) -> Iterator[None]:
    """Holds a home at once or not at all."""
    try:
        with store.locked(home, 0.0):
            yield
    except Busy:
        raise Busy(_BUSY) from None


def _volumes(listing: Listing, documents: Mapping[str, Document]) -> tuple[Volume, ...]:
    found = []
    for row in listing.rows:
        document = documents.get(row.source)
        held = (len(document.text), document.warnings) if document else (0, ())
        found.append(Volume(row, *held))
    return tuple(found)
