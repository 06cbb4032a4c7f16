"""A statement checked: the verdict, why, and where a wrong figure really comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.search import Index
from rag.answers.number import piece
from rag.claims.judge import MOST, rule
from rag.claims.parts import parts as split
from rag.claims.ruling import Ruling
from rag.draft import Checked, Draft, Piece, without_stop
from rag.kinds import statement
from rag.query import Query
from rag.retrieve import Found
from rag.types import Verdict
from rag.verdicts import VERDICTS

_ROOM = 90


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The verdict in a word, then the sentences it rests on; the whole is as bad as its worst
    part."""
    rulings = rule(query, found.hits, index)
    worst = _worst(rulings)
    if worst is None:
        return None
    parts = [_checked(query, ruling, index) for ruling in rulings]
    pieces = tuple(_told(query, worst, rulings, index))
    notes = _unchecked(query)
    return Draft("claim", pieces, worst.verdict, worst.error, parts=tuple(parts), notes=notes)


def _unchecked(query: Query) -> tuple[str, ...]:
    """A note on the facts of a long statement that were not checked."""
    left = len(split(query.search)) - MOST
    return (f"只核对了前{MOST}处说法，后面还有{left}处没有核对",) if left > 0 else ()


def _worst(rulings: Sequence[Ruling]) -> Ruling | None:
    order: dict[Verdict, int] = {"refuted": 0, "not_enough_info": 1, "supported": 2}
    return min(rulings, key=lambda ruling: order[ruling.verdict], default=None)


def _checked(query: Query, ruling: Ruling, index: Index) -> Checked:
    """A part with its verdict, the sentence that decides, and the one a figure is taken from."""
    own = piece(query, ruling.hit, index, _ROOM).quotes if ruling.hit else ()
    origin = piece(query, ruling.origin, index, _ROOM).quotes if ruling.origin else ()
    return Checked(ruling.part.text, ruling.verdict, ruling.error, own, origin)


def _asked(query: Query, verdict: Verdict) -> str:
    """是 or 否 before the verdict where the statement was put as a question (……，对吗)."""
    if statement(query.resolved) == query.resolved.strip():
        return ""
    return {"supported": "是，", "refuted": "否，", "not_enough_info": ""}[verdict]


def _told(query: Query, worst: Ruling, rulings: Sequence[Ruling], index: Index) -> Iterator[Piece]:
    """The word, then the proof: every sentence of a true statement, the one that decides else."""
    yield Piece(f"{_asked(query, worst.verdict)}{VERDICTS[worst.verdict]}：")
    if worst.verdict == "not_enough_info":
        yield Piece("文库没有说到这件事，或没有给出可比的数字。")
        return
    if worst.verdict == "supported":
        hits = dict.fromkeys(r.hit.row for r in rulings if r.hit)
        chosen = [next(r.hit for r in rulings if r.hit and r.hit.row == row) for row in hits]
        for at, hit in enumerate(chosen):
            said = piece(query, hit, index, _ROOM, whole=_ROOM)
            end = "。" if at + 1 == len(chosen) else "；"
            yield replace(said, text=without_stop(said.text) + end)
        return
    if worst.hit:
        said = piece(query, worst.hit, index, _ROOM, whole=_ROOM)
        yield replace(said, text=f"原文是“{said.text}”")
    if worst.origin:
        said = piece(query, worst.origin, index, _ROOM, whole=_ROOM)
        identity = index.document(worst.origin.passage.source).identity
        yield replace(said, text=f"这个说法出自{identity.title}：“{said.text}”")
