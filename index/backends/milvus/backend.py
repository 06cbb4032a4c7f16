"""Generations of rows in Milvus: written, swapped in, checked when they are opened, dropped."""

import json
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from corpus.errors import DamagedIndex, UserError
from index.backends import Place, Searcher
from index.backends.milvus.rows import BATCH, REBUILD, MilvusRows
from index.backends.milvus.schema import ABOUT, about, entries, indexes, schema
from index.backends.milvus.search import MilvusSearcher
from index.backends.milvus.server import PATIENCE, SECONDS, is_file, kept, reached, said
from index.store import Contents

if TYPE_CHECKING:
    from pymilvus import MilvusClient

_FILE = "milvus.json"


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
            with suppress(UserError):
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

    def searcher(self, contents: Contents) -> Searcher:
        rows = cast("MilvusRows", contents.vectors)
        _require_same(rows, contents)
        return MilvusSearcher(contents, rows)

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
        with suppress(UserError):
            rows, there = self.load(folder, place)
            client = reached(there)
            with said(there):
                known = client.has_collection(rows.collection, timeout=SECONDS)
            _drop(client, [rows.collection] if known else [], there)


BACKEND = Milvus()


def _fill(client: "MilvusClient", name: str, contents: Contents, lite: bool) -> None:
    """Makes a collection of all rows; it is indexed once they are there, and counted."""
    told = about(contents)
    fields = schema(client, contents.vectors.dimension, told, lite)
    client.create_collection(
        name,
        schema=fields,
        consistency_level="Bounded",
        properties={ABOUT: told} if lite else {},
        timeout=PATIENCE,
    )
    for batch in entries(contents, BATCH):
        client.insert(name, batch, timeout=PATIENCE)
    client.flush(name, timeout=PATIENCE)
    client.create_index(name, indexes(client, lite), timeout=PATIENCE)
    client.load_collection(name, timeout=PATIENCE)
    [counted] = client.query(name, "", ["count(*)"], consistency_level="Strong", timeout=PATIENCE)
    if counted["count(*)"] != len(contents.rows):
        raise DamagedIndex(f"Milvus 只收下 {counted['count(*)']} 句；{REBUILD}。")


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
    raise DamagedIndex(f"Milvus 集合 {rows.collection} 与索引不符：{wrong}；{REBUILD}。")


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
        raise DamagedIndex(f"索引 {folder} 里的 {_FILE} 已损坏；{REBUILD}。") from None


def _drop(client: "MilvusClient", names: Sequence[str], place: Place) -> None:
    """Drops collections; a server refuses to drop one that an alias still stands for."""
    with said(place):
        for name in names:
            for alias in client.list_aliases(name, timeout=SECONDS).get("aliases", ()):
                client.drop_alias(alias, timeout=SECONDS)
            client.drop_collection(name, timeout=SECONDS)
