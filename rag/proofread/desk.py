"""Where manuscripts are checked: the library, and the log that its checks go to."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rag.engine import Engine
from rag.proofread.check import context_of, findings, statement
from rag.proofread.library import checker, one_thread
from rag.proofread.log import record
from rag.proofread.manuscript import Manuscript, in_word
from rag.proofread.types import Checker, Finding, Progress, Result
from rag.users.present import PRESENT


@dataclass(frozen=True, slots=True)
class Desk:
    """What gives the checker over the library as it now is, and where what it checked is noted and
    for whom; ``home`` is None for nowhere.

    ``clock`` is the year of 今年 where neither a day is given nor the manuscript names a year.
    """

    checker: Callable[[], Checker]
    clock: int
    home: Path | None = None
    user: str = ""

    def statement(self, text: str, place: str, day: date | None) -> Finding:
        """The finding on one statement."""
        return statement(text, self.checker(), place, day.year if day else self.clock)

    def findings(self, manuscript: Manuscript, place: str, day: date | None) -> Iterator[Finding]:
        """The findings on a manuscript one by one, each as soon as it is there."""
        year = day.year if day else None
        blocks, checker = manuscript.blocks, self.checker()
        context = context_of(blocks, checker.places, place, year, self.clock)
        with one_thread():
            yield from findings(blocks, checker, context, manuscript.markdown)

    def result(
        self, manuscript: Manuscript, place: str, day: date | None, progress: Progress
    ) -> Result:
        """The findings on a manuscript, told as they come."""
        total = len(manuscript.sentences)
        found: list[Finding] = []
        progress(0, total, "")
        for one in self.findings(manuscript, place, day):
            found.append(one)
            progress(len(found), total, one.sentence.text)
        return Result(manuscript.name, manuscript.blocks, tuple(found))

    def note(self, result: Result, when: datetime) -> None:
        """Notes what was checked. Raises OSError where it cannot be written."""
        if self.home:
            person = PRESENT.get()
            user = person.name if person else self.user
            record(self.home, result.name, result.findings, user, when)


def desk(engine: Engine, clock: int, home: Path | None, user: str) -> Desk:
    """The desk over an engine."""
    return Desk(lambda: checker(engine), clock, home, user)


def word_bytes(manuscript: Manuscript, result: Result, when: datetime) -> bytes:
    """The manuscript as a Word file with its findings as comments."""
    out = io.BytesIO()
    in_word(manuscript, result, when).save(out)
    return out.getvalue()
