"""How the wording of a place's report differs from that of another year: new, dropped, reworded."""

from collections.abc import Iterator, Sequence

from corpus.types import Document
from index.search import Index
from rag.draft import Draft, Piece, Quote, without_stop
from rag.query import Query
from rag.quotes import quote
from rag.retrieve import Found
from rag.wordings.changes import Change, only_in
from rag.wordings.compared import reports
from rag.wordings.reworded import Pair, reworded

_MOST = 8
_MOST_PAIRS = 4


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """Terms that only one of the two reports uses, and sentences put in other words."""
    compared = reports(query, index)
    if compared is None:
        return None
    older, newer = compared
    new = only_in(newer, older, index, _MOST)
    dropped = only_in(older, newer, index, _MOST)
    pairs = reworded(older, newer, index, _MOST_PAIRS)
    before, after = (f"{one.identity.year}年" for one in compared)
    place = newer.identity.place
    pieces = [Piece(f"{place}{after}的报告与{before}的相比，")]
    pieces += _listed("新的提法：", new, newer) or [Piece("没有找到新的提法。")]
    pieces += [Piece("\n"), *_listed(f"{before}有、{after}没有的提法：", dropped, older)]
    if pairs:
        pieces += [Piece("\n改了说法：")]
        pieces += [piece for pair in pairs for piece in _pair(pair, before, after)]
    return Draft("wording", tuple(pieces))


def _listed(head: str, changes: Sequence[Change], document: Document) -> list[Piece]:
    """Terms in quotation marks, each cited; with how often where it is more than once."""
    if not changes:
        return []
    told: list[Piece] = [Piece(head)]
    for at, one in enumerate(changes):
        often = f"（{one.count}次）" if one.count > 1 else ""
        stop = "。" if at == len(changes) - 1 else "、"
        cited = quote(document, one.start, one.end)
        told.append(Piece(f"“{one.text}”{often}{stop}", (cited,)))
    return told


def _pair(pair: Pair, before: str, after: str) -> Iterator[Piece]:
    yield Piece(f"\n{before}：“{without_stop(pair.old.text)}”", (_cited(pair, old=True),))
    yield Piece(f" → {after}：“{without_stop(pair.new.text)}”", (_cited(pair, old=False),))
    yield Piece("。")


def _cited(pair: Pair, old: bool) -> Quote:
    passage = pair.old if old else pair.new
    return Quote(passage.source, passage.start, passage.end)
