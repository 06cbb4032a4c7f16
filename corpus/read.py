"""From a file to a document: read, clean, identify, outline."""

from pathlib import Path, PurePosixPath

from corpus.clean import clean_pages
from corpus.errors import UnreadableFile
from corpus.formats import read_raw
from corpus.identify import identify
from corpus.outline import outline
from corpus.types import Document

VERSION = 5
"""Raised whenever the same file would be read differently; old readings are then read again."""


def read_document(path: Path, source: str = "", name: str = "") -> Document:
    """The document in a file. ``source`` is how it is cited (default: the file's name), ``name``
    what the file is called where it lies on disk under another name.

    Raises ``UnreadableFile`` with a sentence that names the file.
    """
    name = name or path.name
    try:
        return _read(path, source, name)
    except UnreadableFile as error:
        raise UnreadableFile(str(error).replace(path.name, name)) from None


def _read(path: Path, source: str, name: str) -> Document:
    raw = read_raw(path)
    text, pages = clean_pages(raw.text, raw.pages, raw.lines_are_paragraphs)
    if not text:
        raise UnreadableFile(f"{path.name} 去掉网页边栏等内容之后没有正文。")
    identity = identify(text, raw.text, PurePosixPath(name).stem, raw.fields)
    return Document(source or name, text, identity, outline(text), pages, raw.warnings)
