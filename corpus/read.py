"""From a file to a document: read, clean, identify, outline."""

from pathlib import Path

from corpus.clean import clean_pages
from corpus.errors import UnreadableFile
from corpus.formats import read_raw
from corpus.identify import identify
from corpus.outline import outline
from corpus.types import Document

VERSION = 4
"""Raised whenever the same file would be read differently; old readings are then read again."""


def read_document(path: Path, source: str = "") -> Document:
    """The document in a file. ``source`` is how it is cited (default: the file's name).

    Raises ``UnreadableFile`` with a sentence that names the file.
    """
    raw = read_raw(path)
    text, pages = clean_pages(raw.text, raw.pages, raw.lines_are_paragraphs)
    if not text:
        raise UnreadableFile(f"{path.name} 去掉网页边栏等内容之后没有正文。")
    identity = identify(text, raw.text, path.stem, raw.fields)
    return Document(source or path.name, text, identity, outline(text), pages, raw.warnings)
