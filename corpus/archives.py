"""Archives in a library: each member is a file of its own, named as if its archive were a folder.

The members lie unpacked in a folder below the home, so that a run unpacks only what is new.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from corpus.errors import UnreadableFile
from corpus.formats import SUFFIXES
from corpus.formats.archive import SUFFIX, archive_of, unpack
from corpus.library import SourceFile, digest, of_a_page


def expanded(files: Sequence[SourceFile], home: Path) -> tuple[SourceFile, ...]:
    """The files by source, with the members of each archive in its place.

    An archive that cannot be unpacked stays, with its fault.
    """
    found: list[SourceFile] = []
    for file in files:
        found += _members(file, home) if file.path.suffix.lower() == SUFFIX else [file]
    return tuple(sorted(found, key=lambda file: file.source))


def sweep(home: Path, files: Sequence[SourceFile], paths: Collection[Path]) -> None:
    """Removes what lies unpacked of archives that hold none of ``paths``, and what is no longer
    among the ``files`` of those that were read now."""
    unpacked = {file.unpacked for file in files if file.unpacked}
    kept = {_folder(home, archive) for path in paths if (archive := archive_of(path))}
    kept |= {path.parent for path in unpacked}
    for folder in _all(home).glob("*"):
        if folder not in kept:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in {path.parent for path in unpacked}:
        for path in folder.iterdir():
            if path not in unpacked:
                path.unlink(missing_ok=True)


@contextmanager
def at_hand(path: Path) -> Iterator[Path]:
    """Where a file can be read: itself, or a member of an archive, unpacked for the time.

    Raises ``UnreadableFile`` where it is no longer there.
    """
    archive = archive_of(path)
    if archive is None:
        yield path
        return
    name = path.relative_to(archive).as_posix()
    with tempfile.TemporaryDirectory(prefix="zhengwen-") as folder:
        members = unpack(archive, Path(folder), (path.suffix.lower(),))
        found = {member.name: member.path for member in members}
        if name not in found:
            raise UnreadableFile(f"{archive.name} 里没有 {name}。")
        yield found[name]


def _members(archive: SourceFile, home: Path) -> list[SourceFile]:
    try:
        members = unpack(archive.path, _folder(home, archive.path), SUFFIXES)
    except UnreadableFile as error:
        return [replace(archive, fault=str(error))]
    except OSError as error:
        return [
            replace(archive, fault=f"{archive.path.name} 解压失败：{error.strerror or error}。")
        ]
    lies = {PurePosixPath(member.name): member.path for member in members}
    return [
        SourceFile(
            source=f"{archive.source}/{name}",
            root=archive.root,
            path=archive.path / name,
            digest=digest(path),
            unpacked=path,
        )
        for name, path in lies.items()
        if not of_a_page(name, lies.__contains__)
    ]


def _all(home: Path) -> Path:
    return home / "unpacked"


def _folder(home: Path, archive: Path) -> Path:
    """Where the members of an archive lie."""
    return (
        _all(home) / hashlib.sha256(str(archive).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    )
