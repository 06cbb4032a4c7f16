"""What was checked, by whom and with what result: ``checks.jsonl`` in the library."""

from datetime import datetime
from pathlib import Path
from typing import Any

from rag.journal import append
from rag.proofread.types import Finding

FILE = "checks.jsonl"


def record(home: Path, name: str, findings: tuple[Finding, ...], user: str, when: datetime) -> None:
    """Adds a line for each checked sentence; ``name`` is the manuscript's, empty for a statement.

    Raises OSError where the file cannot be written or another writer does not let go of it.
    """
    checked = (finding for finding in findings if finding.verdict)
    append(home / FILE, *(entry(finding, name, user, when) for finding in checked))


def entry(finding: Finding, name: str, user: str, when: datetime) -> dict[str, Any]:
    """A line of the log. ``when`` is in UTC."""
    return {
        "when": when.isoformat(timespec="seconds"),
        "user": user,
        "manuscript": name,
        "text": finding.sentence.text,
        "checked_as": finding.whole.text,
        "verdict": finding.verdict,
        "error": finding.error,
        "sources": [
            {"source": c.source, "start": c.start, "end": c.end} for c in finding.citations
        ],
    }
