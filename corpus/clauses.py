"""The clauses of a sentence."""

import re
from dataclasses import dataclass

_STOP = re.compile(r"(?<!\d)，|，(?!\d{3}(?!\d))|[；;。！？!?]|,(?!\d{3})|(?<!\d)：|：(?!\d)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas or colons; offsets within the sentence, the stop left out."""

    start: int
    end: int
    text: str


def clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in order.

    >>> [c.text for c in clauses("稳就业，保民生。")]
    ['稳就业', '保民生']
    """
    found, start = [], 0
    for stop in (*_STOP.finditer(sentence), None):
        end = stop.start() if stop else len(sentence)
        if sentence[start:end].strip():
            found.append(Clause(start, end, sentence[start:end]))
        start = stop.end() if stop else end
    return tuple(found)
