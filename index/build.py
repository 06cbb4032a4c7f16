"""Builds an index, or brings one up to date: only files that changed are read and encoded."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import archives, catalogue, corrections
from corpus.catalogue import Record
from corpus.corrections import Corrections
from corpus.duplicates import Overlap
from corpus.errors import DamagedIndex, UnreadableFile, UserError
from corpus.library import SourceFile, is_there, nothing_readable, renamed, scan
from corpus.read import VERSION as READER
from corpus.read import read_document
from corpus.types import Document
from index import store
from index.backends import AS_IT_IS, Place, backend
from index.join import joined, nothing, read_off, same_model, updated
from index.record import clock as wall_clock
from index.record import record
from index.settle import as_read, settled
from index.store import Contents, Stored
from index.types import Encoder

Progress = Callable[[int, int, str], None]
DocumentReader = Callable[[SourceFile], Document]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each file of a run; ``refused`` pairs a source with its reason.

    ``shared`` says which documents of the whole library hold the same text, ``left`` which files
    were passed over because a person removed them; ``notes`` are sentences for the person.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    warned: tuple[tuple[str, str], ...]
    passages: int
    documents: int
    shared: tuple[Overlap, ...] = ()
    left: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """Files to read, sources that are gone, and where the run looked: files and folders."""

    read: tuple[SourceFile, ...]
    gone: tuple[str, ...]
    places: frozenset[Path]
    folders: frozenset[Path]

    def tried(self, record: Record) -> bool:
        """Whether the run looked for a file that was seen before."""
        return _looked(Path(record.path), record.root, self.places, self.folders)


def _silent(done: int, total: int, name: str) -> None:
    """Progress that nobody watches."""


def build(
    paths: Sequence[Path],
    home: Path,
    encoder: Encoder,
    progress: Progress = _silent,
    clock: Callable[[], str] = wall_clock,
    place: Place = AS_IT_IS,
) -> Report:
    """Brings the index at ``home`` up to date with ``paths`` and says what was done.

    Raises ``Busy`` where another run holds the home; all else is as ``build_held`` says.
    """
    with store.locked(home):
        return build_held(paths, home, encoder, progress, clock, place)


def build_held(
    paths: Sequence[Path],
    home: Path,
    encoder: Encoder,
    progress: Progress = _silent,
    clock: Callable[[], str] = wall_clock,
    place: Place = AS_IT_IS,
    read: DocumentReader | None = None,
) -> Report:
    """As ``build``, by who holds the lock of ``home``; ``read`` may know documents already.

    ``place`` is where its rows are to be searched; an index that lay elsewhere is moved.

    What was indexed from other folders stays; what is gone from a folder given is removed. A
    file that cannot be read is named in the report and leaves an older reading in place. A file
    that a person removed is passed over, unless it is given itself. The members of an archive
    are files of their own; one that cannot be unpacked is a file that cannot be read.
    However it was reached, the index of the same documents is the same. An interruption leaves
    the old index as it was. Raises ``UserError`` where nothing at all could be read.
    """
    scanned = scan(paths)
    decided = _taken_back(home, paths)
    present = archives.expanded(scanned, home)
    if not present:
        raise nothing_readable(paths)
    files, left = _wanted(present, decided)
    old = _old(home, place) or nothing(encoder)
    place = _meant(place, old.place)
    backend(place.backend).ready(place)
    files = _as_known(files, home, old.stored)
    plan = _plan(files, paths, old.stored, decided)
    fresh, refused = _read(plan.read, progress, read or document_in)
    stale = {*plan.gone, *(item.document.source for item in fresh)}
    keep = [n for n, item in enumerate(old.stored) if item.document.source not in stale]
    _require(fresh or keep, refused)
    contents = old
    if fresh or plan.gone or not (same_model(old, encoder) and _lies_in(old, place)):
        contents = updated(old, keep, fresh, encoder)
    contents, shared = settled(contents, decided)
    told: tuple[str, ...] = ()
    if contents is not old or _unread(contents):
        written = store.write(home, read_off(contents), place)
        told = tuple(filter(None, (written.note,)))
    gone = dict.fromkeys(plan.gone, "文件已不在")
    note = record(home, contents, clock(), _refused(plan, refused), plan.tried, gone)
    archives.sweep(home, present, [item.file for item in contents.stored])
    report = _report(old, keep, plan, fresh, refused, contents)
    return replace(report, shared=shared, left=left, notes=(*note, *told))


def _unread(contents: Contents) -> bool:
    """Whether a document was read off by an older version, or never."""
    return any(item.document.source not in contents.readings for item in contents.stored)


def contents_of(documents: Sequence[Document], encoder: Encoder) -> Contents:
    """An index of some documents in memory, in the order of their sources; nothing is written."""
    stored = [Stored(document, "", "", READER) for document in documents]
    return joined(nothing(encoder), (), stored, encoder)


def _old(home: Path, place: Place) -> Contents | None:
    """The index there is, unless it is damaged."""
    if not store.exists(home):
        return None
    try:
        return store.read(home, place)
    except DamagedIndex:
        return None


def _meant(place: Place, old: Place) -> Place:
    """Where rows are to go: where they are, unless another backend or address is named."""
    return old if place.backend in ("", old.backend) and not place.address else place


def _lies_in(old: Contents, place: Place) -> bool:
    """Whether the rows of an index lie in a place, unharmed."""
    if (old.place.backend, old.place.address) != (place.backend, place.address):
        return False
    try:
        backend(place.backend).searcher(old)
    except DamagedIndex:
        return False
    return True


def _taken_back(home: Path, paths: Sequence[Path]) -> Corrections:
    """What a person decided, less the removal of files and archives that are given themselves."""
    decided = corrections.load(home)
    places = (path.expanduser().resolve() for path in paths)
    given = {str(path) for path in places if path.is_file()}
    removed = frozenset(path for path in decided.removed if given.isdisjoint(_through(Path(path))))
    if removed != decided.removed:
        decided = replace(decided, removed=removed)
        corrections.save(home, decided)
    return decided


def _through(path: Path) -> Iterator[str]:
    """The path, and those that it leads through: a member is removed with its archive."""
    yield str(path)
    yield from map(str, path.parents)


def _wanted(
    files: Sequence[SourceFile], decided: Corrections
) -> tuple[tuple[SourceFile, ...], tuple[str, ...]]:
    """The files to have, and the sources of those that a person removed."""
    out = {f.source for f in files if not decided.removed.isdisjoint(_through(f.path))}
    return tuple(file for file in files if file.source not in out), tuple(sorted(out))


def _as_known(
    files: Sequence[SourceFile], home: Path, stored: Sequence[Stored]
) -> tuple[SourceFile, ...]:
    """The files under the names they have had, though only part of their folder is given.

    Without this a correction would be lost when a folder in the folder is indexed alone.
    """
    names = {
        record.path: (record.root, record.source)
        for record in catalogue.load(home).records
        if record.status == "removed"
    }
    names |= {str(item.file): (item.root, item.document.source) for item in stored}
    named = []
    for file in files:
        root, source = names.get(str(file.path), (file.root, file.source))
        within = Path(file.root).is_relative_to(root)
        named.append(replace(file, root=root, source=source) if within else file)
    return tuple(named)


def _plan(
    files: Sequence[SourceFile],
    paths: Sequence[Path],
    stored: Sequence[Stored],
    decided: Corrections,
) -> _Plan:
    places = frozenset(file.path for file in files)
    folders = frozenset(path.expanduser().resolve() for path in paths)
    faulty = frozenset(file.path for file in files if file.fault)
    elsewhere = [item for item in stored if item.file not in places and is_there(item.file)]
    files = renamed(files, {item.document.source for item in elsewhere})
    sources = {file.source for file in files}
    known = {item.document.source: item for item in stored}
    gone = [
        source
        for source, item in known.items()
        if not decided.removed.isdisjoint(_through(item.file))
        or (
            source not in sources
            and faulty.isdisjoint(item.file.parents)
            and _looked(item.file, item.root, places, folders)
        )
    ]
    read = tuple(file for file in files if not _is_current(known.get(file.source), file))
    return _Plan(read, tuple(gone), places, folders)


def _looked(path: Path, root: str, places: frozenset[Path], folders: frozenset[Path]) -> bool:
    """Whether a run over some files and folders would have found a file."""
    return path in places or not folders.isdisjoint((Path(root), path, *path.parents))


def _is_current(item: Stored | None, file: SourceFile) -> bool:
    now = (file.digest, file.root, READER, file.url)
    return item is not None and (item.digest, item.root, item.reader, as_read(item).url) == now


def _read(
    files: Sequence[SourceFile], progress: Progress, read: DocumentReader
) -> tuple[tuple[Stored, ...], tuple[tuple[str, str], ...]]:
    fresh, refused = [], []
    for at, file in enumerate(files):
        progress(at, len(files), file.source)
        try:
            document = read(file)
            fresh.append(Stored(document, file.root, file.digest, READER, str(file.path)))
        except UnreadableFile as error:
            refused.append((file.source, str(error)))
    progress(len(files), len(files), "")
    return tuple(fresh), tuple(refused)


def document_in(file: SourceFile) -> Document:
    """The document in a file of a library. Raises ``UnreadableFile``."""
    if file.fault:
        raise UnreadableFile(file.fault)
    document = read_document(file.unpacked or file.path, file.source, file.path.name)
    return document.identified(url=file.url)


def _require(documents: Sequence[object], refused: Sequence[tuple[str, str]]) -> None:
    if not documents and refused:
        raise UserError(f"没有一个文件能读：{'；'.join(reason for _, reason in refused)}")
    if not documents:
        raise UserError("给出的文件都已从文库里移除；要收回哪个，请直接给出那个文件。")


def _refused(plan: _Plan, refused: Sequence[tuple[str, str]]) -> tuple[Record, ...]:
    files = {file.source: file for file in plan.read}
    return tuple(
        Record(s, files[s].root, str(files[s].path), files[s].digest, status="refused", reason=why)
        for s, why in refused
    )


def _report(
    old: Contents,
    keep: Sequence[int],
    plan: _Plan,
    fresh: Sequence[Stored],
    refused: tuple[tuple[str, str], ...],
    contents: Contents,
) -> Report:
    before = {item.document.source for item in old.stored}
    sources = [item.document.source for item in fresh]
    return Report(
        added=tuple(s for s in sources if s not in before),
        changed=tuple(s for s in sources if s in before),
        kept=tuple(old.stored[n].document.source for n in keep),
        removed=plan.gone,
        refused=refused,
        warned=tuple((i.document.source, w) for i in fresh for w in i.document.warnings),
        passages=len(contents.rows),
        documents=len(contents.stored),
    )
