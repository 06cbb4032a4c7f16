"""Documents cut the usual way: 500 characters, 50 of them shared with the neighbour."""

from collections.abc import Sequence

from langchain_core.documents import Document as Chunk

from corpus.types import Document

_SIZE, _OVERLAP = 500, 50


def chunks(documents: Sequence[Document]) -> list[Chunk]:
    """The chunks in order; ``metadata`` holds ``source`` and ``start_index`` (code points)."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=_SIZE, chunk_overlap=_OVERLAP, add_start_index=True
    )
    return splitter.create_documents(
        [document.text for document in documents],
        [{"source": document.source} for document in documents],
    )
