"""The verdict on a part of a statement, and how near is near enough."""

from dataclasses import dataclass

from index.types import Hit
from rag.claims.parts import Part
from rag.types import Verdict

ABOUT = 0.62
"""Nearness from which a label or wording speaks of the same thing, as far as one can tell."""
SURELY = 0.78
LIKELY = 0.5
NEARER = 0.07
"""By how much one label must be nearer than another to be the one that is meant."""
DEPTH = 14


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on a part, the kind of error of a refuted one, and the sentence it rests on.

    ``origin`` is where the claimed figure really comes from, where that is known.
    """

    part: Part
    verdict: Verdict
    error: str | None = None
    hit: Hit | None = None
    origin: Hit | None = None
