"""The chain over a library that changes while it is served."""

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from langchain_core.runnables import RunnableConfig

from corpus.errors import UserError
from corpus.types import Document
from index import store
from index.search import Index
from rag.chain import Chain
from rag.engine import Entry, Evidence
from rag.query import Known, Query
from rag.types import Answer, Question

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """A chain, the home that it was opened over, and which generation of its index that was."""

    home: Path
    generation: str
    chain: Chain


class Live(Chain):
    """A chain that opens its index again once another lies on disk, whoever wrote it.

    Each call runs from its beginning to its end on one index. While one caller opens the new
    one, the others are answered from the old; an index that cannot be opened leaves the old one
    in use, and is not tried again until it changes.

    ``where`` says which home is in use, ``opened`` opens the chain over it. Raises ``UserError``
    where the first one cannot be opened.
    """

    def __init__(self, where: Callable[[], Path], opened: Callable[[Path], Chain]) -> None:
        self._where = where
        self._open_chain = opened
        self._opening = threading.Lock()
        self._current = self._open(where())
        self.reranker = self._current.chain.reranker
        self._failed: tuple[Path, str] | None = None

    @property
    def index(self) -> Index:
        """The index as it now is; take it once for what belongs together."""
        return self.now().index

    @property
    def known(self) -> Known:
        """What the library now holds."""
        return self.now().known

    def now(self) -> Chain:
        """The chain over the library as it now is, which no change will touch."""
        return self.opened().chain

    def opened(self) -> Opened:
        """The chain over the library as it now is, with the home that it was opened over."""
        current, home = self._current, self._where()
        if (home, store.generation(home)) in ((current.home, current.generation), self._failed):
            return current
        if not self._opening.acquire(blocking=False):
            return current
        try:
            self._follow(home)
        finally:
            self._opening.release()
        return self._current

    def ask(self, question: Question) -> Answer:
        """As the chain's."""
        return self.now().ask(question)

    def each(self, question: Question, one: Callable[[Question], Answer]) -> Answer:
        """As the chain's."""
        return self.now().each(question, one)

    def invoke(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Answer:
        return self.now().invoke(input, config, **kwargs)

    def stream(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any | None
    ) -> Iterator[Answer]:
        """As the chain's."""
        yield from self.now().stream(input, config, **kwargs)

    def understand(self, question: Question) -> Query:
        """As the chain's."""
        return self.now().understand(question)

    def retrieve(self, query: Query) -> Evidence:
        """As the chain's."""
        return self.now().retrieve(query)

    def answer(self, evidence: Evidence) -> Answer:
        """As the chain's."""
        return self.now().answer(evidence)

    def entries(self) -> tuple[Entry, ...]:
        """The documents of the library as it now is."""
        return self.now().entries()

    def document(self, source: str) -> Document:
        """A document of the library as it now is."""
        return self.now().document(source)

    def _open(self, home: Path) -> Opened:
        """Opened by the name that was read before: a newer index is then only opened again."""
        generation = store.generation(home)
        return Opened(home, generation, self._open_chain(home))

    def _follow(self, home: Path) -> None:
        """The index that lies there now takes the place of the old one, where it can be opened."""
        generation = store.generation(home)
        try:
            self._current = self._open(home)
            self._failed = None
        except UserError as error:
            log.warning("the index was not opened again, the old one stays: %s", error)
            self._failed = (home, generation)
