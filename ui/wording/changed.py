"""Two sentences as one text with what was taken out and what was put in."""

import re
from difflib import SequenceMatcher

from ui.markup import element, text

_SHORT = 2
_PIECE = re.compile(r"\d[\d.,]*[%％]?|[A-Za-z]+|.", re.DOTALL)


def changed(old: str, new: str) -> str:
    """HTML with ``<del>`` and ``<ins>``, character by character; what is the same stands once.

    Fewer characters than two between changes are changed with them, so that it can be read.
    """
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    pieces: list[list[str]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if (kind == "equal" and pieces and len(gone) >= _SHORT) or (kind == "equal" and not pieces):
            pieces.append([gone])
        elif pieces and len(pieces[-1]) == 2:
            pieces[-1][0] += gone
            pieces[-1][1] += come
        else:
            pieces.append([gone, come])
    return "".join(_drawn(piece) for piece in pieces)


def _drawn(piece: list[str]) -> str:
    if len(piece) == 1:
        return text(piece[0])
    gone, come = piece
    return (element("del", text(gone)) if gone else "") + (
        element("ins", text(come)) if come else ""
    )
