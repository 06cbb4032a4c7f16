"""Zip archives: what can be read in them is unpacked into a folder, and nowhere else."""

import hashlib
import os
import stat
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from corpus.errors import UnreadableFile
from corpus.formats.package import BROKEN, LARGEST, refuse_bomb

SUFFIX = ".zip"
_UTF8_NAMES = 0x800
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its path in there, and where it was unpacked to."""

    name: str
    path: Path


def unpack(archive: Path, folder: Path, suffixes: tuple[str, ...]) -> tuple[Member, ...]:
    """The members of an archive that end in one of ``suffixes``, unpacked below ``folder``.

    They keep their endings but no other part of their names on disk, so none can get out of the
    folder. Links, hidden files and archives inside the archive are left out. What was unpacked
    before is not unpacked again. Raises ``UnreadableFile`` for an archive that is damaged,
    encrypted, or unpacks to too much.
    """
    if not zipfile.is_zipfile(archive):
        raise UnreadableFile(f"{archive.name} 不是压缩包（.zip），或者已损坏。")
    if archive.stat().st_size > LARGEST:
        raise UnreadableFile(f"{archive.name} 超过 200 MB，未读取。")
    try:
        with zipfile.ZipFile(archive) as opened:
            refuse_bomb(opened, archive)
            folder.mkdir(parents=True, exist_ok=True)
            return tuple(
                Member(name, _unpacked(opened, item, name, folder))
                for item in opened.infolist()
                if _is_wanted(item, name := _name(item), suffixes)
            )
    except BROKEN:
        raise UnreadableFile(f"{archive.name} 已损坏，压缩包打不开。") from None


def archive_of(path: Path) -> Path | None:
    """The archive that a path leads through, as that of a member does: 材料.zip/浙江/a.txt."""
    through = (parent for parent in path.parents if parent.suffix.lower() == SUFFIX)
    return next((parent for parent in through if parent.is_file()), None)


def digests(archive: Path) -> dict[str, str]:
    """The SHA-256 of each file in an archive, by its path in there; none if it cannot be read."""
    try:
        state = archive.stat()
    except OSError:
        return {}
    return dict(_digests(archive, state.st_size, state.st_mtime_ns))


@lru_cache(maxsize=4)
def _digests(archive: Path, size: int, modified: int) -> tuple[tuple[str, str], ...]:
    """Kept for as long as the archive has this size and time, since many members are asked for."""
    try:
        with zipfile.ZipFile(archive) as opened:
            refuse_bomb(opened, archive)
            return tuple((_name(item), _digest(opened, item)) for item in opened.infolist())
    except (*BROKEN, OSError, UnreadableFile):
        return ()


def _digest(opened: zipfile.ZipFile, item: zipfile.ZipInfo) -> str:
    digest = hashlib.sha256()
    with opened.open(item) as source:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _name(item: zipfile.ZipInfo) -> str:
    """The path in the archive; Chinese Windows writes names in GBK without saying so."""
    name = item.filename
    if not item.flag_bits & _UTF8_NAMES:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "..", ".") and ":" not in part)


def _is_wanted(item: zipfile.ZipInfo, name: str, suffixes: tuple[str, ...]) -> bool:
    is_link = stat.S_ISLNK(item.external_attr >> 16)
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in name.split("/"))
    return (
        bool(name) and not (item.is_dir() or is_link or hidden) and name.lower().endswith(suffixes)
    )


def _unpacked(opened: zipfile.ZipFile, item: zipfile.ZipInfo, name: str, folder: Path) -> Path:
    """Where a member lies: its name on disk is the digest of its path, size and checksum."""
    key = f"{name}\0{item.file_size}\0{item.CRC}".encode()
    path = folder / (hashlib.sha256(key).hexdigest()[:24] + Path(name).suffix.lower())
    if path.is_file() and path.stat().st_size == item.file_size:
        return path
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with opened.open(item) as source, part.open("wb") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
    return part.replace(path)
