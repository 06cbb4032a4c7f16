"""The rows of one generation in Milvus: their vectors, and the best of them by one score."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import DamagedIndex
from index.backends import Place
from index.backends.milvus.schema import ABOUT, LEXICAL, among
from index.backends.milvus.server import (
    PATIENCE,
    SECONDS,
    is_file,
    reached,
    said,
    without_password,
)
from index.types import Rows, Vectors

if TYPE_CHECKING:
    from pymilvus import MilvusClient

BATCH = 1_000
REBUILD = "请重新运行 zhengwen index 重建"


@dataclass(frozen=True)
class MilvusRows:
    """The rows of one generation: a collection, and how to reach it."""

    place: Place
    collection: str
    dimension: int
    rows: int

    @property
    def note(self) -> str:
        return f"句子存放在 Milvus {without_password(self.place.address)}，集合 {self.collection}。"

    def __len__(self) -> int:
        return self.rows

    def vectors(self, rows: Rows) -> Vectors:
        """As ``Held.vectors``. Raises ``UserError`` where the server does not answer."""
        taken = np.zeros((len(rows), self.dimension), np.float32)
        places = {int(row): at for at, row in enumerate(rows)}
        for first in range(0, len(rows), BATCH):
            for entity in self._query(rows[first : first + BATCH]):
                taken[places.pop(entity["row"])] = entity["dense"]
        if places:
            raise DamagedIndex(f"Milvus 集合 {self.collection} 缺 {len(places)} 句；{REBUILD}。")
        return taken

    @cached_property
    def _client(self) -> "MilvusClient":
        """A client to which the collection is loaded: milvus-lite forgets that when it ends."""
        client = reached(self.place)
        with said(self.place):
            seconds = PATIENCE if is_file(self.place.address) else SECONDS
            client.load_collection(self.collection, timeout=seconds)
        return client

    def _query(self, rows: Rows) -> Sequence[dict[str, Any]]:
        client = self._client
        with said(self.place):
            found: Sequence[dict[str, Any]] = client.query(
                self.collection, among(rows), ["row", "dense"], timeout=SECONDS
            )
        return found

    def best(
        self, field: str, data: Sequence[Any], allowed: str, most: int
    ) -> list[dict[int, float]]:
        """For each of ``data`` the ``most`` best rows that a filter allows and their scores."""
        client = self._client
        with said(self.place):
            found = client.search(
                self.collection,
                list(data),
                filter=allowed,
                limit=most,
                output_fields=["row"],
                anns_field=field,
                timeout=SECONDS,
            )
        # milvus-lite gives BM25 with its sign turned.
        turn = abs if field in LEXICAL else float
        return [{hit["row"]: turn(hit["distance"]) for hit in hits} for hits in found]

    def told(self) -> str:
        """What the collection says of itself; empty for one that is not ours."""
        client = reached(self.place)
        with said(self.place):
            described = client.describe_collection(self.collection, timeout=SECONDS)
        return str(described.get("description") or described.get("properties", {}).get(ABOUT, ""))
