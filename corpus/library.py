"""Which files make up a library: found below the given paths, told apart by their content."""

import hashlib
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import Literal

from corpus.errors import UserError
from corpus.formats import SUFFIXES

State = Literal["same", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: ``source`` names it, ``digest`` is the SHA-256 of its bytes.

    ``source`` is the path below ``root``, the folder that was given or that of a file given.
    """

    source: str
    root: str
    path: Path
    digest: str


def scan(paths: Sequence[Path]) -> tuple[SourceFile, ...]:
    """The readable files below ``paths`` (folders or files) by source, hidden ones left out.

    A file that is reached twice is taken once. A source that several folders share gets the
    name of its folder before it, and a number if need be. Raises ``UserError`` for a path that
    is not there and where nothing readable is found.
    """
    found: dict[Path, Path] = {}
    for given in paths:
        for root, path in _below(given):
            found.setdefault(path, root)
    if not found:
        names = "、".join(str(path) for path in paths)
        raise UserError(f"{names} 里没有能读的文件；现在能读：{'、'.join(SUFFIXES)}。")
    taken: dict[str, SourceFile] = {}
    for path, root in found.items():
        source = _free_name(root, path, taken)
        taken[source] = SourceFile(source, str(root), path, _digest(path))
    return tuple(sorted(taken.values(), key=lambda file: file.source))


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


def state(path: Path, digest: str) -> State:
    """Whether a file still holds what was read from it."""
    if not path.is_file():
        return "gone"
    return "same" if _digest(path) == digest else "changed"


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
        yield given.parent, given
        return
    for path in _visible(given.rglob("*"), given):
        if path.is_file() and path.suffix.lower() in SUFFIXES:
            yield given, path


def _visible(paths: Iterable[Path], root: Path) -> Iterator[Path]:
    """Paths without hidden parts and without the lock files that Word leaves (~$…)."""
    for path in sorted(paths):
        if not any(part.startswith((".", "~$")) for part in path.relative_to(root).parts):
            yield path


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
