"""Who asked what through a door for programs, and what was cited: ``api.jsonl`` in the library."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from rag import journal
from rag.types import Answer, Citation

Door = Literal["chat", "ask", "check", "search", "table", "open_passage"]
Outcome = Literal["answered", "refused", "failed", "gone"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a door. ``key`` is the name of the key, empty where none is needed.

    ``asked`` is the question, or what was checked, looked for or opened.
    """

    key: str
    door: Door
    asked: str
    outcome: Outcome
    cited: tuple[Citation, ...] = ()


def of_answer(use: Use, answer: Answer) -> Use:
    """The use with what became of it."""
    outcome: Outcome = "answered" if answer.answered else "refused"
    return replace(use, outcome=outcome, cited=answer.citations)


def entry(use: Use, when: datetime) -> dict[str, Any]:
    """A line of the log. ``when`` is in UTC."""
    return {
        "when": when.isoformat(timespec="seconds"),
        "key": use.key,
        "door": use.door,
        "asked": use.asked,
        "outcome": use.outcome,
        "sources": [sources(citation) for citation in use.cited],
    }


def sources(citation: Citation) -> dict[str, Any]:
    """Where a cited sentence stands."""
    return {"source": citation.source, "start": citation.start, "end": citation.end}


class Notes:
    """The log, written by a thread of its own; that it cannot be is told in the program's log."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="zhengwen-notes")

    async def note(self, use: Use) -> None:
        """Notes a use; done once it stands in the file."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._append, use)

    def later(self, use: Use) -> None:
        """Notes a use soon, for who cannot wait."""
        self._thread.submit(self._append, use)

    def close(self) -> None:
        """What was to be noted is noted."""
        self._thread.shutdown(wait=True)

    def _append(self, use: Use) -> None:
        if self._path is None:
            return
        try:
            journal.append(self._path, entry(use, datetime.now(UTC)))
        except OSError as error:
            log.warning("a use was not noted: %s", error)
