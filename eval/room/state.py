"""How an evaluation stands."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["idle", "running", "ended", "stopped", "failed"]


@dataclass(frozen=True, slots=True)
class State:
    """``which`` cases are or were asked, and how many of them; ``failure`` is the sentence that
    says why one failed, "" where its process simply ended."""

    which: str = ""
    status: Status = "idle"
    done: int = 0
    total: int = 0
    failure: str = ""
