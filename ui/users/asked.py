"""What is asked on the page is noted, with what was cited."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rag import audit
from rag.types import Answer, Question
from rag.users.present import PRESENT
from ui.api.notes import sources
from ui.types import Chain


@dataclass(frozen=True, slots=True)
class Asked:
    """A chain whose questions are noted in the log of a library for who is present."""

    chain: Chain
    home: Path | None

    def stream(self, question: Question, /) -> Iterator[Answer]:
        """As the chain's; noted once it ends, also where it is stopped."""
        person, last = PRESENT.get(), None
        try:
            for answer in self.chain.stream(question):
                last = answer
                yield answer
        finally:
            if person:
                cited = tuple(map(sources, last.citations)) if last else ()
                when = datetime.now(UTC)
                audit.note(self.home, audit.Act(when, person.name, "asked", question.text, cited))
