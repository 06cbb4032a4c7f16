"""Our retrieval as a LangChain retriever: a question in, cited passages out."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from rag.chain import Chain
from rag.retrieve import retrieve
from rag.types import Question, Retrieved


class PassageRetriever(BaseRetriever):
    """Passages for a question, its place and year understood, best first: ``k`` of them, or as
    many as the call says (``retriever.invoke(question, k=3)``).

    ``metadata`` holds source, start, end (code points), score, title, place and year.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    chain: Chain
    k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None
    ) -> list[Document]:
        understood = self.chain.understand(Question(query))
        count = self.k if k is None else k
        found = retrieve(understood, self.chain.index, count, self.chain.reranker)
        return [
            Document(page_content=passage.text, metadata=self._metadata(passage))
            for passage in found.passages
        ]

    def _metadata(self, passage: Retrieved) -> dict[str, Any]:
        identity = self.chain.document(passage.source).identity
        return {
            "source": passage.source,
            "start": passage.start,
            "end": passage.end,
            "score": passage.score,
            "title": identity.title,
            "place": identity.place,
            "year": identity.year,
        }
