"""What was read, brought in line with what a person decided and with what else was read.

Both change what is stored beside the passages, never a text, a vector or a count of words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from corpus.corrections import Corrections, Fields, corrected
from corpus.duplicates import Overlap, overlaps
from corpus.split import split
from corpus.types import Identity
from index.join import used
from index.store import Contents, Stored


def settled(contents: Contents, corrections: Corrections) -> tuple[Contents, tuple[Overlap, ...]]:
    """The contents with corrected identities and copies folded, and what the documents share.

    The same object comes back where nothing had to be changed.
    """
    named = [_named(item, corrections.fields) for item in contents.stored]
    shared = overlaps([item.document for item in named])
    into = {o.source: o.other for o in shared if o.relation in ("copy", "part")}
    stored = [_folded(item, into.get(item.document.source, "")) for item in named]
    if all(new is old for new, old in zip(stored, contents.stored, strict=True)):
        return contents, shared
    return _spoken(contents, stored), shared


def as_read(item: Stored) -> Identity:
    """The identity of a document before it was corrected."""
    return item.read or item.document.identity


def _named(item: Stored, fields: Mapping[str, Fields]) -> Stored:
    read = as_read(item)
    identity = corrected(read, fields.get(item.document.source, Fields()))
    if identity == item.document.identity:
        return item
    document = replace(item.document, identity=identity)
    return replace(item, document=document, read=read if identity != read else None)


def _folded(item: Stored, into: str) -> Stored:
    return item if item.folded == into else replace(item, folded=into)


def _spoken(contents: Contents, stored: Sequence[Stored]) -> Contents:
    """The contents over other identities: who speaks a passage follows speaker and kind."""
    table = np.array(contents.rows)
    names = {name: number for number, name in enumerate(contents.speakers)}
    for number, (old, new) in enumerate(zip(contents.stored, stored, strict=True)):
        before, after = old.document.identity, new.document.identity
        if (before.speaker, before.kind) != (after.speaker, after.kind):
            spoken = [passage.speaker for passage in split(new.document)]
            table[table[:, 0] == number, 4] = [names.setdefault(s, len(names)) for s in spoken]
    table[:, 4], speakers = used(table[:, 4], tuple(names))
    return replace(contents, stored=tuple(stored), rows=table, speakers=speakers)
