"""Which files make up a library: found below the given paths, told apart by their content."""

import hashlib
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain, count
from pathlib import Path, PurePath, PurePosixPath
from typing import Literal

from corpus.errors import UserError
from corpus.formats import SUFFIXES
from corpus.formats.archive import SUFFIX as ARCHIVE
from corpus.formats.archive import archive_of, digests
from corpus.formats.html import HTML
from corpus.sources.origin import is_note, url_of

State = Literal["same", "changed", "gone"]

_BESIDE_A_PAGE = ("_files", ".files")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: ``source`` names it, ``digest`` is the SHA-256 of its bytes.

    ``source`` is the path below ``root``, the folder that was given or that of a file given.
    ``url`` is where it was fetched from, if that is known. The ``path`` of a member of an archive
    leads through the archive, and ``unpacked`` is where it lies. ``fault`` says why an archive
    cannot be read.
    """

    source: str
    root: str
    path: Path
    digest: str
    url: str = ""
    unpacked: Path | None = None
    fault: str = ""


def scan(paths: Sequence[Path]) -> tuple[SourceFile, ...]:
    """The readable files below ``paths`` (folders or files) by source, archives among them.

    Hidden files, links, what a browser saves beside a page and the notes of what was fetched are
    left out. A file that is reached twice is taken once. A source that several folders share gets
    the name of its folder before it, and a number if need be. Raises ``UserError`` for a path
    that is not there and where nothing readable is found.
    """
    found: dict[Path, Path] = {}
    for given in paths:
        for root, path in _below(given):
            found.setdefault(path, root)
    if not found:
        raise nothing_readable(paths)
    taken: dict[str, SourceFile] = {}
    for path, root in found.items():
        source = _free_name(root, path, taken)
        now = digest(path)
        taken[source] = SourceFile(source, str(root), path, now, url_of(path, now))
    return tuple(sorted(taken.values(), key=lambda file: file.source))


def nothing_readable(paths: Sequence[Path]) -> UserError:
    """What to say where the paths hold nothing that can be read."""
    names, readable = "、".join(str(path) for path in paths), "、".join((*SUFFIXES, ARCHIVE))
    return UserError(f"{names} 里没有能读的文件；现在能读：{readable}。")


def renamed(files: Sequence[SourceFile], taken: Collection[str]) -> tuple[SourceFile, ...]:
    """The files, with the folder's name before the sources that others have ``taken``."""
    given = {file.source for file in files}.union(taken)
    changed: list[SourceFile] = []
    for file in files:
        source = file.source
        if source in taken:
            source = _free_name(Path(file.root), file.path, given)
            given.add(source)
        changed.append(replace(file, source=source))
    return tuple(changed)


def is_there(path: Path) -> bool:
    """Whether there is such a file, or the archive whose member it is."""
    return path.is_file() or archive_of(path) is not None


def state(path: Path, read: str) -> State:
    """Whether a file, or a member of an archive, still has the digest it was ``read`` with."""
    if path.is_file():
        return "same" if digest(path) == read else "changed"
    archive = archive_of(path)
    now = digests(archive).get(path.relative_to(archive).as_posix()) if archive else None
    return "gone" if now is None else "same" if now == read else "changed"


def nearest(name: str, sources: Collection[str], most: int = 3) -> list[str]:
    """The sources that may have been meant: those that hold the name first, then those like it.

    >>> nearest("gwy-1985", ["gwy/gwy-1985.txt", "浙江/2026.txt"])
    ['gwy/gwy-1985.txt']
    """
    holding = [source for source in sorted(sources) if name.lower() in source.lower()]
    stems = {PurePosixPath(source).name: source for source in sorted(sources, reverse=True)}
    like = get_close_matches(name, sources, most, 0.5)
    like += (stems[found] for found in get_close_matches(name, stems, most, 0.5))
    return list(dict.fromkeys([*holding, *like]))[:most]


def _free_name(root: Path, path: Path, taken: Container[str]) -> str:
    """The path below ``root``, with the folder's name and a number before it if it is taken."""
    plain = path.relative_to(root).as_posix()
    names = chain([plain, f"{root.name}/{plain}"], (f"{root.name}-{n}/{plain}" for n in count(2)))
    return next(name for name in names if name not in taken)


def _below(given: Path) -> Iterator[tuple[Path, Path]]:
    given = given.expanduser().resolve()
    if not given.exists():
        raise UserError(f"找不到 {given}；请检查路径。")
    if given.is_file():
        if not is_note(given):
            yield given.parent, given
        return
    for path in _visible(given.rglob("*"), given):
        if _is_document(path) and not of_a_page(path.relative_to(given), _is_file_in(given)):
            yield given, path


def _is_document(path: Path) -> bool:
    readable = path.suffix.lower() in (*SUFFIXES, ARCHIVE)
    return readable and path.is_file() and not path.is_symlink() and not is_note(path)


def _is_file_in(folder: Path) -> Callable[[PurePath], bool]:
    return lambda path: (folder / path).is_file()


def of_a_page(path: PurePath, exists: Callable[[PurePath], bool]) -> bool:
    """Whether a path leads through the folder that a browser saves beside a page: X_files.

    ``exists`` says whether there is such a file, the page.
    """
    return any(
        exists(parent.with_name(parent.name.removesuffix(ending) + suffix))
        for parent in path.parents
        for ending in _BESIDE_A_PAGE
        if parent.name.endswith(ending) and parent.name != ending
        for suffix in HTML.suffixes
    )


def _visible(paths: Iterable[Path], root: Path) -> Iterator[Path]:
    """Paths without hidden parts and without the lock files that Word leaves (~$…)."""
    for path in sorted(paths):
        if not any(part.startswith((".", "~$")) for part in path.relative_to(root).parts):
            yield path


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
