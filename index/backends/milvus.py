"""Rows in Milvus, past one machine: vectors, BM25 and filters run inside it.

The same code asks a server and a milvus-lite file. Each generation is a collection of its own,
named after the library and the generation; an alias named after the library shows the one in use
to other programs. An index opens the collection that its home folder names and no other, so that
rows and texts never belong to different generations.

This speaks to pymilvus and not through langchain-milvus: a ``VectorStore`` has one encoder for
what is asked and what is stored and returns one score fused by Milvus, while a search here needs
each score by itself, for the same rows, and generations behind an alias.
"""

import json
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import DamagedIndex, Unreachable
from index.backends import Place, Searcher
from index.backends.milvus_rows import (
    ABOUT,
    LEXICAL,
    about,
    among,
    analysed,
    entries,
    indexes,
    schema,
    within,
)
from index.backends.milvus_server import (
    PATIENCE,
    SECONDS,
    is_file,
    kept,
    reached,
    said,
    without_password,
)
from index.fuse import Joined, Weights, joined, with_neighbours
from index.store import Contents
from index.types import Asked, Candidates, Rows, Scope, Vectors
from index.words import bigrams

if TYPE_CHECKING:
    from pymilvus import MilvusClient

_FILE = "milvus.json"
_BATCH = 1_000
_ALSO = np.float32(0.5)
_REBUILD = "请重新运行 zhengwen index 重建"


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
        for first in range(0, len(rows), _BATCH):
            for entity in self._query(rows[first : first + _BATCH]):
                taken[places.pop(entity["row"])] = entity["dense"]
        if places:
            raise DamagedIndex(f"Milvus 集合 {self.collection} 缺 {len(places)} 句；{_REBUILD}。")
        return taken

    @cached_property
    def _client(self) -> "MilvusClient":
        """A client to which the collection is loaded: milvus-lite forgets that when it ends."""
        client = reached(self.place)
        with said(self.place):
            client.load_collection(self.collection, timeout=PATIENCE)
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
        return str(described.get("description") or described["properties"].get(ABOUT, ""))


@dataclass(frozen=True, slots=True)
class Milvus:
    """A ``Backend`` over a Milvus server or file."""

    def ready(self, place: Place) -> None:
        reached(place)

    def write(self, folder: Path, contents: Contents, place: Place) -> Contents:
        client = reached(place)
        address = kept(place.address)
        library = _library(folder.parent, address) or uuid.uuid4().hex[:8]
        name = f"{_prefix(library)}{folder.name}"
        try:
            with said(place):
                _fill(client, name, contents, is_file(place.address))
        except BaseException:
            _drop(client, [name], place)
            raise
        told = {
            "address": address,
            "library": library,
            "collection": name,
            "dimension": contents.vectors.dimension,
            "rows": len(contents.rows),
        }
        (folder / _FILE).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return replace(
            contents,
            words=contents.words.rarities(),
            bigrams=contents.bigrams.rarities(),
            headings=contents.headings.rarities(),
        )

    def load(self, folder: Path, place: Place) -> tuple[MilvusRows, Place]:
        told = _told(folder)
        other = place.backend not in ("", "milvus") or not place.address
        place = Place("milvus", told["address"] if other else place.address, place.token)
        return MilvusRows(place, told["collection"], told["dimension"], told["rows"]), place

    def searcher(self, contents: Contents, weights: Weights) -> Searcher:
        rows = contents.vectors
        assert isinstance(rows, MilvusRows)
        _require_same(rows, contents)
        return MilvusSearcher(contents, rows, weights)

    def swapped(self, folder: Path, place: Place) -> None:
        client, told = reached(place), _told(folder)
        with said(place):
            prefix, name = _prefix(told["library"]), told["collection"]
            _point(client, prefix.rstrip("_"), name)
            there = client.list_collections(timeout=SECONDS)
            old = [one for one in there if one.startswith(prefix) and one != name]
        _drop(client, old, place)

    def forget(self, folder: Path, place: Place) -> None:
        """See ``Backend.forget``; a server that is gone has nothing more to drop."""
        with suppress(Unreachable, DamagedIndex):
            rows, there = self.load(folder, place)
            _drop(reached(there), [rows.collection], there)


BACKEND = Milvus()


@dataclass(frozen=True)
class MilvusSearcher:
    """Asks Milvus twice: what is best by each score, then what all scores of all of these are."""

    contents: Contents
    held: MilvusRows
    weights: Weights

    def candidates(self, asked: Asked, scope: Scope, rows: Rows, most: int) -> Candidates:
        allowed, texts = within(scope), _texts(asked)
        best = self.held.best("dense", [asked.vector], allowed, most)
        for name in ("words", "bigrams"):
            best += self._best(name, texts[name], allowed, most)
        found = np.unique([row for rows in best for row in rows]).astype(np.int64)
        parts = self._lexical(texts, found)
        parts["dense"] = np.maximum(self.held.vectors(found) @ asked.vector, 0)
        return Candidates(found, parts)

    def _best(
        self, name: str, texts: Sequence[str], allowed: str, most: int
    ) -> list[dict[int, float]]:
        """The best rows for each text; an empty one, which Milvus refuses, finds none."""
        asked = [text for text in texts if text]
        found = iter(self.held.best(name, asked, allowed, most) if asked else [])
        return [next(found) if text else {} for text in texts]

    def _lexical(self, texts: dict[str, list[str]], found: Rows) -> dict[str, Vectors]:
        """BM25 of some rows, each with a share of the scores of those beside it."""
        near = np.unique(np.concatenate([found - 1, found, found + 1]))
        near = near[(near >= 0) & (near < len(self.held))]
        follows = self._joined[near] & (np.diff(near, prepend=-2) == 1)
        parts = {}
        for name in LEXICAL:
            scores = np.zeros(len(near), np.float32)
            told = self._best(name, texts[name], among(near), len(near))
            for weight, rows in zip((np.float32(1), _ALSO), told, strict=False):
                places = np.searchsorted(near, list(rows))
                scores[places] += weight * np.array(list(rows.values()), np.float32)
            smooth = with_neighbours(scores, follows, self.weights.neighbour)
            parts[name] = smooth[np.searchsorted(near, found)]
        return parts

    @cached_property
    def _joined(self) -> Joined:
        return joined(self.contents.rows)


def _texts(asked: Asked) -> dict[str, list[str]]:
    """What each field is asked: the question, then the further words."""
    return {
        "words": [analysed(asked.text), analysed(asked.also)],
        "bigrams": [" ".join(bigrams(asked.text)), " ".join(bigrams(asked.also))],
        "headings": [" ".join(bigrams(f"{asked.text} {asked.also}"))],
    }


def _fill(client: "MilvusClient", name: str, contents: Contents, lite: bool) -> None:
    """Makes a collection of all rows; it is indexed once they are there, and counted."""
    told = about(contents)
    fields = schema(client, contents.vectors.dimension, told, lite)
    client.create_collection(
        name, schema=fields, consistency_level="Bounded", properties={ABOUT: told} if lite else {}
    )
    for batch in entries(contents, _BATCH):
        client.insert(name, batch, timeout=PATIENCE)
    client.flush(name, timeout=PATIENCE)
    client.create_index(name, indexes(client, lite), timeout=PATIENCE)
    client.load_collection(name, timeout=PATIENCE)
    [counted] = client.query(name, "", ["count(*)"], consistency_level="Strong", timeout=PATIENCE)
    if counted["count(*)"] != len(contents.rows):
        raise DamagedIndex(f"Milvus 只收下 {counted['count(*)']} 句；{_REBUILD}。")


def _point(client: "MilvusClient", alias: str, name: str) -> None:
    """Lets an alias stand for a collection, whether or not it stood for another."""
    from pymilvus.exceptions import MilvusException

    try:
        client.alter_alias(name, alias, timeout=SECONDS)
    except MilvusException:
        client.create_alias(name, alias, timeout=SECONDS)


def _require_same(rows: MilvusRows, contents: Contents) -> None:
    """Raises ``DamagedIndex`` unless the collection is the one that was written."""
    told = rows.told()
    if told == about(contents):
        return
    try:
        theirs, ours = dict(json.loads(told)), json.loads(about(contents))
    except (ValueError, TypeError):
        theirs, ours = {}, json.loads(about(contents))
    names = {"layout": "版本", "embedder": "向量模型", "dimension": "维数", "rows": "句数"}
    wrong = "，".join(
        f"{name}是 {theirs.get(key, '不明')}（应是 {ours[key]}）"
        for key, name in names.items()
        if theirs.get(key) != ours[key]
    )
    raise DamagedIndex(f"Milvus 集合 {rows.collection} 与索引不符：{wrong}；{_REBUILD}。")


def _prefix(library: str) -> str:
    return f"zhengwen_{library}_"


def _library(generations: Path, address: str) -> str:
    """The name under which the library has its collections at an address; empty for none."""
    for path in sorted(generations.glob(f"*/{_FILE}")):
        try:
            told = _told(path.parent)
        except DamagedIndex:
            continue
        if told["address"] == address:
            return str(told["library"])
    return ""


def _told(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return {
            **{key: str(told[key]) for key in ("address", "library", "collection")},
            **{key: int(told[key]) for key in ("dimension", "rows")},
        }
    except (OSError, ValueError, KeyError, TypeError):
        raise DamagedIndex(f"索引 {folder} 里的 {_FILE} 已损坏；{_REBUILD}。") from None


def _drop(client: "MilvusClient", names: Sequence[str], place: Place) -> None:
    with said(place):
        for name in names:
            client.drop_collection(name, timeout=SECONDS)
