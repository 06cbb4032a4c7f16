"""What lies on disk: one folder a generation, checksummed, swapped in by one rename, no pickle.

HOME/current              the name of the generation in use
HOME/generations/NAME/    manifest.json documents.jsonl rows.npy names.json
                          words-*.npy bigrams-*.npy headings-*.npy periods.npy facts.json
                          and what the backend keeps there: vectors.faiss, or where its server is
"""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from filelock import FileLock, Timeout

from corpus.errors import Busy, DamagedIndex, UserError
from corpus.types import Document, Heading, Identity
from index import readings
from index.backends import AS_IT_IS, DEFAULT, HERE, Place, backend
from index.lexical import Postings, load
from index.readings import Reading
from index.types import Held

VERSION = 2
"""Of the layout on disk; an index of another version is rebuilt, never misread."""

_READABLE = (1, VERSION)
"""Version 1 is the same without a backend named: it knew only exact vectors on this machine."""

_REBUILD = "请重新运行 zhengwen index 建立索引"


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as the library holds it: where it came from and by which reader.

    ``path`` is the file it was read from. ``read`` is the identity as it was read, where
    corrections have changed it. ``folded`` is the source of the document that is cited in its
    place, since it holds the same text; empty for most.
    """

    document: Document
    root: str
    digest: str
    reader: int
    path: str = ""
    read: Identity | None = None
    folded: str = ""

    @property
    def file(self) -> Path:
        """The file; an index of an older version knows only where it lay if it kept its name."""
        return Path(self.path) if self.path else Path(self.root) / self.document.source


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything of one generation.

    ``rows`` (n, 5) int32: document number, start, end, heading path number, speaker number;
    ``paths`` and ``speakers`` are what those numbers stand for. Row i of ``vectors``, ``words``
    and ``bigrams`` is row i of ``rows``; row i of ``headings`` is heading path i. ``readings``
    holds what was read off each source; one that is missing is read when it is asked for.
    ``place`` is where the rows are searched.
    """

    stored: tuple[Stored, ...]
    rows: npt.NDArray[np.int32]
    paths: tuple[tuple[str, ...], ...]
    speakers: tuple[str, ...]
    vectors: Held
    words: Postings
    bigrams: Postings
    headings: Postings
    embedder: str
    readings: Mapping[str, Reading] = field(default_factory=dict)
    place: Place = HERE


def exists(home: Path) -> bool:
    """Whether anything was ever indexed into ``home``."""
    return (home / "current").is_file()


def generation(home: Path) -> str:
    """The name of the generation in use, another after each change; empty where there is none."""
    try:
        return _current(home)
    except OSError:
        return ""


def nothing_there(home: Path) -> UserError:
    """What to say where nothing was ever indexed."""
    return UserError(f"{home} 里还没有索引；请先运行 zhengwen index 文件夹 --home {home}。")


def read(home: Path, place: Place = AS_IT_IS) -> Contents:
    """The generation in use. Raises ``UserError`` where there is none, ``DamagedIndex``.

    Where a server holds its rows, ``place`` says how to reach it; it is not asked yet.
    """
    if not home.is_dir() or not exists(home):
        raise nothing_there(home)
    name = _current(home)
    try:
        return _generation(home / "generations" / name, place)
    except DamagedIndex:
        if _current(home) == name:
            raise
    return read(home, place)


def write(home: Path, contents: Contents, place: Place = HERE) -> Held:
    """Writes a new generation beside the old one, then swaps it in by one rename.

    ``place`` is where its rows go; what comes back is how they are held there. Until the rename
    the old generation answers; after it the older ones are removed. Raises ``UserError``.
    """
    folder = home / "generations" / uuid.uuid4().hex[:12]
    pointer = home / f"current.{folder.name}"
    try:
        folder.mkdir(parents=True)
        _write(folder, contents, place)
        pointer.write_text(folder.name, encoding="utf-8")
        os.replace(pointer, home / "current")
    except OSError as error:
        _forget(home, folder, pointer, place)
        raise UserError(f"索引写不进 {home}：{error.strerror or error}。") from None
    except BaseException:
        _forget(home, folder, pointer, place)
        raise
    backend(place.backend).swapped(folder, place)
    for old in (home / "generations").iterdir():
        if old != folder:
            backend(_backend_of(old)).forget(old, place)
            shutil.rmtree(old, ignore_errors=True)
    return backend(place.backend).load(folder, place)[0]


@contextmanager
def locked(home: Path, seconds: float = 600.0) -> Iterator[None]:
    """Holds ``home`` for one writer. Raises ``Busy`` if another one does not end in time."""
    lock = FileLock(home / ".lock", timeout=seconds)
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise Busy(f"另一个 zhengwen index 正在写 {home}；请等它结束后再试。") from None
    except OSError as error:
        raise UserError(f"写不了文件夹 {home}：{error.strerror or error}。") from None
    try:
        yield
    finally:
        lock.release()


def _current(home: Path) -> str:
    return (home / "current").read_text(encoding="utf-8", errors="replace").strip() or "?"


def _forget(home: Path, folder: Path, pointer: Path, place: Place) -> None:
    """Removes what was written, unless the interruption came after the swap."""
    if not (exists(home) and _current(home) == folder.name):
        backend(place.backend).forget(folder, place)
        shutil.rmtree(folder, ignore_errors=True)
    pointer.unlink(missing_ok=True)


def _backend_of(folder: Path) -> str:
    """The backend of a generation that may be damaged."""
    try:
        return str(_manifest(folder).get("backend", DEFAULT))
    except DamagedIndex:
        return DEFAULT


def _generation(folder: Path, place: Place) -> Contents:
    manifest = _manifest(folder)
    _verify(folder, manifest["files"])
    try:
        return _contents(folder, manifest, place)
    except (OSError, ValueError, KeyError, TypeError):
        raise DamagedIndex(f"索引 {folder} 已损坏；{_REBUILD}。") from None


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = dict(json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
        version, _ = manifest["version"], dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError):
        raise DamagedIndex(f"索引 {folder} 缺少清单或清单已损坏；{_REBUILD}。") from None
    if version not in _READABLE:
        raise DamagedIndex(f"索引 {folder} 是版本 {version} 建的，现在是 {VERSION}；{_REBUILD}。")
    return manifest


def _verify(folder: Path, digests: Mapping[str, str]) -> None:
    for name, digest in digests.items():
        path = folder / name
        if not _holds(path, digest):
            raise DamagedIndex(f"索引文件 {path} 丢失或已损坏；{_REBUILD}。")


def _holds(path: Path, digest: str) -> bool:
    """Whether a file is there and unchanged; a writer may take it away at any moment."""
    try:
        return _digest(path) == digest
    except OSError:
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _contents(folder: Path, manifest: dict[str, Any], place: Place) -> Contents:
    vectors, place = backend(manifest.get("backend", DEFAULT)).load(folder, place)
    with (folder / "documents.jsonl").open(encoding="utf-8") as lines:
        stored = tuple(_stored(json.loads(line)) for line in lines)
    names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    return Contents(
        stored=stored,
        rows=np.asarray(np.load(folder / "rows.npy", mmap_mode="r")),
        paths=tuple(tuple(path) for path in names["paths"]),
        speakers=tuple(names["speakers"]),
        vectors=vectors,
        words=load(folder, "words"),
        bigrams=load(folder, "bigrams"),
        headings=load(folder, "headings"),
        embedder=manifest["embedder"],
        readings=readings.load(folder),
        place=place,
    )


def _write(folder: Path, contents: Contents, place: Place) -> None:
    contents = backend(place.backend).write(folder, contents, place)
    with (folder / "documents.jsonl").open("w", encoding="utf-8") as lines:
        for stored in contents.stored:
            line = json.dumps(asdict(stored), ensure_ascii=False, default=date.isoformat)
            lines.write(line + "\n")
    names = {"paths": contents.paths, "speakers": contents.speakers}
    (folder / "names.json").write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
    np.save(folder / "rows.npy", contents.rows, allow_pickle=False)
    contents.words.save(folder, "words")
    contents.bigrams.save(folder, "bigrams")
    contents.headings.save(folder, "headings")
    readings.save(folder, contents.readings)
    manifest = {
        "version": VERSION,
        "backend": place.backend,
        "embedder": contents.embedder,
        "files": {path.name: _digest(path) for path in sorted(folder.iterdir())},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _stored(fields: dict[str, Any]) -> Stored:
    document = fields["document"]
    return Stored(
        document=Document(
            source=document["source"],
            text=document["text"],
            identity=_identity(document["identity"]),
            headings=tuple(Heading(**heading) for heading in document["headings"]),
            pages=tuple(document["pages"]),
            warnings=tuple(document["warnings"]),
        ),
        root=fields["root"],
        digest=fields["digest"],
        reader=fields["reader"],
        path=fields.get("path", ""),
        read=_identity(fields["read"]) if fields.get("read") else None,
        folded=fields.get("folded", ""),
    )


def _identity(fields: dict[str, Any]) -> Identity:
    days = {
        name: date.fromisoformat(fields[name]) if fields[name] else None
        for name in ("delivered", "published")
    }
    return Identity(**fields | days)
