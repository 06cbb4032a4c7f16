"""What a sentence puts in quotation marks stands word for word in what it cites."""

import re
from collections.abc import Sequence

from rag.guard.fault import Fault
from rag.guard.fold import fold
from rag.guard.reading import Reading
from rag.guard.source import Source

_QUOTE = re.compile(r"“([^“”]+)”|《([^《》]+)》|‘([^‘’]+)’")
_MARKS = re.compile(r"[“”‘’《》]")
_END = "。，；！？… "


def quote_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """The first quotation that neither a cited text nor the title of its document holds."""
    told = [_MARKS.sub("", fold(s.reading.text + "，" + s.context)) for s in cited]
    for found in _QUOTE.finditer(said.text):
        words = next(group for group in found.groups() if group)
        if not any(_MARKS.sub("", words).strip(_END) in text for text in told):
            return Fault("quote", words)
    return None
