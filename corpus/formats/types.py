"""What a reader of one format returns, and what it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Raw:
    """Text as the file holds it, before any cleaning.

    ``lines_are_paragraphs`` says that a line end is a paragraph end (Word), so that broken
    lines need no mending. ``fields`` are the front matter's, if there was one. ``pages`` are
    the offsets at which the pages begin, none where the format has no pages.
    """

    text: str
    lines_are_paragraphs: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One file format: its suffixes (with the dot, lower case) and its reader.

    ``read`` raises ``UnreadableFile`` with a sentence that names the file.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path], Raw]
