"""From question to answer in three steps: understand, retrieve, answer. No LangChain here.

``rag.chain`` makes a LangChain Runnable of it; a single question from the command line goes
without, since loading LangChain takes longer than answering.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.errors import UserError
from corpus.types import Document, Identity
from index.backends import AS_IT_IS, Place
from index.embedders import encoder
from index.rerankers import reranker as reranker_called
from index.search import Index, open_index
from index.types import Reranker
from rag.addressed import reply
from rag.answers import ANSWERERS, everywhere, outline, several_things, target_result
from rag.draft import Draft, finish
from rag.english_frame import framed
from rag.lock import locked
from rag.mentions import settled
from rag.query import Known, Query
from rag.refuse import NOTHING, founded, only_the_target, refusal, unfounded, unused
from rag.relative import in_years
from rag.retrieve import Found, retrieve
from rag.several import each
from rag.suggest import with_suggestions
from rag.types import Answer, Question
from rag.understand import understand

LONGEST = 5000


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the library as a list shows it."""

    source: str
    identity: Identity


@dataclass(frozen=True, slots=True)
class Evidence:
    """A query and what was retrieved for it."""

    query: Query
    found: Found


def timed(answer: Callable[[], Answer]) -> Answer:
    """An answer with the seconds that it took."""
    began = time.perf_counter()
    return replace(answer(), seconds=round(time.perf_counter() - began, 6))


def readable(question: Question) -> Question:
    """The question without half characters and outer space. ``UserError`` for one that says
    nothing or that is too long."""
    text = question.text.encode("utf-8", "ignore").decode("utf-8").strip()
    if not re.search(r"\w", text):
        raise UserError("请输入问题。")
    if len(text) > LONGEST:
        raise UserError(f"问题太长（{len(text)}字），请缩短到{LONGEST}字以内。")
    return replace(question, text=text)


class Engine:
    """Answers questions from one index; holds nothing that a question changes."""

    def __init__(
        self, index: Index, clock: date, passages: int = 10, reranker: Reranker | None = None
    ) -> None:
        self._index = index
        self.reranker = reranker
        self._known = Known(
            tuple(document.source for document in index.documents),
            tuple(document.identity for document in index.documents),
            tuple(name for name in index.contents.speakers if len(name) > 1),
        )
        self._clock = clock
        self._passages = passages

    @property
    def index(self) -> Index:
        """The index that is asked."""
        return self._index

    @property
    def known(self) -> Known:
        """What the library holds, as a question is read by it."""
        return self._known

    def now(self) -> "Engine":
        """The engine over the library as it now is, which no change will touch: itself, but for
        one that follows its library."""
        return self

    def ask(self, question: Question) -> Answer:
        """The answer; ``UserError`` for an empty question or one of over 5,000 characters."""
        return timed(lambda: self.each(question, self._one))

    def each(self, question: Question, one: Callable[[Question], Answer]) -> Answer:
        """The answer to all that a question asks, each question of it answered by ``one``; what is
        said to the assistant itself needs no document."""
        question = readable(question)
        return reply(question, self.index) or each(question, one)

    def _one(self, question: Question) -> Answer:
        return self.answer(self.retrieve(self.understand(question)))

    def understand(self, question: Question) -> Query:
        """The query that a question means to this library."""
        return understand(readable(question), self.known, self._clock.year)

    def retrieve(self, query: Query) -> Evidence:
        """What the library holds for a query."""
        query = settled(query, self.index)
        return Evidence(query, retrieve(query, self.index, self._passages, self.reranker))

    def answer(self, evidence: Evidence) -> Answer:
        """The answer that the evidence gives, or a refusal with its reason."""
        query, found = evidence.query, evidence.found
        draft = everywhere.answer(query, self.index) or outline.answer(query, self.index)
        reason = "" if draft else _reason(query, found, self.index)
        if not (draft or reason):
            draft = _drafted(query, found, self.index)
        if draft is None:
            why = unused(query, found.hits) or reason or only_the_target(query, self.index)
            why = why or NOTHING
            answer = refusal(query, why, found.hits, self.index)
        else:
            answer = finish(draft, query, self.index)
        certainty = round(founded(query, found.hits), 4)
        answer = replace(locked(answer), passages=found.passages, certainty=certainty)
        notes = [
            *query.notes,
            *(draft.notes if draft else ()),
            *filter(None, [in_years(answer, self.index)]),
        ]
        if notes:
            answer = replace(answer, answer=f"{answer.answer}（{'；'.join(notes)}）")
        if query.english:
            kinds = {one.source: one.identity.kind for one in self.index.documents}
            answer = framed(answer, kinds)
        return with_suggestions(answer, query, found, self.index)

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


def _reason(query: Query, found: Found, index: Index) -> str:
    """Why there is no answer; empty where there may be one. A statement is weighed by its facts."""
    if query.conflict or query.kind == "claim":
        return query.conflict
    return query.missing or unfounded(query, found.hits, index)


def _drafted(query: Query, found: Found, index: Index) -> Draft | None:
    """What the kind of answer makes of the evidence; target and result, and several things asked
    about at once, go before any kind."""
    both = target_result.answer(query, index) if target_result.asks_both(query) else None
    several = (
        several_things.answer(query, found, index)
        if query.kind in ("number", "enumeration")
        else None
    )
    return both or several or ANSWERERS[query.kind](query, found, index)


def open_engine(
    home: Path,
    today: date,
    embedder: str = "zhengwen-static",
    passages: int = 10,
    reranker: str = "",
    place: Place = AS_IT_IS,
) -> Engine:
    """The engine over the index at ``home``, without a reranker unless one is named.

    Raises ``UserError`` where there is no index, or no such model.
    """
    index = open_index(home, encoder(embedder), place)
    return Engine(index, today, passages, reranker_called(reranker) if reranker else None)
