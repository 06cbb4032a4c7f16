"""A growing text cut into finished sentences."""

import re
from dataclasses import dataclass

_MARKERS = r"(?:\s?[\[【]\s*\^?[\d\s,，、]*[\]】])*"
_END = re.compile(rf"[。！？!?]+[”’」』）)】]*{_MARKERS}[。]?[^\S\n]*\n*|{_MARKERS}[^\S\n]*\n+")
_OPEN = re.compile(r"[\[【][\s\d,，、^]*$")


@dataclass(frozen=True, slots=True)
class Cut:
    """The finished sentences and what is still being written; joined they are the whole text."""

    finished: tuple[str, ...]
    rest: str


def sentences(text: str, ended: bool = False) -> Cut:
    """A growing text cut behind 。！？ and at line ends, markers behind a stop with their sentence.

    The last sentence is finished only once something else follows it, for a marker may still
    come, or where the text has ``ended``.

    >>> sentences("稳就业。[1]保民生[2]。")
    Cut(finished=('稳就业。[1]',), rest='保民生[2]。')
    """
    found, at = [], 0
    for stop in _END.finditer(text):
        last = stop.end() == len(text)
        if not ended and (last or _OPEN.match(text, stop.end())):
            break
        found.append(text[at : stop.end()])
        at = stop.end()
    if ended and text[at:]:
        found.append(text[at:])
        at = len(text)
    return Cut(tuple(found), text[at:])
