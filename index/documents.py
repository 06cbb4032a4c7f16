"""LangChain documents and their vectors in a folder: checksummed, no pickle.

FOLDER/documents.jsonl vectors.faiss manifest.json; row i of the vectors is line i.
"""

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.documents import Document

from corpus.errors import DamagedIndex, UserError
from index.backends.faiss import FaissBackend
from index.types import Vectors

VERSION = 1
"""Of the layout; a folder of another version is refused, never misread."""

_DOCUMENTS, _VECTORS, _MANIFEST = "documents.jsonl", "vectors.faiss", "manifest.json"


def write(folder: Path, documents: Sequence[Document], vectors: Vectors) -> None:
    """Writes documents and their vectors, (len(documents), dimension), into ``folder``.

    ``TypeError`` where a metadata is not JSON; then nothing is written. ``OSError`` where nothing
    can be written. An interruption leaves what ``read`` tells from a whole folder.
    """
    lines = "".join(_line(document) for document in documents)
    backend = FaissBackend(vectors.shape[1])
    backend.add(vectors)
    folder.mkdir(parents=True, exist_ok=True)
    _swap_in(folder / _DOCUMENTS, lambda path: _write_text(path, lines))
    _swap_in(folder / _VECTORS, backend.save)
    digests = {name: _digest(folder / name) for name in (_DOCUMENTS, _VECTORS)}
    manifest = json.dumps({"version": VERSION, "files": digests}, indent=1)
    _swap_in(folder / _MANIFEST, lambda path: _write_text(path, manifest))


def read(folder: Path) -> tuple[list[Document], Vectors]:
    """What ``write`` wrote. ``UserError`` where nothing was written, ``DamagedIndex``."""
    if not (folder / _MANIFEST).is_file():
        raise UserError(f"{folder} 里没有保存过的文档库，请检查文件夹。")
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        whole = manifest["version"] == VERSION and all(
            _digest(folder / name) == digest for name, digest in manifest["files"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        whole = False
    if not whole:
        raise DamagedIndex(f"文档库 {folder} 已损坏，或是别的版本写的；请重新保存。")
    with (folder / _DOCUMENTS).open(encoding="utf-8") as lines:
        documents = [Document(**json.loads(line)) for line in lines]
    backend = FaissBackend.load(folder / _VECTORS)
    return documents, backend.vectors(np.arange(len(backend), dtype=np.int64))


def _line(document: Document) -> str:
    fields: dict[str, Any] = {
        "id": document.id,
        "page_content": document.page_content,
        "metadata": document.metadata,
    }
    return json.dumps(fields, ensure_ascii=False) + "\n"


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _swap_in(path: Path, write: Callable[[Path], None]) -> None:
    """Writes a file beside the one in use, then in its place."""
    beside = path.with_name(f".{path.name}")
    write(beside)
    os.replace(beside, path)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
