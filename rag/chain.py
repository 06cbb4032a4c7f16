"""The chain: understand | retrieve | answer, a LangChain Runnable from questions to answers."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda

from corpus.errors import UserError
from corpus.types import Document, Identity
from index.embedders import encoder
from index.search import Index, open_index
from rag.answers import ANSWERERS
from rag.draft import finish
from rag.lock import lock
from rag.query import Known, Query
from rag.refuse import refusal, unfounded
from rag.retrieve import Found, retrieve
from rag.suggest import with_suggestions
from rag.types import Answer, Question
from rag.understand import understand

LONGEST = 5000
_SENTENCE = re.compile(r".+?(?:[。；\n]|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the library as a list shows it."""

    source: str
    identity: Identity


@dataclass(frozen=True, slots=True)
class _State:
    query: Query
    found: Found


class Chain(Runnable[Question, Answer]):
    """Answers questions from one index. ``invoke`` and ``batch`` give whole answers; ``stream``
    gives the same answer sentence by sentence, the last one whole.

    Raises ``UserError`` for an empty question or one of over 5,000 characters.
    """

    def __init__(self, index: Index, clock: date, passages: int = 10) -> None:
        self.index = index
        self.known = Known(
            tuple(document.source for document in index.documents),
            tuple(document.identity for document in index.documents),
        )
        self._clock = clock
        self._passages = passages
        self._steps = (
            RunnableLambda(self.understand)
            | RunnableLambda(self._retrieve)
            | RunnableLambda(self._answer)
        )

    def invoke(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Answer:
        began = time.perf_counter()
        answer: Answer = self._steps.invoke(input, config)
        return replace(answer, seconds=round(time.perf_counter() - began, 4))

    def stream(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any | None
    ) -> Iterator[Answer]:
        """Snapshots, each with a sentence more; the last is what ``invoke`` returns."""
        answer = self.invoke(input, config)
        ends = [sentence.end() for sentence in _SENTENCE.finditer(answer.answer)]
        for end in ends[:-1]:
            yield replace(answer, answer=answer.answer[:end], suggestions=())
        yield answer

    def entries(self) -> tuple[Entry, ...]:
        """The documents of the library."""
        pairs = zip(self.known.sources, self.known.identities, strict=True)
        return tuple(Entry(source, identity) for source, identity in pairs)

    def document(self, source: str) -> Document:
        """A document of the library. Raises ``UserError`` for a source that is not there."""
        try:
            return self.index.document(source)
        except KeyError:
            raise UserError(f"文库里没有 {source}。") from None

    def understand(self, question: Question) -> Query:
        """The query that a question means to this library."""
        text = question.text.encode("utf-8", "ignore").decode("utf-8").strip()
        if not re.search(r"\w", text):
            raise UserError("请输入问题。")
        if len(text) > LONGEST:
            raise UserError(f"问题太长（{len(text)}字），请缩短到{LONGEST}字以内。")
        return understand(replace(question, text=text), self.known, self._clock.year)

    def _retrieve(self, query: Query) -> _State:
        return _State(query, retrieve(query, self.index, self._passages))

    def _answer(self, state: _State) -> Answer:
        query, found = state.query, state.found
        reason = query.missing or unfounded(query, found.hits)
        draft = None if reason else ANSWERERS[query.kind](query, found, self.index)
        if draft is None:
            answer = refusal(query, reason or "文库中没有相关内容", found.hits, self.index)
        else:
            answer = finish(draft, query, self.index)
        answer = replace(answer, passages=found.passages, lock=lock(answer))
        if query.notes:
            answer = replace(answer, answer=f"{answer.answer}（{'；'.join(query.notes)}）")
        return with_suggestions(answer, query, found, self.index)


def open_chain(
    home: Path, today: date, embedder: str = "zhengwen-static", passages: int = 10
) -> Chain:
    """The chain over the index at ``home``. Raises ``UserError`` where there is none."""
    return Chain(open_index(home, encoder(embedder)), today, passages)
