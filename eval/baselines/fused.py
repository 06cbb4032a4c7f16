"""BM25 and vectors, fused by LangChain's EnsembleRetriever with equal weights."""

from collections.abc import Sequence

from langchain_core.documents import Document as Chunk
from langchain_core.retrievers import BaseRetriever, RetrieverLike

from eval.baselines import bm25, dense


def retriever(chunks: Sequence[Chunk], model: str) -> BaseRetriever:
    """The retriever over some chunks; ``model`` as for the vectors alone."""
    from langchain_classic.retrievers import EnsembleRetriever

    both: list[RetrieverLike] = [bm25.retriever(chunks), dense.retriever(chunks, model)]
    return EnsembleRetriever(retrievers=both, weights=[0.5, 0.5])
