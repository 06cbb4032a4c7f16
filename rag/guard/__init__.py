"""The guard: what a chat model writes is shown as far as the sentences it cites prove it."""

from rag.guard.hold import Held, Outcome, hold
from rag.guard.stream import Cut, sentences

__all__ = ["Cut", "Held", "Outcome", "hold", "sentences"]
