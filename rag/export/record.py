"""What an exported file carries within, so that ``zhengwen verify`` can hold it to the library."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rag.json import to_dict
from rag.types import Answer

_LEFT_OUT = ("passages", "near_misses", "seconds", "suggestions")


def record(answers: Sequence[Answer], when: datetime) -> dict[str, Any]:
    """The answers as JSON types, without what only the page needs."""
    kept = [
        {name: value for name, value in to_dict(answer).items() if name not in _LEFT_OUT}
        for answer in answers
    ]
    return {"kind": "answers", "written_at": when.isoformat(timespec="seconds"), "answers": kept}
