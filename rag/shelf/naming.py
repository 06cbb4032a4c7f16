"""Under which name an upload is kept: a new one, or that of the document whose next version it is.

Offices call many files alike (政府工作报告.docx). What has the name of another but speaks of
another place or year is another document; nothing of the first may be lost over it.
"""

from collections.abc import Callable, Collection

from corpus.types import Identity
from corpus.uploads import Placed, free_names


def named(
    name: str,
    digest: str,
    identity: Identity | None,
    lies: Callable[[str], str],
    known: Callable[[str], Identity | None],
    taken: Collection[str] = (),
) -> Placed:
    """What a file of this name, digest and identity is kept as.

    ``lies`` gives the digest of what lies under a name, empty for nothing, and ``known`` what the
    library reads it as; ``taken`` are names that no other file of the same upload may have.
    """
    for free in free_names(name):
        there = lies(free)
        if free in taken:
            continue
        if not there:
            return Placed(free, digest)
        if there == digest or _is_the_same(identity, known(free)):
            return Placed(free, digest, there)
    raise AssertionError("names never end")


def is_new(placed: Placed) -> bool:
    """Whether a file is not there yet, byte by byte."""
    return placed.was != placed.digest


def _is_the_same(one: Identity | None, other: Identity | None) -> bool:
    """Whether two readings are surely of one document."""
    if not (one and other and one.place and one.year):
        return False
    return (one.place, one.year, one.kind) == (other.place, other.year, other.kind)
