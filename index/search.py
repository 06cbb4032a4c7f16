"""Finding sentences: words, bigrams, headings and vectors fused within a scope."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.errors import UserError
from corpus.ledger import Fact
from corpus.periods import Period
from corpus.types import Document, Passage
from index import store
from index.backends import AS_IT_IS, Place, Searcher, backend
from index.fuse import best, joined, scaled
from index.join import passage, passages
from index.plain import Plain, plain
from index.readings import Reading, reading
from index.store import Contents
from index.types import EVERYWHERE, Asked, Encoder, Hit, Rows, Scope, Vectors
from index.weights import ELSEWHERE, ELSEWHERE_ENGLISH, OFFICIAL, Weights
from index.within import allowed, superseded
from index.wordbook import Wordbook

_CANDIDATES = 300
_SCOPES = 64
_WHITE = re.compile(r"\s+")
_FINGERPRINT = re.compile(r"@[0-9a-f]{8}$")


@dataclass(frozen=True)
class Index:
    """An opened index; immutable, safe to share between threads."""

    contents: Contents
    encoder: Encoder
    weights: Weights = OFFICIAL

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple(item.document for item in self.contents.stored)

    def document(self, source: str) -> Document:
        """The document of a source. Raises ``KeyError`` for one that is not there."""
        return self._by_source[source]

    @cached_property
    def _by_source(self) -> dict[str, Document]:
        return {document.source: document for document in self.documents}

    @cached_property
    def plain(self) -> dict[str, Plain]:
        """The comparable form of each document by its source, for finding exact words."""
        return {document.source: plain(document.text) for document in self.documents}

    def facts(self, source: str) -> tuple[Fact, ...]:
        """What a document states of the indicators that every report states."""
        return self._reading(source).facts

    def period(self, row: int) -> Period:
        """Of which years a sentence speaks, and whether it tells a result or a target."""
        source = self.documents[int(self.contents.rows[row, 0])].source
        return self._reading(source).period(row - self._ends[source][0])

    def _reading(self, source: str) -> Reading:
        """What was read off a document when it was indexed, or is now, once."""
        held = self.contents.readings.get(source) or self._read.get(source)
        if held is None:
            held = reading(self.document(source), passages(self.contents, *self._ends[source]))
            self._read[source] = held
        return held

    @cached_property
    def wordbook(self) -> Wordbook:
        """Vectors and rarity of words, each looked up once."""
        return Wordbook(self.encoder.passages, self.contents.words.idf)

    @cached_property
    def _read(self) -> dict[str, Reading]:
        return {}

    def search(
        self,
        query: str,
        k: int = 8,
        scope: Scope = EVERYWHERE,
        also: Sequence[str] = (),
        meant: str = "",
    ) -> list[Hit]:
        """The ``k`` best sentences in ``scope``, best first, the same text only once.

        ``also`` are further words to look for (synonyms), which count half. ``meant`` is what the
        vectors read, where that is not ``query``: an English question whose words are looked for
        in Chinese.
        """
        rows = self.rows(scope)
        if not len(rows):
            return []
        [vector] = self.encoder.questions([meant or query])
        asked = Asked(query, " ".join(also), vector, self._weights(scope, bool(meant)))
        found = self.searcher.candidates(asked, scope, rows, _CANDIDATES)
        scores = np.zeros(len(found.rows), np.float32)
        for name, score in found.parts.items():
            scores += getattr(asked.weights, name) * scaled(score)
        return list(self._hits(found.rows, scores, found.parts, k))

    def rows(self, scope: Scope) -> Rows:
        """The rows that a scope allows, rising."""
        found = self._rows_of.get(scope)
        if found is None:
            if len(self._rows_of) >= _SCOPES:
                self._rows_of.clear()
            found = self._rows_of[scope] = self._rows_within(scope)
        return found

    @cached_property
    def _rows_of(self) -> dict[Scope, Rows]:
        """The rows of the scopes that were asked for last."""
        return {}

    def _rows_within(self, scope: Scope) -> Rows:
        table, documents = self.contents.rows, self._allowed(scope)
        mask = documents[table[:, 0]] if len(documents) else np.zeros(0, bool)
        if scope.speakers:
            wanted = [n for n, name in enumerate(self.contents.speakers) if name in scope.speakers]
            mask &= np.isin(table[:, 4], wanted)
        return np.flatnonzero(mask).astype(np.int64)

    def within(self, scope: Scope) -> tuple[Document, ...]:
        """The documents in which a scope allows a row, in the order of the library."""
        if scope.speakers:
            numbers = np.unique(self.contents.rows[self.rows(scope), 0])
        else:
            numbers = np.flatnonzero(self._allowed(scope))
        return tuple(self.documents[int(number)] for number in numbers)

    def row_at(self, source: str, at: int) -> int:
        """The row of the sentence of a document that holds an offset, or the one before it."""
        first, last = self._ends[source]
        starts = self.contents.rows[first:last, 1]
        return first + max(0, int(np.searchsorted(starts, at, side="right")) - 1)

    @cached_property
    def _ends(self) -> dict[str, tuple[int, int]]:
        """The first row of each document and the one after its last; rows go by document."""
        column = self.contents.rows[:, 0]
        numbers = np.arange(len(self.documents) + 1)
        bounds = np.searchsorted(column, numbers)
        return {
            document.source: (int(bounds[n]), int(bounds[n + 1]))
            for n, document in enumerate(self.documents)
        }

    def near(self, row: int, steps: int) -> range:
        """The rows of the same document at most ``steps`` away."""
        source = self.documents[int(self.contents.rows[row, 0])].source
        first, last = self._ends[source]
        return range(max(first, row - steps), min(last, row + steps + 1))

    def passage(self, row: int) -> Passage:
        """The sentence of a row."""
        return passage(self.contents, row)

    def around(self, row: int, size: int = 480) -> Passage:
        """The sentence of a row grown by its neighbours to about ``size`` characters.

        It grows by turns, forward first, and never past the document's end or into what
        somebody else says.
        """
        table = self.contents.rows
        first = last = row
        start, end = int(table[row, 1]), int(table[row, 2])
        while True:
            after = self._next(last, 1)
            before = self._next(first, -1)
            if after is not None and int(table[after, 2]) - start <= size:
                last, end = after, int(table[after, 2])
                if before is None or end - int(table[before, 1]) > size:
                    continue
                first, start = before, int(table[before, 1])
            elif before is not None and end - int(table[before, 1]) <= size:
                first, start = before, int(table[before, 1])
            else:
                break
        middle = self.passage(row)
        text = self.documents[int(table[row, 0])].text
        return Passage(middle.source, start, end, text[start:end], middle.headings, middle.speaker)

    def beside(self, row: int, other: int) -> bool:
        """Whether ``other`` follows ``row`` in the same paragraph."""
        return other == row + 1 and bool(self._joined[other])

    def _next(self, row: int, step: int) -> int | None:
        """The row beside, if it is of the same document and the same speaker."""
        table, other = self.contents.rows, row + step
        same = 0 <= other < len(table) and bool((table[other, [0, 4]] == table[row, [0, 4]]).all())
        return other if same else None

    def _weights(self, scope: Scope, translated: bool) -> Weights:
        """Those for official documents, unless the scope holds none that is known as such."""
        known = (document.identity for document in self.within(scope))
        official = any(one.place or one.year or one.kind != "other" for one in known)
        if official:
            return self.weights
        return ELSEWHERE_ENGLISH if translated else ELSEWHERE

    def _allowed(self, scope: Scope) -> npt.NDArray[np.bool_]:
        return allowed(scope, self.contents.stored, self._superseded)

    @cached_property
    def _superseded(self) -> npt.NDArray[np.bool_]:
        return superseded(self.contents.stored)

    @cached_property
    def searcher(self) -> Searcher:
        """What finds rows; made when it is first asked for, which may raise ``UserError``."""
        return backend(self.contents.place.backend).searcher(self.contents)

    @cached_property
    def _joined(self) -> npt.NDArray[np.bool_]:
        return joined(self.contents.rows)

    def _hits(
        self, rows: Rows, scores: Vectors, parts: dict[str, Vectors], k: int
    ) -> Iterator[Hit]:
        seen: set[str] = set()
        for at in best(scores, len(scores)) if k > 0 else ():
            passage = self.passage(int(rows[at]))
            folded = _WHITE.sub("", passage.text)
            if folded in seen:
                continue
            seen.add(folded)
            made_of = {name: float(score[at]) for name, score in parts.items()}
            yield Hit(int(rows[at]), passage, float(scores[at]), made_of)
            if len(seen) == k:
                return


def open_index(home: Path, encoder: Encoder, place: Place = AS_IT_IS) -> Index:
    """The index at ``home``; ``place`` says how to reach a server that holds its rows.

    ``UserError`` where it is missing, damaged or of another model, or the server is away.
    """
    contents = store.read(home, place)
    built, there = contents.vectors.dimension, encoder.dimension
    if contents.embedder != encoder.name or built != there:
        name = _FINGERPRINT.sub("", encoder.name)
        raise UserError(
            f"{home} 的索引是用向量模型 {contents.embedder} 建的（{built} 维），"
            f"现在设置的是 {encoder.name}（{there} 维）；"
            f"请用同一模型，或运行 zhengwen index --embedder {name} 重建。"
        )
    opened = Index(contents, encoder)
    _ = opened.searcher
    return opened
