"""The known phrase that is nearest to one that nobody uses: 新质生产力 for 新质生产率."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from index.types import Hit
from index.words import words

_DEEP = 20
_NEAR = 0.6
_MOST_WORDS = 6
_LENGTHS = 2


def nearest(phrase: str, hits: Sequence[Hit]) -> str:
    """The run of whole words of the best hits that is most like ``phrase``; empty for none.

    It differs in length by two characters at most, and is used as it stands.
    """
    found = {run for hit in hits[:_DEEP] for run in _runs(hit.passage.text, len(phrase))}
    rated = [(SequenceMatcher(None, phrase, run).ratio(), -len(run), run) for run in found]
    best = max(rated, default=(0.0, 0, ""))
    return best[2] if best[0] >= _NEAR else ""


def _runs(text: str, length: int) -> Iterator[str]:
    """The runs of whole words of about a length that stand in a text."""
    cut = words(text)
    for first in range(len(cut)):
        run = ""
        for word in cut[first : first + _MOST_WORDS]:
            run += word
            if len(run) > length + _LENGTHS:
                break
            if len(run) >= max(2, length - _LENGTHS) and run in text:
                yield run
