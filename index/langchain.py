"""Our index and its backend as a LangChain ``VectorStore``."""

import threading
import uuid
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import VectorStore
from langchain_core.vectorstores.utils import maximal_marginal_relevance

from corpus.errors import UserError
from index import documents as on_disk
from index.backends.faiss import FaissBackend
from index.embedders.langchain import EncoderEmbeddings
from index.search import Index
from index.types import Vectors

Filter = Callable[[Document], bool]


class PassageStore(VectorStore):
    """Documents by the cosine of their vectors, exact, in the FAISS backend of our index.

    Scores are from -1 to 1, higher is better; equals come in the order they were added. A
    ``filter`` is asked of every document before the cut to ``k``; it must not change it. The
    async methods are those of LangChain, which run these in a thread; a lock keeps them apart.
    """

    def __init__(self, embedding: Embeddings) -> None:
        self._embedding = embedding
        self._vectors: FaissBackend | None = None
        self._documents: dict[int, Document] = {}
        self._rows: dict[str, int] = {}
        self._lock = threading.RLock()

    @property
    def embeddings(self) -> Embeddings:
        return self._embedding

    def __len__(self) -> int:
        return len(self._rows)

    def add_texts(
        self,
        texts: Iterable[str],
        metadatas: list[dict[str, Any]] | None = None,
        *,
        ids: Sequence[str | None] | None = None,
        **kwargs: Any,
    ) -> list[str]:
        """The ids of the texts; a text under an id that is there takes the place of the old one.

        ``ValueError`` where there are not as many ids or metadatas as texts.
        """
        written = list(texts)
        told = metadatas or [{} for _ in written]
        given = [name or str(uuid.uuid4()) for name in ids or [None] * len(written)]
        documents = [
            Document(id=name, page_content=text, metadata=dict(metadata))
            for name, text, metadata in zip(given, written, told, strict=True)
        ]
        vectors = self._embedding.embed_documents(written) if written else []
        self._add(documents, np.array(vectors, np.float32))
        return given

    def delete(self, ids: list[str] | None = None, **kwargs: Any) -> bool:
        """Takes documents out, all where no ids are given; unknown ids are passed over."""
        with self._lock:
            for name in list(self._rows) if ids is None else ids:
                row = self._rows.pop(name, None)
                if row is not None:
                    del self._documents[row]
        return True

    def get_by_ids(self, ids: Sequence[str], /) -> list[Document]:
        """The documents under the ids that are there, in the order of ``ids``."""
        with self._lock:
            return [_copy(self._documents[self._rows[name]]) for name in ids if name in self._rows]

    def similarity_search(self, query: str, k: int = 4, **kwargs: Any) -> list[Document]:
        return [document for document, _ in self.similarity_search_with_score(query, k, **kwargs)]

    def similarity_search_with_score(
        self, query: str, k: int = 4, **kwargs: Any
    ) -> list[tuple[Document, float]]:
        vector = self._embedding.embed_query(query)
        return self.similarity_search_with_score_by_vector(vector, k, **kwargs)

    def similarity_search_by_vector(
        self, embedding: list[float], k: int = 4, **kwargs: Any
    ) -> list[Document]:
        found = self.similarity_search_with_score_by_vector(embedding, k, **kwargs)
        return [document for document, _ in found]

    def similarity_search_with_score_by_vector(
        self, embedding: list[float], k: int = 4, filter: Filter | None = None, **kwargs: Any
    ) -> list[tuple[Document, float]]:
        """The ``k`` nearest documents among those that ``filter`` allows, with their scores."""
        with self._lock:
            found = self._nearest(_question(embedding), k, filter)
            return [(_copy(self._documents[row]), score) for row, score in found]

    def max_marginal_relevance_search(
        self, query: str, k: int = 4, fetch_k: int = 20, lambda_mult: float = 0.5, **kwargs: Any
    ) -> list[Document]:
        vector = self._embedding.embed_query(query)
        return self.max_marginal_relevance_search_by_vector(
            vector, k, fetch_k, lambda_mult, **kwargs
        )

    def max_marginal_relevance_search_by_vector(
        self,
        embedding: list[float],
        k: int = 4,
        fetch_k: int = 20,
        lambda_mult: float = 0.5,
        **kwargs: Any,
    ) -> list[Document]:
        """Of the ``fetch_k`` nearest the ``k`` that are near and unlike each other."""
        vector = _question(embedding)
        with self._lock:
            rows = [row for row, _ in self._nearest(vector, fetch_k, kwargs.get("filter"))]
            if not rows:
                return []
            near = list(self._checked(len(vector)).vectors(np.array(rows, np.int64)))
            chosen = maximal_marginal_relevance(vector, near, lambda_mult, k)
            return [_copy(self._documents[rows[at]]) for at in chosen]

    @classmethod
    def from_texts(
        cls,
        texts: list[str],
        embedding: Embeddings,
        metadatas: list[dict[str, Any]] | None = None,
        *,
        ids: list[str] | None = None,
        **kwargs: Any,
    ) -> "PassageStore":
        store = cls(embedding)
        store.add_texts(texts, metadatas, ids=ids)
        return store

    @classmethod
    def from_index(cls, index: Index) -> "PassageStore":
        """The sentences of an opened index, with its vectors: nothing is encoded again.

        The id of a sentence is ``source:start-end``; ``metadata`` says the same in parts.
        """
        store = cls(EncoderEmbeddings(index.encoder))
        rows = np.arange(len(index.contents.rows), dtype=np.int64)
        documents = [_sentence(index, int(row)) for row in rows]
        store._add(documents, index.contents.vectors.vectors(rows))
        return store

    def save_local(self, folder: str | Path) -> None:
        """Writes documents and vectors, which ``load_local`` reads; no pickle.

        ``TypeError`` where a metadata is not JSON, ``OSError`` where nothing can be written.
        """
        with self._lock:
            rows = np.array(list(self._documents), np.int64)
            documents = list(self._documents.values())
            vectors = self._vectors.vectors(rows) if self._vectors else np.zeros((0, 1), np.float32)
        on_disk.write(Path(folder), documents, vectors)

    @classmethod
    def load_local(cls, folder: str | Path, embedding: Embeddings) -> "PassageStore":
        """What ``save_local`` wrote. ``UserError`` where nothing was saved, ``DamagedIndex``."""
        store = cls(embedding)
        store._add(*on_disk.read(Path(folder)))
        return store

    def _select_relevance_score_fn(self) -> Callable[[float], float]:
        return lambda score: min(1.0, max(0.0, score))

    def _add(self, documents: Sequence[Document], vectors: Vectors) -> None:
        """Documents with ids and their vectors, (len(documents), dimension)."""
        if not documents:
            return
        with self._lock:
            if not self._documents:
                self._vectors = FaissBackend(vectors.shape[1])
            backend = self._checked(vectors.shape[1])
            first = len(backend)
            backend.add(_unit(vectors))
            for row, document in enumerate(documents, first):
                self.delete([str(document.id)])
                self._documents[row] = document
                self._rows[str(document.id)] = row
            if len(backend) > 2 * len(self._documents):
                self._compact(backend)

    def _compact(self, backend: FaissBackend) -> None:
        """Leaves out the vectors of deleted documents."""
        self._vectors = FaissBackend(backend.dimension)
        self._vectors.add(backend.vectors(np.array(list(self._documents), np.int64)))
        self._documents = dict(enumerate(self._documents.values()))
        self._rows = {str(document.id): row for row, document in self._documents.items()}

    def _checked(self, dimension: int) -> FaissBackend:
        """The backend. ``UserError`` for vectors of another dimension."""
        if self._vectors is None or self._vectors.dimension != dimension:
            held = self._vectors.dimension if self._vectors else 0
            raise UserError(f"文档库里是 {held} 维的向量，给的是 {dimension} 维的；请用同一模型。")
        return self._vectors

    def _nearest(self, vector: Vectors, k: int, allowed: Filter | None) -> list[tuple[int, float]]:
        """Rows and scores, best first; ``vector`` (dimension,) of length 1."""
        if not self._documents:
            return []
        backend, rows = self._checked(len(vector)), None
        if allowed is not None or len(backend) > len(self._documents):
            kept = [row for row, d in self._documents.items() if allowed is None or allowed(d)]
            rows = np.array(kept, np.int64)
        return backend.search(vector, k, rows)


def _question(embedding: Sequence[float]) -> Vectors:
    unit: Vectors = _unit(np.array([embedding], np.float32))[0]
    return unit


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vectors = rows / np.maximum(lengths, np.finfo(np.float32).tiny)
    return scaled


def _copy(document: Document) -> Document:
    """One that may be changed without changing what is stored."""
    return document.model_copy(deep=True)


def _sentence(index: Index, row: int) -> Document:
    passage = index.passage(row)
    identity = index.document(passage.source).identity
    return Document(
        id=f"{passage.source}:{passage.start}-{passage.end}",
        page_content=passage.text,
        metadata={
            "source": passage.source,
            "start": passage.start,
            "end": passage.end,
            "headings": list(passage.headings),
            "title": identity.title,
            "place": identity.place,
            "year": identity.year,
        },
    )
