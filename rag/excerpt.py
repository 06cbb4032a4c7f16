"""The words around a mention: the clause that holds it, and its neighbours while there is room."""

from corpus.clauses import clauses
from corpus.types import Passage
from rag.clauses import best_run

_HERE, _BESIDE = 1.0, 0.5


def excerpt(passage: Passage, start: int, end: int, room: int) -> tuple[int, int]:
    """Start and end in the document of whole clauses around ``start`` to ``end``.

    They have at most ``room`` characters, unless the mention's own clauses have more.
    """
    parts = clauses(passage.text)
    left, right = start - passage.start, end - passage.start
    scores = [_HERE if part.start < right and left < part.end else _BESIDE for part in parts]
    first, last = best_run(passage.text, scores, parts, room, 0.0)
    return passage.start + min(first, left), passage.start + max(last, right)
