"""The part of a sentence that answers: a run of its clauses."""

from collections.abc import Sequence

from corpus.clauses import Clause
from index.search import Index
from index.words import bigrams


def fits(texts: Sequence[str], question: str, index: Index) -> list[float]:
    """How well each text fits a question: rare characters in common plus nearness of meaning."""
    rarity = index.contents.bigrams.idf
    wanted = {token: rarity(token) for token in dict.fromkeys(bigrams(question))}
    total = sum(wanted.values()) or 1.0
    vector = index.encoder.questions([question])[0]
    near = index.encoder.passages(list(texts)) @ vector
    shared = [sum(wanted.get(t, 0.0) for t in set(bigrams(text))) / total for text in texts]
    return [share + max(0.0, float(nearness)) for share, nearness in zip(shared, near, strict=True)]


def best_run(
    sentence: str, scores: Sequence[float], parts: Sequence[Clause], limit: int, keep: float
) -> tuple[int, int]:
    """Start and end of the run of clauses around the best one, at most ``limit`` characters.

    It grows to the better side while the neighbour scores at least ``keep`` of the best.
    """
    if not parts:
        return 0, len(sentence)
    top = max(range(len(parts)), key=lambda at: (scores[at], -at))
    first = last = top
    while True:
        sides = []
        if first > 0 and parts[last].end - parts[first - 1].start <= limit:
            sides.append((scores[first - 1], first - 1))
        if last + 1 < len(parts) and parts[last + 1].end - parts[first].start <= limit:
            sides.append((scores[last + 1], last + 1))
        sides = [side for side in sides if side[0] >= keep * scores[top]]
        if not sides:
            return parts[first].start, parts[last].end
        at = max(sides)[1]
        first, last = min(first, at), max(last, at)
