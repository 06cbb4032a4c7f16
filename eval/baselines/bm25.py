"""BM25 over jieba words, by bm25s."""

from collections.abc import Sequence
from typing import Any

import jieba
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as Chunk
from langchain_core.retrievers import BaseRetriever

DEPTH = 20


class Bm25Retriever(BaseRetriever):
    """The chunks that share the rarest words with a question, best first."""

    chunks: Sequence[Chunk]
    engine: Any

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Chunk]:
        depth = min(DEPTH, len(self.chunks))
        found, scores = self.engine.retrieve([cut(query)], k=depth, show_progress=False)
        pairs = zip(found[0], scores[0], strict=True)
        return [self.chunks[int(at)] for at, score in pairs if score > 0]


def retriever(chunks: Sequence[Chunk], model: str = "") -> BaseRetriever:
    """The retriever over some chunks; it takes no model."""
    import bm25s

    engine = bm25s.BM25()
    engine.index([cut(chunk.page_content) for chunk in chunks], show_progress=False)
    return Bm25Retriever(chunks=chunks, engine=engine)


def cut(text: str) -> list[str]:
    """The words of a text as jieba cuts it, white space left out."""
    return [word for word in jieba.lcut(text.lower()) if word.strip()]
