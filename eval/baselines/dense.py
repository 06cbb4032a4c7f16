"""Vectors of a sentence-transformers model in FAISS."""

from collections.abc import Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as Chunk
from langchain_core.retrievers import BaseRetriever

from eval.baselines.bm25 import DEPTH


class DenseRetriever(BaseRetriever):
    """The chunks nearest to a question by inner product, best first."""

    chunks: Sequence[Chunk]
    model: Any
    vectors: Any

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Chunk]:
        vector = self.model.encode([query], normalize_embeddings=True)
        _, found = self.vectors.search(vector, min(DEPTH, len(self.chunks)))
        return [self.chunks[int(at)] for at in found[0]]


def retriever(chunks: Sequence[Chunk], model: str) -> BaseRetriever:
    """The retriever over some chunks; ``model`` is a sentence-transformers name or folder."""
    import faiss
    from sentence_transformers import SentenceTransformer

    encoder = SentenceTransformer(model)
    vectors = encoder.encode([c.page_content for c in chunks], normalize_embeddings=True)
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(vectors)
    return DenseRetriever(chunks=chunks, model=encoder, vectors=flat)
