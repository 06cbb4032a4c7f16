"""Sentences of two reports that say nearly the same in other words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from corpus.types import Document, Passage
from index.plain import comparable
from index.search import Index
from index.types import EVERYWHERE, Asked, Rows, Scope
from index.words import bigrams
from rag.wordings.body import body

_NEAR = 0.8
_LEAST, _SAME = 0.45, 0.9
_SHORTEST, _LONGEST = 14, 120
_LOOKED_AT, _OTHERS, _FEW_FIGURES = 12, 2, 2
_NUMBER = re.compile(r"\d+")
_FIGURES = re.compile(r"[\d.,%]+|[^\w]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the older report and the one of the newer that took its place."""

    old: Passage
    new: Passage
    nearness: float


def reworded(older: Document, newer: Document, index: Index, most: int) -> tuple[Pair, ...]:
    """Pairs of sentences of two reports, each the nearest to the other, at most ``most``.

    They stand under headings that have something in common, and differ in more than figures.
    What other reports say as well (thanks, appeals) is left out.
    """
    old, new = _rows(older, index), _rows(newer, index)
    if not (len(old) and len(new)):
        return ()
    vectors = index.contents.vectors
    near = vectors.vectors(new) @ vectors.vectors(old).T
    best, back = near.argmax(axis=1), near.argmax(axis=0)
    mutual = [(n, int(best[n])) for n in range(len(new)) if back[best[n]] == n]
    mutual.sort(key=lambda pair: -float(near[pair]))
    kept: list[Pair] = []
    for n, o in mutual:
        if near[n, o] < _NEAR or len(kept) == most:
            break
        pair = Pair(index.passage(int(old[o])), index.passage(int(new[n])), float(near[n, o]))
        fits = _differs(pair) and _same_topic(pair) and not _told(pair, kept)
        if fits and not _common(int(new[n]), (older.source, newer.source), index):
            kept.append(pair)
    return tuple(kept)


def _rows(report: Document, index: Index) -> Rows:
    """The rows of the sentences of its body that are neither very short nor very long."""
    rows = index.rows(Scope(sources=(report.source,)))
    starts, ends = index.contents.rows[rows, 1], index.contents.rows[rows, 2]
    sizes = ends - starts
    there = (sizes >= _SHORTEST) & (sizes <= _LONGEST) & (ends <= len(body(report).text))
    return np.asarray(rows[there], np.int64)


def _common(row: int, sources: tuple[str, str], index: Index) -> bool:
    """Whether other documents have a sentence that is about as near as the pair is."""
    [vector] = index.contents.vectors.vectors(np.array([row], np.int64))
    asked = Asked(index.passage(row).text, "", vector)
    found = index.searcher.candidates(asked, EVERYWHERE, index.rows(EVERYWHERE), _LOOKED_AT)
    near = found.rows[found.parts["dense"] >= _NEAR]
    others = {index.passage(int(other)).source for other in near}
    return len(others - set(sources)) >= _OTHERS


def _differs(pair: Pair) -> bool:
    """Whether the words differ, not only figures and stops, and are still much alike."""
    if any(len(_NUMBER.findall(one.text)) > _FEW_FIGURES for one in (pair.old, pair.new)):
        return False
    old, new = (_FIGURES.sub("", comparable(one.text)) for one in (pair.old, pair.new))
    if min(len(old), len(new)) < _SHORTEST or old in new or new in old:
        return False
    return _LEAST <= SequenceMatcher(None, old, new).ratio() < _SAME


def _same_topic(pair: Pair) -> bool:
    """Whether the headings above share two characters in a row; true where one has none."""
    old, new = (set(bigrams(" ".join(one.headings))) for one in (pair.old, pair.new))
    return not old or not new or bool(old & new)


def _told(pair: Pair, kept: Sequence[Pair]) -> bool:
    """Whether a pair under the same heading is there already, so that topics are spread."""
    return any(pair.new.headings and pair.new.headings == one.new.headings for one in kept)
