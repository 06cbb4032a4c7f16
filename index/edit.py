"""A library changed by hand: documents removed, fields of documents corrected.

What a person decides is written first and the index after it, so that an interruption in between
is made good by the next run. Neither needs the embedding model.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import catalogue, corrections
from corpus.corrections import Corrections, Fields, overlaid
from corpus.errors import UserError
from corpus.library import nearest
from corpus.types import Document, Identity
from index import store
from index.backends import AS_IT_IS, Place, backend
from index.join import read_off, without
from index.record import clock as wall_clock
from index.record import record
from index.settle import settled
from index.store import Contents, Stored


@dataclass(frozen=True, slots=True)
class Removal:
    """How many documents are left, and sentences for the person."""

    left: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A document as it now is, and sentences for the person."""

    document: Document
    notes: tuple[str, ...]


def remove(
    home: Path,
    sources: Sequence[str],
    clock: Callable[[], str] = wall_clock,
    place: Place = AS_IT_IS,
) -> Removal:
    """Takes documents out of the library, for good: their files are passed over from now on.

    What was corrected in them is kept, should they come back. ``place`` says how to reach a
    server that holds the rows. Raises ``UserError`` for a source that is not there; then nothing
    is removed.
    """
    with _changing(home):
        return remove_held(home, sources, clock, place)


def remove_held(
    home: Path,
    sources: Sequence[str],
    clock: Callable[[], str] = wall_clock,
    place: Place = AS_IT_IS,
) -> Removal:
    """As ``remove``, by who holds the lock of ``home``."""
    old = _contents(home, place)
    paths = _paths(home, old, sources)
    decided = corrections.load(home)
    corrections.save(home, replace(decided, removed=decided.removed | paths.keys()))
    gone = dict.fromkeys(paths.values(), "由使用者移除")
    contents, notes = _written(home, old, without(old, gone), decided, clock(), gone)
    return Removal(len(contents.stored), notes)


def correct(
    home: Path,
    source: str,
    fields: Fields,
    reset: bool = False,
    clock: Callable[[], str] = wall_clock,
    place: Place = AS_IT_IS,
) -> Correction:
    """Corrects fields of a document, in the index at once and at every later reading.

    ``reset`` forgets earlier corrections first; ``place`` as for ``remove``. Raises ``UserError``
    for a source that is not there.
    """
    with _changing(home):
        return correct_held(home, source, fields, reset, clock, place)


def correct_held(
    home: Path,
    source: str,
    fields: Fields,
    reset: bool = False,
    clock: Callable[[], str] = wall_clock,
    place: Place = AS_IT_IS,
    seen: Identity | None = None,
) -> Correction:
    """As ``correct``, by who holds the lock of ``home``.

    ``seen`` is the identity that the person had before them. Raises ``UserError`` where the
    document is no longer that; then nothing is changed.
    """
    old = _contents(home, place)
    now = stored(old, source).document.identity
    if seen not in (None, now):
        raise UserError(f"{source} 刚被别人改过，这次没有保存；请核对现在的内容后再改。")
    decided = corrections.load(home)
    earlier = Fields() if reset else decided.fields.get(source, Fields())
    entries = {**decided.fields, source: overlaid(earlier, fields)}
    decided = replace(decided, fields=entries)
    corrections.save(home, decided)
    contents, notes = _written(home, old, old, decided, clock(), {})
    return Correction(stored(contents, source).document, (*corrections.doubts(fields), *notes))


def stored(contents: Contents, source: str) -> Stored:
    """A document of the library. ``UserError`` for one that is not there offers the nearest."""
    for item in contents.stored:
        if item.document.source == source:
            return item
    raise unknown(source, [item.document.source for item in contents.stored])


def unknown(source: str, sources: Sequence[str]) -> UserError:
    """What to say about a source that is not there."""
    near = nearest(source, sources)
    offered = f"；是不是 {'、'.join(near)}？" if near else "；zhengwen library list 列出全部文件。"
    return UserError(f"文库里没有 {source}{offered}")


@contextmanager
def _changing(home: Path) -> Iterator[None]:
    """Holds a home. ``UserError`` where nothing is indexed."""
    if not store.exists(home):
        raise store.nothing_there(home)
    with store.locked(home):
        yield


def _contents(home: Path, place: Place) -> Contents:
    """The contents of a home, whose backend can be written to."""
    old = store.read(home, place)
    backend(old.place.backend).ready(old.place)
    return old


def _paths(home: Path, contents: Contents, sources: Sequence[str]) -> dict[str, str]:
    """The sources by the paths of their files; those that could not be read may be removed too."""
    there = {item.document.source: str(item.file) for item in contents.stored}
    refused = {r.source: r.path for r in catalogue.load(home).records if r.status == "refused"}
    known = refused | there
    for source in sources:
        if source not in known:
            raise unknown(source, list(known))
    return {known[source]: source for source in sources}


def _written(
    home: Path,
    old: Contents,
    changed: Contents,
    decided: Corrections,
    now: str,
    gone: dict[str, str],
) -> tuple[Contents, tuple[str, ...]]:
    contents, _ = settled(changed, decided)
    if contents is not old:
        store.write(home, read_off(contents), old.place)
    return contents, record(home, contents, now, gone=gone)
