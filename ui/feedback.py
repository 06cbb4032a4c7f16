"""Ratings as cases of the evaluation: entries of a file of cases."""

from dataclasses import asdict
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from rag.types import Answer, Question
from ui.render import MARKER
from ui.types import Rating


def entry(question: Question, answer: Answer, rating: Rating, when: datetime) -> dict[str, Any]:
    """A rated answer as a case that ``zhengwen eval --cases`` reads.

    Rated up, the same question must again be answered with the same evidence, or refused.
    Rated down, it must no longer be answered in these words; a refusal must become an answer.
    ``when`` is in UTC. The id is that of the question, and of two entries with the same id the
    later one holds.
    """
    liked = rating.thumb == "up"
    said = MARKER.sub("", answer.answer)
    fields: dict[str, Any] = {
        "id": question.id,
        "type": _type(answer, liked),
        "question": question.text,
        "history": [{"role": turn.role, "content": turn.content} for turn in question.history],
        "answer": said,
        "must": [],
        "must_not": [said] if answer.answered and not liked else [],
        "evidence": _evidence(answer) if liked else [],
    }
    if question.scope:
        fields["scope"] = asdict(question.scope)
    if answer.kind == "claim":
        fields["verdict"] = (answer.verdict or "") if liked else ""
    return {
        **fields,
        "rating": "up" if liked else "down",
        "reason": rating.reason or "",
        "when": when.isoformat(timespec="seconds"),
    }


def _type(answer: Answer, liked: bool) -> str:
    if answer.answered:
        return answer.kind
    return "unanswerable" if liked else "other"


def _evidence(answer: Answer) -> list[dict[str, str]]:
    """The citations by the file name without its ending, as gold evidence is written."""
    return [
        {"doc": PurePosixPath(citation.source).stem, "quote": citation.text}
        for citation in answer.citations
    ]
