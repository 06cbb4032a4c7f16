"""Files that are zip archives of XML (Word, OFD, spreadsheets), opened within limits."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 200 * 1024 * 1024
"""Bytes that a file may have, and that an archive may unpack to."""

_LARGEST_PART = 32 * 1024 * 1024
_SMALL = 20 * 1024 * 1024
_MOST_PARTS = 10_000
_MOST_TIMES = 200
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, LookupError, UnicodeError),
    *(ValueError, TypeError, OverflowError, AttributeError, RuntimeError),
)
"""What zip and XML readers raise over a damaged archive."""


class Package:
    """The parts of an open archive; ``name`` is the file's name, for what is told."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self.parts = frozenset(archive.namelist())

    def bytes(self, part: str) -> bytes:
        """What a part holds. Raises ``UnreadableFile`` where it is damaged or not there."""
        try:
            item = self._archive.getinfo(part)
            if item.file_size <= _LARGEST_PART:
                return self._archive.read(item)
        except (*BROKEN, OSError):
            raise UnreadableFile(f"{self._name} 已损坏，里面的 {part} 读不出来。") from None
        raise UnreadableFile(f"{self._name} 里的 {part} 超过 32 MB，未读取。")

    def xml(self, part: str) -> "_Element":
        """The root of a part. Raises ``UnreadableFile``, also where it declares entities."""
        from lxml import etree

        data = self.bytes(part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise UnreadableFile(f"{self._name} 已损坏，里面的 {part} 读不出来。") from None
        if root.getroottree().docinfo.doctype:
            raise UnreadableFile(f"{self._name} 里的 {part} 声明了外部实体，不安全，未读取。")
        return root


@contextmanager
def opened(path: Path, kind: str) -> Iterator[Package]:
    """The parts of an archive that is no larger than it should be. Raises ``UnreadableFile``."""
    if not zipfile.is_zipfile(path):
        raise UnreadableFile(f"{path.name} 不是 {kind}，或者已损坏。")
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN:
        raise UnreadableFile(f"{path.name} 已损坏，压缩包打不开。") from None
    with archive:
        refuse_bomb(archive, path)
        yield Package(archive, path.name)


def refuse_bomb(archive: zipfile.ZipFile, path: Path) -> None:
    """Raises ``UnreadableFile`` for an archive that is encrypted or unpacks to too much."""
    items = archive.infolist()
    if len(items) > _MOST_PARTS:
        raise UnreadableFile(f"{path.name} 里的文件超过 {_MOST_PARTS} 个，未读取。")
    if any(item.flag_bits & 1 for item in items):
        raise UnreadableFile(f"{path.name} 已加密；请另存为不加密的文件。")
    size = sum(item.file_size for item in items)
    if size > LARGEST:
        raise UnreadableFile(f"{path.name} 解压后超过 200 MB，未读取。")
    if size > _SMALL and size > _MOST_TIMES * path.stat().st_size:
        raise UnreadableFile(
            f"{path.name} 解压后是原来的 {_MOST_TIMES} 倍以上，不像正常文件，未读取。"
        )


def local(element: "_Element") -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "_Element", name: str, absent: str = "") -> str:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return absent


def child(element: "_Element | None", *names: str) -> "_Element | None":
    """The first descendant along a path of names without namespaces."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element
