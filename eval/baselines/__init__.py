"""What a user would pick instead: one recipe a file, named here.

Each makes a LangChain retriever over the same chunks of the same documents; the answer is the
best sentence of the best chunk.
"""

from collections.abc import Callable, Mapping, Sequence

from langchain_core.documents import Document as Chunk
from langchain_core.retrievers import BaseRetriever

from corpus.types import Document
from eval.baselines import bm25, dense, fused
from eval.baselines.best_sentence import answering
from eval.baselines.chunks import chunks
from eval.run import Ask

Recipe = Callable[[Sequence[Chunk], str], BaseRetriever]

BASELINES: Mapping[str, Recipe] = {
    "bm25": bm25.retriever,
    "dense": dense.retriever,
    "fused": fused.retriever,
}


def baseline(name: str, documents: Sequence[Document], model: str) -> Ask:
    """A recipe made ready over some documents. ``model`` is for those that take one."""
    return answering(BASELINES[name](chunks(documents), model))
