"""The chain: understand | retrieve | answer, a LangChain Runnable from questions to answers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda
from langchain_core.runnables.config import merge_configs

from index.backends import AS_IT_IS, Place
from index.embedders import encoder
from index.rerankers import reranker as reranker_called
from index.search import Index, open_index
from index.types import Reranker
from rag.engine import Engine, timed
from rag.types import Answer, Question

_SENTENCE = re.compile(r".+?(?:[。；\n]|$)", re.DOTALL)


class Chain(Engine, Runnable[Question, Answer]):
    """The engine as a Runnable. ``invoke`` and ``batch`` give whole answers; ``stream`` gives the
    same answer sentence by sentence, the last one whole.

    Raises ``UserError`` for an empty question or one of over 5,000 characters.
    """

    def __init__(
        self, index: Index, clock: date, passages: int = 10, reranker: Reranker | None = None
    ) -> None:
        super().__init__(index, clock, passages, reranker)
        self.callbacks: list[BaseCallbackHandler] = []
        """Told of each step, beside those that a call brings."""
        self._evidence = RunnableLambda(self.understand) | RunnableLambda(self.retrieve)
        self._drafting = RunnableLambda(self.answer)

    def invoke(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Answer:
        told = self.told(config)
        steps = self._evidence | self._drafting
        return timed(lambda: self.each(input, lambda one: steps.invoke(one, told)))

    def told(self, config: RunnableConfig | None) -> RunnableConfig:
        """The configuration of a call, with the callbacks of the chain."""
        return merge_configs(config, {"callbacks": self.callbacks})

    def stream(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any | None
    ) -> Iterator[Answer]:
        """Snapshots, each with a sentence more; the last is what ``invoke`` returns."""
        yield from growing(self.invoke(input, config))


def growing(answer: Answer) -> Iterator[Answer]:
    """An answer sentence by sentence, the last one whole."""
    ends = [sentence.end() for sentence in _SENTENCE.finditer(answer.answer)]
    for end in ends[:-1]:
        yield replace(answer, answer=answer.answer[:end], suggestions=())
    yield answer


def open_chain(
    home: Path,
    today: date,
    embedder: str = "zhengwen-static",
    passages: int = 10,
    reranker: str = "",
    place: Place = AS_IT_IS,
) -> Chain:
    """The chain over the index at ``home``, without a reranker unless one is named.

    Raises ``UserError`` where there is no index, or no such model.
    """
    index = open_index(home, encoder(embedder), place)
    return Chain(index, today, passages, reranker_called(reranker) if reranker else None)
