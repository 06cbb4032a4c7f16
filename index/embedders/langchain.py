"""Our encoders as LangChain ``Embeddings``."""

from dataclasses import dataclass

from langchain_core.embeddings import Embeddings

from index.types import Encoder


@dataclass(frozen=True)
class EncoderEmbeddings(Embeddings):
    """An encoder as LangChain wants it: a question is a query, a passage a document."""

    encoder: Encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self.encoder.passages(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        row: list[float] = self.encoder.questions([text])[0].tolist()
        return row
