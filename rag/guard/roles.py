"""Target, estimate and result: what a clause says against what its source says."""

from rag.guard.cues import Cue
from rag.guard.fault import Fault
from rag.guard.reading import Stretch
from rag.guard.source import Source

_AIMS = frozenset({"target", "plan"})
_STANDS = frozenset({"result", "five-year"})


def role_fault(said: Stretch, told: Stretch, source: Source) -> Fault | None:
    """A target or an estimate told as a result, or the reverse.

    What the source itself words as a target must be worded so; what only stands among targets may
    be told without a word for it.
    """
    theirs = told.cue or _by_period(source)
    strange = said.own_cue in ("target", "estimate") and not theirs
    if strange or (said.cue and theirs and said.cue != theirs):
        return Fault("role", said.text)
    if not said.cue and told.own_cue in ("target", "estimate"):
        return Fault("role", said.text)
    return None


def _by_period(source: Source) -> Cue:
    if source.period.role in _AIMS:
        return "target"
    return "result" if source.period.role in _STANDS else ""
