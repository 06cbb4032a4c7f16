"""The texts that training reads: news articles, reports, and the questions asked about them."""

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The name under which the pairs of a glossary are learned, as if it were a document.
GLOSSARY = "glossary"

_END = re.compile(r"(?<=[。！？；])|[\r\n]+")


@dataclass(frozen=True, slots=True)
class Example:
    """A question and the sentence of ``document`` that answers it."""

    document: str
    language: str
    question: str
    sentence: str


def articles(path: Path) -> Iterator[str]:
    """The lines of an xz file, one article each."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def reports(folder: Path) -> dict[str, str]:
    """The text of every .docx and .txt below ``folder``, by file name without its ending."""
    paths = sorted(p for p in folder.rglob("*") if p.suffix in {".docx", ".txt"})
    return {path.stem: _read(path) for path in paths}


def sentences(text: str) -> list[str]:
    """What stands between 。！？； and line ends, with its closing mark."""
    return [s for s in (part.strip() for part in _END.split(text)) if s]


def examples(path: Path) -> list[Example]:
    """The lines ``document TAB language TAB kind TAB question TAB sentence`` of a file."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Example(row[0], row[1], row[3], row[4]) for row in rows]


def glossary(path: Path) -> list[Example]:
    """The lines ``english TAB chinese TAB ...`` of a file, as questions about a document."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return [Example(GLOSSARY, "en", row[0], row[1]) for row in rows]


def _read(path: Path) -> str:
    if path.suffix == ".docx":
        from docx import Document

        return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")
