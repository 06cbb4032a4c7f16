"""A file that was handed in, read before anything of it is kept; a zip is read file by file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import archives
from corpus.errors import UnreadableFile
from corpus.formats import SUFFIXES
from corpus.formats.archive import SUFFIX as ARCHIVE
from corpus.library import SourceFile, digest
from corpus.types import Document
from index.build import document_in
from rag.shelf.types import Line, State

TAKEN = (*SUFFIXES, ARCHIVE)
"""The endings of what can be handed in."""

_FEW = 20


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file and what could be read of it.

    ``path`` is where it lies under its safe name. ``documents`` are by the digest and the name of
    the file that each was read from.
    """

    line: Line
    path: Path
    digest: str = ""
    documents: tuple[tuple[tuple[str, str], Document], ...] = ()

    @property
    def only(self) -> Document | None:
        """The document, where it is one and not the content of a zip."""
        is_zip = self.path.suffix.lower() == ARCHIVE
        return None if is_zip or not self.documents else self.documents[0][1]


def read(line: Line, path: Path, scratch: Path) -> Iterator[Arrival]:
    """How far a file has been read, at the end "read" or "refused" with the reasons; the members
    of a zip are unpacked below ``scratch``."""
    if path.suffix.lower() not in TAKEN:
        why = f"{path.name} 的格式不支持；能读的是 {'、'.join(TAKEN)}。"
        yield Arrival(replace(line, state="refused", said=(why,)), path)
        return
    file = SourceFile(path.name, str(path.parent), path, digest(path))
    files = archives.expanded((file,), scratch)
    now = Arrival(replace(line, state="reading"), path, file.digest)
    refused: list[str] = []
    for number, member in enumerate(files, 1):
        yield replace(now, line=replace(now.line, said=_counted(number, len(files))))
        try:
            key = (member.digest, member.path.name)
            now = replace(now, documents=(*now.documents, (key, document_in(member))))
        except UnreadableFile as error:
            refused.append(str(error))
    if not now.documents and not refused:
        refused = [f"{path.name} 里没有能读的文件；能读的是 {'、'.join(SUFFIXES)}。"]
    state: State = "read" if now.documents else "refused"
    yield replace(now, line=replace(now.line, state=state, said=shortened(refused)))


def shortened(said: list[str]) -> tuple[str, ...]:
    """Sentences, each once, the first of many and how many more there are."""
    once = list(dict.fromkeys(said))
    more = (f"…… 另有 {len(once) - _FEW} 条。",) if len(once) > _FEW else ()
    return (*once[:_FEW], *more)


def _counted(number: int, total: int) -> tuple[str, ...]:
    return (f"{number}/{total}",) if total > 1 else ()
