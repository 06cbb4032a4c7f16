"""What our own answer says that stands in none of the documents' sentences."""

import re

from rag.types import Answer

_MARKER = re.compile(r"\[\d{1,3}\]")
_PART = re.compile(r"[；;。\n]")
_NOTE = re.compile(r"（([^（）]{4,})）$")
_SIDES = frozenset({"compare", "trend", "table"})
"""The kinds that name their sides (2024年实绩：…) and work out what lies between them."""


def worked_out(answer: Answer) -> tuple[str, ...]:
    """The sides and differences of a comparison, the 是 or 否 of a decision, and the notes.

    Each stands alone, so that no two of them prove what neither says.
    """
    text = _MARKER.sub("", answer.answer)
    notes = tuple(_NOTE.findall(text))
    if answer.kind == "yesno":
        return (text[:1], *notes)
    if answer.kind in _SIDES:
        return (*(part.strip() for part in _PART.split(text) if part.strip()), *notes)
    return notes
