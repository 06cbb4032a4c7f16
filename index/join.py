"""Contents made of the rows that are kept and the rows of what was just read."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from corpus.errors import DamagedIndex, Unreachable
from corpus.split import split
from corpus.types import Passage
from index.backends.local import held
from index.lexical import Postings, count, merge
from index.readings import Reading, key_of, reading
from index.store import Contents, Stored
from index.types import Encoder, Rows, Vectors
from index.words import bigrams, words

Table = npt.NDArray[np.int32]
Name = TypeVar("Name", str, tuple[str, ...])


def nothing(encoder: Encoder) -> Contents:
    """An index without documents."""
    none = count([])
    vectors = held(np.zeros((0, encoder.dimension), np.float32))
    return Contents((), np.zeros((0, 5), np.int32), (), (), vectors, none, none, none, encoder.name)


def same_model(old: Contents, encoder: Encoder) -> bool:
    """Whether the vectors of an index are those of the encoder."""
    return old.embedder == encoder.name and old.vectors.dimension == encoder.dimension


def updated(
    old: Contents, keep: Sequence[int], fresh: Sequence[Stored], encoder: Encoder
) -> Contents:
    """The kept documents and those just read, to be searched on this machine.

    All are encoded anew under another model, or where the old vectors cannot be had.
    """
    if same_model(old, encoder):
        try:
            return joined(old, keep, fresh, encoder)
        except (DamagedIndex, Unreachable):
            pass
    return joined(nothing(encoder), (), [*(old.stored[n] for n in keep), *fresh], encoder)


def joined(
    old: Contents, keep: Sequence[int], fresh: Sequence[Stored], encoder: Encoder
) -> Contents:
    """The kept rows of the old index and the rows of what was read, in the order of the sources."""
    stored = [*(old.stored[n] for n in keep), *fresh]
    order = sorted(range(len(stored)), key=lambda n: stored[n].document.source)
    passages = [(n, p) for n, item in enumerate(fresh, len(keep)) for p in split(item.document)]
    texts = [passage.text for _, passage in passages]
    taken, kept = _kept(old, keep)
    new, paths, speakers = _new(passages, old)
    table = np.concatenate([kept, new])
    table[:, 0] = np.argsort(order)[table[:, 0]]
    turn = np.argsort(table[:, 0], kind="stable")
    table, places = table[turn], np.argsort(turn)
    table[:, 3], paths = used(table[:, 3], paths)
    table[:, 4], speakers = used(table[:, 4], speakers)
    vectors = np.concatenate([old.vectors.vectors(taken), encoder.passages(texts)])[turn]
    grown = _grown(old, taken, texts, places)
    return Contents(
        stored=tuple(stored[n] for n in order),
        rows=table,
        paths=paths,
        speakers=speakers,
        vectors=held(vectors),
        words=grown(old.words, words),
        bigrams=grown(old.bigrams, bigrams),
        headings=count([bigrams("。".join(path)) for path in paths]),
        embedder=encoder.name,
        readings=old.readings,
    )


def read_off(contents: Contents) -> Contents:
    """The index with what is read off its documents; what was read before is kept where it still
    holds, in the order of the documents."""
    bounds = np.searchsorted(contents.rows[:, 0], np.arange(len(contents.stored) + 1))
    found: dict[str, Reading] = {}
    for number, item in enumerate(contents.stored):
        document, (first, last) = item.document, bounds[number : number + 2]
        before = contents.readings.get(document.source)
        if before is None or before.key != key_of(document):
            before = reading(document, passages(contents, int(first), int(last)))
        found[document.source] = before
    return replace(contents, readings=found)


def passages(contents: Contents, first: int, last: int) -> tuple[Passage, ...]:
    """The sentences of some rows."""
    return tuple(passage(contents, row) for row in range(first, last))


def passage(contents: Contents, row: int) -> Passage:
    """The sentence of a row."""
    number, start, end, path, speaker = (int(cell) for cell in contents.rows[row])
    document = contents.stored[number].document
    headings, name = contents.paths[path], contents.speakers[speaker]
    return Passage(document.source, start, end, document.text[start:end], headings, name)


def _kept(old: Contents, keep: Sequence[int]) -> tuple[Rows, Table]:
    """The old rows of the documents to keep, and their table, numbered by place in ``keep``."""
    number = np.full(len(old.stored), -1, np.int32)
    number[list(keep)] = np.arange(len(keep))
    taken = np.flatnonzero(number[old.rows[:, 0]] >= 0).astype(np.int64)
    table = np.array(old.rows[taken])
    table[:, 0] = number[table[:, 0]]
    return taken, table


def _new(
    passages: Sequence[tuple[int, Passage]], old: Contents
) -> tuple[Table, tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The table of new passages; paths and speakers not seen before follow those of ``old``."""
    paths = {path: n for n, path in enumerate(old.paths)}
    speakers = {name: n for n, name in enumerate(old.speakers)}
    table = [
        (
            *(number, passage.start, passage.end),
            paths.setdefault(passage.headings, len(paths)),
            speakers.setdefault(passage.speaker, len(speakers)),
        )
        for number, passage in passages
    ]
    return np.array(table, np.int32).reshape(-1, 5), tuple(paths), tuple(speakers)


def used(column: Table, names: tuple[Name, ...]) -> tuple[Table, tuple[Name, ...]]:
    """The column with the names it uses numbered by first appearance, and these names."""
    numbers, first = np.unique(column, return_index=True)
    used = numbers[np.argsort(first)]
    renumbered = np.zeros(len(names), np.int32)
    renumbered[used] = np.arange(len(used))
    return renumbered[column], tuple(names[n] for n in used)


def _grown(
    old: Contents, taken: Rows, texts: Sequence[str], places: Rows
) -> Callable[[Postings, Callable[[str], list[str]]], Postings]:
    """Makes postings of the old rows taken and of new texts, cut by the function it is given.

    Where another engine held the postings, the old rows are counted anew.
    """

    def grown(postings: Postings, cut: Callable[[str], list[str]]) -> Postings:
        before, rows = postings, taken
        if not postings.whole:
            before = count([cut(passage(old, int(row)).text) for row in taken])
            rows = np.arange(len(taken))
        new = count([cut(text) for text in texts])
        return merge([(before, rows), (new, np.arange(len(texts)))], places)

    return grown


@dataclass(slots=True)
class NoTexts:
    """The encoder of an index that only loses documents: its name, and no model to load."""

    name: str
    dimension: int

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.zeros((len(texts), self.dimension), np.float32)

    def questions(self, texts: Sequence[str]) -> Vectors:
        return self.passages(texts)


def without(old: Contents, sources: Collection[str]) -> Contents:
    """The index less some documents."""
    keep = [n for n, item in enumerate(old.stored) if item.document.source not in sources]
    return joined(old, keep, (), NoTexts(old.embedder, old.vectors.dimension))
