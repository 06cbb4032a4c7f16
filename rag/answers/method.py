"""How and why: the measures as short points, the most fitting first, each cited."""

from index.search import Index
from index.types import Hit
from rag.answers.number import piece
from rag.choose import is_title
from rag.draft import Draft, Piece
from rag.query import Query
from rag.retrieve import Found

_MOST = 4
_ROOM = 360
_SHARE = 0.75
_BESIDE = 0.4


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """Up to four points: the best sentence and those that fit nearly as well, from its document."""
    hits = found.hits
    if not hits:
        return None
    best = hits[0]
    points: list[Piece] = [piece(query, best, index, 220, 160)]
    length = len(points[0].text)
    for hit in hits[1:]:
        if len(points) == _MOST or hit.score < _share(hit, best) * best.score:
            continue
        if is_title(hit.passage):
            continue
        point = piece(query, hit, index, 120, 100)
        if length + len(point.text) <= _ROOM:
            points.append(point)
            length += len(point.text)
    return Draft(query.kind, tuple(points))


def _share(hit: Hit, best: Hit) -> float:
    """How near to the best a further point must come: less where it stands right beside it."""
    if hit.passage.source != best.passage.source:
        return 1.0
    return _BESIDE if abs(hit.row - best.row) <= 3 else _SHARE
