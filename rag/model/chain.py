"""The chain with a model: our own answer, worded by it sentence by sentence where it may be."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from langchain_core.runnables import RunnableConfig

from index.search import Index
from index.types import Reranker
from rag.chain import Chain, growing
from rag.engine import Evidence
from rag.model.rewriting import Rewriter, told
from rag.model.writer import Writer, since, worded
from rag.refuse import not_found
from rag.types import Answer, Question
from rag.whole import whole_document


class ModelChain(Chain):
    """A chain whose answers are a model's words, unless the question asks for the documents' own.

    ``invoke`` is the last of ``stream``, so that both are one text with the same citations.
    """

    def __init__(
        self,
        index: Index,
        clock: date,
        writer: Writer,
        passages: int = 10,
        reranker: Reranker | None = None,
    ) -> None:
        super().__init__(index, clock, passages, reranker)
        self.writer = writer
        self.rewriter = Rewriter(writer.choice, writer.model)

    def ask(self, question: Question) -> Answer:
        """As ``invoke``."""
        return self.invoke(question)

    def invoke(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Answer:
        *_, last = self.stream(input, config, **kwargs)
        return last

    def stream(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any | None
    ) -> Iterator[Answer]:
        """Snapshots, each with a sentence more."""
        began = time.perf_counter()
        config = self.told(config)
        own = input.author == "extract"
        extracted, found = self._extracted(input, config) if own else self._sought(input, config)
        extracted = replace(extracted, question=input.text, seconds=since(began))
        english = any(evidence.query.english for evidence in found)
        if own or not worded(extracted, english):
            yield from growing(extracted)
            return
        for answer in self._written(input, extracted, found, config):
            yield replace(answer, seconds=since(began))

    def _sought(
        self, question: Question, config: RunnableConfig
    ) -> tuple[Answer, Sequence[Evidence]]:
        """Our own answer to a follow-up made whole; where nothing was found, to the question in
        other words, which is told."""
        asked = self.rewriter.whole(question, self.understand, config)
        extracted, found = self._extracted(asked, config)
        if extracted.answered or not not_found(extracted.reason):
            return extracted, found
        for other in self.rewriter.other_words(asked, self.understand, config):
            answer, evidence = self._extracted(other, config)
            if answer.answered:
                return replace(answer, problems=(*answer.problems, told(other.text))), evidence
        return extracted, found

    def _extracted(
        self, question: Question, config: RunnableConfig
    ) -> tuple[Answer, Sequence[Evidence]]:
        """Our own answer, and what was found for each question in it."""
        found: list[Evidence] = []

        def one(each: Question) -> Answer:
            found.append(self._evidence.invoke(each, config))
            return self._drafting.invoke(found[-1], config)

        return self.each(question, one), found

    def _written(
        self,
        question: Question,
        extracted: Answer,
        found: Sequence[Evidence],
        config: RunnableConfig | None,
    ) -> Iterator[Answer]:
        """A whole document summed up, anything else worded."""
        whole = whole_document(found[0].query, self.index) if len(found) == 1 else None
        if whole is not None:
            return self.writer.summary(extracted, whole, self.index, config)
        hits = [hit for evidence in found for hit in evidence.found.hits]
        return self.writer.wording(question, extracted, hits, self.index, config)
