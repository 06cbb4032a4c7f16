"""What the tab 评测 asks of whoever runs evaluations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

Status = Literal["idle", "running", "ended", "stopped", "failed"]

Report = Mapping[str, Any]
"""A report as ``zhengwen eval --report`` writes it in report.json."""

ALL = "all"
"""The type that stands for all questions."""


class State(Protocol):
    """How an evaluation stands: which questions, how many are done; where it failed, why."""

    @property
    def which(self) -> str: ...
    @property
    def status(self) -> Status: ...
    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def failure(self) -> str: ...


class Evaluations(Protocol):
    """Runs evaluations, one at a time, and keeps their reports."""

    def sets(self) -> Sequence[str]:
        """The sets of questions that are there."""

    def latest(self) -> str:
        """The set that was last reported on."""

    def report(self, which: str) -> Report | None:
        """The last report on a set."""

    def file(self, which: str, form: str) -> bytes:
        """It as a file: "html", "markdown" or "json". Raises ``UserError``."""

    def take(self, path: Path) -> None:
        """Questions of one's own. Raises ``UserError``."""

    def begin(self, which: str) -> None:
        """Begins. Raises ``UserError``."""

    def state(self) -> State:
        """How it stands."""

    def stop(self) -> None:
        """Ends it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one visitor looks at: the questions of a set, those of one type beside the report, and
    the run that was last seen to go on."""

    which: str = ""
    type: str = ALL
    following: bool = False
