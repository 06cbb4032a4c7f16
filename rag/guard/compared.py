"""Comparisons that a sentence draws itself: 快于 between two figures must be true of them."""

import re
from collections.abc import Sequence

from rag.guard.fault import Fault
from rag.guard.reading import Reading, Stated
from rag.guard.source import Source

_MORE = r"高于|快于|多于|大于|好于|优于|更高|更快|更多"
_LESS = r"低于|慢于|少于|小于|更低|更慢|更少"
_COMPARES = re.compile(rf"(?<!不)(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?!\d)")


def comparison_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """A comparison that neither a source draws nor the figures on both sides of it bear out."""
    told = "".join(source.reading.text for source in cited)
    for found in _COMPARES.finditer(said.text):
        if found.group() in told:
            continue
        before, after = _sides(said, found.start())
        if before is None or after is None or before.figure.unit != after.figure.unit:
            return Fault("unproven", found.group())
        gap = before.figure.low - after.figure.low
        if gap == 0 or (gap > 0) != bool(found["more"]):
            return Fault("direction", found.group())
    return None


def _sides(said: Reading, at: int) -> tuple[Stated | None, Stated | None]:
    """The last figure before an offset and the first after it."""
    own = [one for one in said.stated if not one.derived]
    before = [one for one in own if one.at < at]
    after = [one for one in own if one.at > at]
    return (before[-1] if before else None), (after[0] if after else None)
