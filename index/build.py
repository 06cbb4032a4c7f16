"""Builds an index, or brings one up to date: only files that changed are read and encoded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from corpus.errors import DamagedIndex, UnreadableFile, UserError
from corpus.library import SourceFile, renamed, scan
from corpus.read import VERSION as READER
from corpus.read import read_document
from corpus.split import split
from corpus.types import Passage
from index import store
from index.backends.faiss import FaissBackend
from index.lexical import Postings, count, merge
from index.store import Contents, Stored
from index.types import Encoder, Rows
from index.words import bigrams, words

Table = npt.NDArray[np.int32]
Name = TypeVar("Name", str, tuple[str, ...])
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each file of a run; ``refused`` pairs a source with its reason."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    warned: tuple[tuple[str, str], ...]
    passages: int
    documents: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """Files to read, and sources that are gone."""

    read: tuple[SourceFile, ...]
    gone: tuple[str, ...]


def _silent(done: int, total: int, name: str) -> None:
    """Progress that nobody watches."""


def build(
    paths: Sequence[Path], home: Path, encoder: Encoder, progress: Progress = _silent
) -> Report:
    """Brings the index at ``home`` up to date with ``paths`` and says what was done.

    What was indexed from other folders stays; what is gone from a folder given is removed. A
    file that cannot be read is named in the report and leaves an older reading in place.
    However it was reached, the index of the same documents is the same. An interruption leaves
    the old index as it was. Raises ``UserError`` where nothing at all could be read, ``Busy``
    where another run holds the home.
    """
    files = scan(paths)
    with store.locked(home):
        old = _old(home) or _nothing(encoder)
        plan = _plan(files, paths, old.stored)
        fresh, refused = _read(plan.read, progress)
        stale = {*plan.gone, *(item.document.source for item in fresh)}
        keep = [n for n, item in enumerate(old.stored) if item.document.source not in stale]
        if not fresh and not keep:
            raise UserError(f"没有一个文件能读：{'；'.join(reason for _, reason in refused)}")
        contents = old
        if fresh or plan.gone or not _same_model(old, encoder):
            contents = _updated(old, keep, fresh, encoder)
            store.write(home, contents)
    return _report(old, keep, plan, fresh, refused, contents)


def _old(home: Path) -> Contents | None:
    """The index there is, unless it is damaged."""
    if not store.exists(home):
        return None
    try:
        return store.read(home)
    except DamagedIndex:
        return None


def _nothing(encoder: Encoder) -> Contents:
    """An index without documents."""
    none = count([])
    vectors = FaissBackend(encoder.dimension)
    return Contents((), np.zeros((0, 5), np.int32), (), (), vectors, none, none, none, encoder.name)


def _same_model(old: Contents, encoder: Encoder) -> bool:
    return old.embedder == encoder.name and old.vectors.dimension == encoder.dimension


def _plan(files: Sequence[SourceFile], paths: Sequence[Path], stored: Sequence[Stored]) -> _Plan:
    roots, places = {file.root for file in files}, {file.path for file in files}
    elsewhere = [i for i in stored if i.root not in roots and _file(i) not in places]
    files = renamed(files, {i.document.source for i in elsewhere if _file(i).is_file()})
    sources = {file.source for file in files}
    folders = {str(path.expanduser().resolve()) for path in paths}
    known = {item.document.source: item for item in stored}
    return _Plan(
        read=tuple(file for file in files if not _is_current(known.get(file.source), file)),
        gone=tuple(
            source
            for source, item in known.items()
            if source not in sources and (item.root in folders or _file(item) in places)
        ),
    )


def _file(item: Stored) -> Path:
    """Where a document lay, unless it had to be renamed."""
    return Path(item.root) / item.document.source


def _is_current(item: Stored | None, file: SourceFile) -> bool:
    now = (file.digest, file.root, READER)
    return item is not None and (item.digest, item.root, item.reader) == now


def _read(
    files: Sequence[SourceFile], progress: Progress
) -> tuple[tuple[Stored, ...], tuple[tuple[str, str], ...]]:
    fresh, refused = [], []
    for at, file in enumerate(files):
        progress(at, len(files), file.source)
        try:
            document = read_document(file.path, file.source)
            fresh.append(Stored(document, file.root, file.digest, READER))
        except UnreadableFile as error:
            refused.append((file.source, str(error)))
    progress(len(files), len(files), "")
    return tuple(fresh), tuple(refused)


def _updated(
    old: Contents, keep: Sequence[int], fresh: Sequence[Stored], encoder: Encoder
) -> Contents:
    """The kept documents and those just read; under another model all are encoded anew."""
    if _same_model(old, encoder):
        return _joined(old, keep, fresh, encoder)
    return _joined(_nothing(encoder), (), [*(old.stored[n] for n in keep), *fresh], encoder)


def _joined(
    old: Contents, keep: Sequence[int], fresh: Sequence[Stored], encoder: Encoder
) -> Contents:
    """The kept rows of the old index and the rows of what was read, in the order of the sources."""
    stored = [*(old.stored[n] for n in keep), *fresh]
    order = sorted(range(len(stored)), key=lambda n: stored[n].document.source)
    passages = [(n, p) for n, item in enumerate(fresh, len(keep)) for p in split(item.document)]
    texts = [passage.text for _, passage in passages]
    taken, kept = _kept(old, keep)
    new, paths, speakers = _new(passages, old)
    table = np.concatenate([kept, new])
    table[:, 0] = np.argsort(order)[table[:, 0]]
    turn = np.argsort(table[:, 0], kind="stable")
    table, places = table[turn], np.argsort(turn)
    table[:, 3], paths = _used(table[:, 3], paths)
    table[:, 4], speakers = _used(table[:, 4], speakers)
    vectors = FaissBackend(encoder.dimension)
    vectors.add(np.concatenate([old.vectors.vectors(taken), encoder.passages(texts)])[turn])
    return Contents(
        stored=tuple(stored[n] for n in order),
        rows=table,
        paths=paths,
        speakers=speakers,
        vectors=vectors,
        words=_grown(old.words, taken, [words(text) for text in texts], places),
        bigrams=_grown(old.bigrams, taken, [bigrams(text) for text in texts], places),
        headings=count([bigrams("。".join(path)) for path in paths]),
        embedder=encoder.name,
    )


def _kept(old: Contents, keep: Sequence[int]) -> tuple[Rows, Table]:
    """The old rows of the documents to keep, and their table, numbered by place in ``keep``."""
    number = np.full(len(old.stored), -1, np.int32)
    number[list(keep)] = np.arange(len(keep))
    taken = np.flatnonzero(number[old.rows[:, 0]] >= 0).astype(np.int64)
    table = np.array(old.rows[taken])
    table[:, 0] = number[table[:, 0]]
    return taken, table


def _new(
    passages: Sequence[tuple[int, Passage]], old: Contents
) -> tuple[Table, tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The table of new passages; paths and speakers not seen before follow those of ``old``."""
    paths = {path: n for n, path in enumerate(old.paths)}
    speakers = {name: n for n, name in enumerate(old.speakers)}
    table = [
        (
            *(number, passage.start, passage.end),
            paths.setdefault(passage.headings, len(paths)),
            speakers.setdefault(passage.speaker, len(speakers)),
        )
        for number, passage in passages
    ]
    return np.array(table, np.int32).reshape(-1, 5), tuple(paths), tuple(speakers)


def _used(column: Table, names: tuple[Name, ...]) -> tuple[Table, tuple[Name, ...]]:
    """The column with the names it uses numbered by first appearance, and these names."""
    numbers, first = np.unique(column, return_index=True)
    used = numbers[np.argsort(first)]
    renumbered = np.zeros(len(names), np.int32)
    renumbered[used] = np.arange(len(used))
    return renumbered[column], tuple(names[n] for n in used)


def _grown(old: Postings, rows: Rows, texts: Sequence[Sequence[str]], places: Rows) -> Postings:
    return merge([(old, rows), (count(texts), np.arange(len(texts)))], places)


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
