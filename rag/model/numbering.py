"""Citations of a written text numbered anew in the order in which the reader meets them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.types import Answer, Citation

_MARKER = re.compile(r"\[(\d{1,3})\]")


def numbered(text: str, given: Sequence[Citation], answer: Answer) -> Answer:
    """``answer`` with the written text in place of its own; its table and its parts keep their
    citations under their new numbers."""
    by_number = {citation.number: citation for citation in given}
    met = [int(found[1]) for found in _MARKER.finditer(text)]
    rows = answer.table.rows if answer.table else ()
    met += [number for row in rows for number in row.citations]
    met += [number for part in answer.parts for number in (*part.citations, *part.origin)]
    order = {n: at for at, n in enumerate(dict.fromkeys(n for n in met if n in by_number), 1)}

    def anew(numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(order[number] for number in numbers if number in order)

    def marked(found: re.Match[str]) -> str:
        number = int(found[1])
        return f"[{order[number]}]" if number in order else found[0]

    table = answer.table and replace(
        answer.table,
        rows=tuple(replace(row, citations=anew(row.citations)) for row in answer.table.rows),
    )
    parts = tuple(
        replace(part, citations=anew(part.citations), origin=anew(part.origin))
        for part in answer.parts
    )
    return replace(
        answer,
        answer=_MARKER.sub(marked, text),
        citations=tuple(replace(by_number[n], number=at) for n, at in order.items()),
        table=table,
        parts=parts,
    )
