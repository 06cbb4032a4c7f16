"""The chain with a model: our own answer, worded by it sentence by sentence where it may be."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from langchain_core.runnables import RunnableConfig

from index.search import Index
from index.types import Hit, Reranker
from rag.chain import Chain, growing
from rag.model.writer import Writer, since, worded
from rag.types import Answer, Question


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
        hits: list[Hit] = []
        english: list[bool] = []

        def one(question: Question) -> Answer:
            found = self.retrieve(self.understand(question))
            hits.extend(found.found.hits)
            english.append(found.query.english)
            return self.answer(found)

        extracted = replace(self.each(input, one), seconds=since(began))
        if input.author == "extract" or not worded(extracted, any(english)):
            yield from growing(extracted)
            return
        for answer in self.writer.wording(input, extracted, hits, self.index, config):
            yield replace(answer, seconds=since(began))
