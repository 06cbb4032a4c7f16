"""Sentences of a library, each with the numbered sentences that a model would have been given."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.periods import Period
from corpus.types import Identity
from index.search import Index
from rag.draft import Quote, citation
from rag.types import Citation

_SENTENCE = re.compile(r"[^？?]{10,150}[。；！]")
_OTHERS = 5
_DEPTH = 24


@dataclass(frozen=True, slots=True)
class Material:
    """A sentence of a document, the citation of it, and those of sentences much like it."""

    own: Citation
    given: tuple[Citation, ...]
    identity: Identity
    period: Period

    @property
    def text(self) -> str:
        """The sentence as it stands, closed by a full stop."""
        return "".join(self.own.text.split()).rstrip("；。！") + "。"

    @property
    def asked(self) -> str:
        """A question that leads to it."""
        year = f"{self.own.year}年" if self.own.year else ""
        return f"{self.own.place}{year}的报告怎么说？"


def material(index: Index, most: int, seed: int) -> tuple[Material, ...]:
    """``most`` sentences drawn from the whole library, in an order of their own."""
    chance = random.Random(seed)
    rows = [row for row in range(len(index.contents.rows)) if _fits(index, row)]
    chance.shuffle(rows)
    return tuple(_material(index, row, chance) for row in rows[:most])


def identities(index: Index) -> Mapping[str, Identity]:
    """What each document of the library is."""
    return {document.source: document.identity for document in index.documents}


def _fits(index: Index, row: int) -> bool:
    passage = index.passage(row)
    return bool(_SENTENCE.fullmatch(passage.text)) and passage.text not in passage.headings


def _material(index: Index, row: int, chance: random.Random) -> Material:
    passage = index.passage(row)
    own = _cited(index, row, 1)
    near = (hit.row for hit in index.search(passage.text, _DEPTH) if hit.row != row)
    others = list(_unlike(index, near, passage.text))[:_OTHERS]
    rows = [row, *others]
    chance.shuffle(rows)
    given = tuple(_cited(index, one, number) for number, one in enumerate(rows, 1))
    own = replace(own, number=rows.index(row) + 1)
    return Material(own, given, index.document(passage.source).identity, index.period(row))


def _unlike(index: Index, rows: Iterator[int], text: str) -> Iterator[int]:
    """The rows whose sentence is not the very same."""
    return (row for row in rows if index.passage(row).text.strip("。；") != text.strip("。；"))


def _cited(index: Index, row: int, number: int) -> Citation:
    passage = index.passage(row)
    quote = Quote(passage.source, passage.start, passage.end)
    return citation(index.document(passage.source), quote, number)


def twin(one: Material) -> Citation | None:
    """The most similar sentence given that is of another document."""
    others: Sequence[Citation] = [c for c in one.given if c.source != one.own.source]
    return others[0] if others else None
