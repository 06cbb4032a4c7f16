"""The rows of an index as Milvus holds them: fields, what fills them, and what a scope asks.

``text`` is cut into words by the jieba of Milvus and ``bigrams`` and ``headings`` at their spaces;
Milvus weighs all three by BM25. ``dense`` is the vector. The rest are for filters.
"""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from index.backends.milvus.server import quoted
from index.join import passage
from index.lexical import K1, B
from index.store import Contents
from index.types import Rows, Scope
from index.within import superseded
from index.words import bigrams, runs

if TYPE_CHECKING:
    from pymilvus import MilvusClient
    from pymilvus.milvus_client.index import IndexParams
    from pymilvus.orm.schema import CollectionSchema

LAYOUT = 1
"""Of the collection; one of another layout is rebuilt, never misread."""

ABOUT = "zhengwen.about"
LEXICAL = ("words", "bigrams", "headings")

_BYTES = 65_535
_FIELDS = {"words": "text", "bigrams": "text_bigrams", "headings": "text_headings"}
_NAMES = ("source", "place", "kind", "speaker")


def about(contents: Contents) -> str:
    """What a collection says of itself, compared when it is opened."""
    told = {
        "layout": LAYOUT,
        "embedder": contents.embedder,
        "dimension": contents.vectors.dimension,
        "rows": len(contents.rows),
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def schema(client: "MilvusClient", dimension: int, told: str, lite: bool) -> "CollectionSchema":
    """The fields of a collection.

    A server cuts at spaces with its tokenizer "whitespace", milvus-lite, which lacks it, with
    "standard"; that of a server would cut Chinese into single characters.
    """
    from pymilvus import DataType, Function, FunctionType

    spaces = {"tokenizer": "standard" if lite else "whitespace"}
    jieba = {
        "tokenizer": {"type": "jieba", "mode": "search"},
        "filter": [{"type": "stop", "stop_words": [" "]}],
    }
    fields = client.create_schema(auto_id=False, enable_dynamic_field=False, description=told)
    fields.add_field("row", DataType.INT64, is_primary=True)
    fields.add_field("dense", DataType.FLOAT_VECTOR, dim=dimension)
    for name, text in _FIELDS.items():
        cut = jieba if name == "words" else spaces
        fields.add_field(
            text, DataType.VARCHAR, max_length=_BYTES, enable_analyzer=True, analyzer_params=cut
        )
        fields.add_field(name, DataType.SPARSE_FLOAT_VECTOR)
        fields.add_function(Function(f"{name}_bm25", FunctionType.BM25, [text], [name]))
    for name in _NAMES:
        fields.add_field(name, DataType.VARCHAR, max_length=_BYTES)
    fields.add_field("year", DataType.INT64)
    fields.add_field("folded", DataType.BOOL)
    fields.add_field("superseded", DataType.BOOL)
    return fields


def indexes(client: "MilvusClient", lite: bool) -> "IndexParams":
    """How a collection is searched: vectors as the server thinks best, in a file one by one."""
    made = client.prepare_index_params()
    made.add_index("dense", index_type="FLAT" if lite else "AUTOINDEX", metric_type="IP")
    for name in LEXICAL:
        made.add_index(
            name,
            index_type="SPARSE_INVERTED_INDEX",
            metric_type="BM25",
            params={"bm25_k1": K1, "bm25_b": B},
        )
    if not lite:
        for name in (*_NAMES, "year"):
            made.add_index(name, index_type="INVERTED")
    return made


def entries(contents: Contents, size: int) -> Iterator[list[dict[str, Any]]]:
    """The rows in batches, as Milvus takes them."""
    digests = superseded(contents.stored)
    headings = [_fits(" ".join(bigrams("。".join(path)))) for path in contents.paths]
    for first in range(0, len(contents.rows), size):
        rows = np.arange(first, min(first + size, len(contents.rows)))
        vectors = contents.vectors.vectors(rows)
        yield [
            _entry(contents, int(row), headings, bool(digests[contents.rows[row, 0]]))
            | {"dense": vector}
            for row, vector in zip(rows, vectors, strict=True)
        ]


def _entry(
    contents: Contents, row: int, headings: Sequence[str], is_superseded: bool
) -> dict[str, Any]:
    sentence, cells = passage(contents, row), contents.rows[row]
    item = contents.stored[int(cells[0])]
    identity = item.document.identity
    return {
        "row": row,
        "text": analysed(sentence.text),
        "text_bigrams": _fits(" ".join(bigrams(sentence.text))),
        "text_headings": headings[int(cells[3])],
        "source": sentence.source,
        "place": identity.place,
        "kind": identity.kind,
        "speaker": sentence.speaker,
        "year": identity.year or 0,
        "folded": bool(item.folded),
        "superseded": is_superseded,
    }


def analysed(text: str) -> str:
    """A text as the jieba of Milvus is given it: folded, runs of letters apart, no marks."""
    return _fits(" ".join(runs(text)))


def within(scope: Scope) -> str:
    """A scope as a filter; see ``index.within.allowed``.

    >>> within(Scope(years=(2026,)))
    'year in [2026] and folded == false and superseded == false'
    """
    asked: list[tuple[str, tuple[str, ...] | tuple[int, ...]]] = [
        ("place", scope.places),
        ("year", scope.years),
        ("source", scope.sources),
        ("kind", scope.kinds),
        ("speaker", scope.speakers),
    ]
    parts = [f"{name} in {quoted(values)}" for name, values in asked if values]
    if not scope.sources:
        parts.append("folded == false")
        if "digest" not in scope.kinds:
            parts.append("superseded == false")
    return " and ".join(parts)


def among(rows: Rows) -> str:
    """A filter for some rows."""
    return f"row in {rows.tolist()}"


def _fits(text: str) -> str:
    return text.encode()[:_BYTES].decode(errors="ignore")
