"""The catalogue brought up to the generation in use: part of every run that may have changed it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from corpus import catalogue
from corpus.catalogue import Catalogue, Record, reconciled
from index.store import Contents


def clock() -> str:
    """The local time to the second: 2026-03-01T08:30:00."""
    return datetime.now().isoformat(timespec="seconds")


def record(
    home: Path,
    contents: Contents,
    now: str,
    refused: Sequence[Record] = (),
    tried: Callable[[Record], bool] = lambda record: False,
    gone: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Writes what has changed, and says so where the catalogue had to be made anew.

    To be called by who holds the lock of ``home``.
    """
    before = catalogue.load(home)
    after = reconciled(before, now, seen(contents, refused), tried, gone)
    if after == before:
        return ()
    damaged = bool(before.fault) and catalogue.file(home).exists()
    catalogue.save(home, after)
    return (f"{before.fault}；已按索引重建，从前的日期和版本没有了，更正还在。",) if damaged else ()


def seen(contents: Contents, refused: Sequence[Record] = ()) -> tuple[Record, ...]:
    """The files as they stand: those in the index, and those that could not be read."""
    unread = {item.source: item for item in refused}
    held = {item.source: item for item in _held(contents)}
    for source in held.keys() & unread.keys():
        reason = f"变动后读不了，用的还是从前的内容：{unread[source].reason}"
        held[source] = replace(held[source], reason=reason)
    return tuple((unread | held).values())


def as_listed(home: Path, contents: Contents) -> Catalogue:
    """The catalogue to show: as the next run will write it, with the fault of the one there is."""
    there = catalogue.load(home)
    listed = reconciled(there, "", seen(contents))
    return replace(listed, fault=there.fault)


def _held(contents: Contents) -> Iterator[Record]:
    identities = [item.document.identity for item in contents.stored]
    titles = {identity.title for identity in identities if not identity.digests} - {""}
    for item in contents.stored:
        document = item.document
        file = Record(document.source, item.root, str(item.file), item.digest)
        if item.folded:
            why = f"与 {item.folded} 是同一份文字，引用后者"
            yield replace(file, status="superseded", reason=why)
        elif document.identity.digests in titles:
            why = f"文库里有原文《{document.identity.digests}》，引用原文"
            yield replace(file, status="superseded", reason=why)
        else:
            yield file
