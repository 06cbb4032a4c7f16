"""Several things asked about at once (农业、工业总产值各增长多少): a figure for each."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.search import Index
from index.types import Hit
from rag.answers.number import piece
from rag.claims.labels import labelled
from rag.draft import Draft, Piece, closed, without_stop
from rag.figured import best_figured
from rag.query import Query
from rag.retrieve import Found

_EACH = re.compile(
    r"(?P<items>[^，。？、]{2,12}(?:、[^，。？、]{2,12})*(?:、|和|与|跟)[^，。？、和与跟]{2,16}?)"
    r"(?P<asks>(?:各自?|分别)(?:是|有|为|达到?|增长|下降|提高|新增|完成|建成)*了?(?:多少|几).{0,6})[?？]?$"
)
_SPLIT = re.compile(r"、|和|与|跟")
_MEASURE = re.compile(
    r"(?:居民(?:人均)?(?:可支配)?收入|总?产值|总?产量|增加值|增速|目标|总额|面积|装机|销量|投资)$"
)
_ROOM = 60
_DEEP = 20


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The best figured clause for each thing, where each has one of its own or all share one."""
    wordings = things(query.core)
    if not wordings or not found.hits:
        return None
    chosen: list[tuple[Hit, Piece]] = []
    for item, wording in wordings:
        named = [hit for hit in found.hits[:_DEEP] if _gives(item, hit)]
        if not named:
            return None
        own = replace(query, core=wording, search=wording)
        hit = best_figured(own, named, index)
        chosen.append((hit, piece(own, hit, index, _ROOM)))
    return Draft(query.kind, closed(_once(chosen)))


def things(core: str) -> list[tuple[str, str]]:
    """Each thing and the question asked of it alone; empty where one thing is asked about.

    >>> things("农业、轻工业总产值各增长多少")
    [('农业', '农业总产值增长多少'), ('轻工业', '轻工业总产值增长多少')]
    """
    found = _EACH.search(core)
    if not found:
        return []
    items = [item for item in _SPLIT.split(found["items"]) if item]
    measure = _MEASURE.search(items[-1])
    shared = measure.group() if measure and measure.start() > 1 else ""
    names = [*items[:-1], items[-1].removesuffix(shared)]
    asks = re.sub(r"^(?:各自?|分别)", "", found["asks"])
    return [(name, f"{name.removesuffix(shared)}{shared}{asks}") for name in names]


def _gives(item: str, hit: Hit) -> bool:
    """Whether a sentence has a figure of the thing itself."""
    return any(item in told.label for told in labelled(hit.passage.text))


def _once(chosen: Sequence[tuple[Hit, Piece]]) -> list[Piece]:
    """The pieces, each sentence once."""
    told = {hit.row: said for hit, said in chosen}
    return [Piece(f"{without_stop(said.text)}；", said.quotes) for said in told.values()]
