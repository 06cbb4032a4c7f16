"""Every backend of the list, with a place of its own to write to."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from index.backends import BACKENDS, Place

NEEDS_MILVUS = pytest.mark.skipif(
    not (find_spec("pymilvus") and find_spec("milvus_lite")),
    reason="needs pymilvus and milvus-lite: pip install 'zhengwen[milvus]'",
)
EVERY = [
    pytest.param(name, marks=[NEEDS_MILVUS, pytest.mark.slow] if name == "milvus" else [])
    for name in BACKENDS
]


def place_of(name: str, folder: Path) -> Place:
    """Where a backend may write for the length of a test."""
    return Place(name, str(folder / "rows.db") if name == "milvus" else "")
