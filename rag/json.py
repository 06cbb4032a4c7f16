"""Answers and questions as JSON: stable names, documented in ``answer.schema.json``."""

import json
from collections.abc import Mapping
from typing import Any

from corpus.errors import UserError
from index.types import Scope
from rag.types import Answer, Citation, Part, Question, Table, Turn


def to_dict(answer: Answer) -> dict[str, Any]:
    """The answer as JSON types; fields may be added later, never renamed."""
    return {
        "id": answer.id,
        "question": answer.question,
        "resolved": answer.resolved,
        "kind": answer.kind,
        "answered": answer.answered,
        "reason": answer.reason,
        "verdict": answer.verdict,
        "answer": answer.answer,
        "citations": [citation_dict(citation) for citation in answer.citations],
        "table": _table(answer.table) if answer.table else None,
        "problems": list(answer.problems),
        "error": answer.error,
        "parts": [part_dict(part) for part in answer.parts],
        "suggestions": [{"label": s.label, "question": s.question} for s in answer.suggestions],
        "near_misses": [citation_dict(citation) for citation in answer.near_misses],
        "lock": {
            "checked": answer.lock.checked,
            "held": answer.lock.held,
            "computed": answer.lock.computed,
        },
        "author": answer.author,
        "usage": {
            "model": answer.usage.model,
            "read": answer.usage.read,
            "written": answer.usage.written,
        },
        "scope": _scope(answer.scope),
        "passages": [
            {"source": p.source, "start": p.start, "end": p.end, "text": p.text, "score": p.score}
            for p in answer.passages
        ],
        "certainty": answer.certainty,
        "seconds": answer.seconds,
    }


def one_line(fields: Mapping[str, Any]) -> str:
    """JSON on one line for every reader: the separators that some take for line ends escaped."""
    text = json.dumps(fields, ensure_ascii=False)
    return (
        text.replace("\u0085", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )


def question_of(line: str, where: str) -> Question:
    """A question from a line of JSON with ``question``, and perhaps ``id`` and ``history``."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise UserError(f"{where} 不是合格的 JSON。") from None
    if not isinstance(fields, Mapping):
        raise UserError(f"{where} 要是一个 JSON 对象。")
    if "question" not in fields:
        raise UserError(f"{where} 缺少字段 question。")
    if not isinstance(fields["question"], str):
        raise UserError(f"{where} 的字段 question 要是文字。")
    if not fields["question"].strip():
        raise UserError(f"{where} 的 question 是空的。")
    past = turns(fields.get("history") or [], where)
    return Question(fields["question"], past, id=_text_of(fields.get("id")))


def turns(history: object, where: str = "") -> tuple[Turn, ...]:
    """The turns of a conversation. Raises ``UserError`` where it is not a list of them.

    ``where`` (file and line) opens the error's sentence.
    """
    if isinstance(history, list) and all(_is_turn(turn) for turn in history):
        return tuple(Turn(turn["role"], turn["content"]) for turn in history)
    said = "history 要写成列表，每项有 role（user 或 assistant）和 content。"
    raise UserError(f"{where} 的 {said}" if where else said)


def _text_of(id_: object) -> str:
    return "" if id_ is None else str(id_)


def _is_turn(turn: object) -> bool:
    return (
        isinstance(turn, Mapping)
        and turn.get("role") in ("user", "assistant")
        and isinstance(turn.get("content"), str)
    )


def part_dict(part: Part) -> dict[str, Any]:
    """A fact of a statement as JSON types."""
    return {
        "text": part.text,
        "verdict": part.verdict,
        "error": part.error,
        "citations": list(part.citations),
        "origin": list(part.origin),
    }


def citation_dict(citation: Citation) -> dict[str, Any]:
    """A citation as JSON types, with the hash by which ``zhengwen verify`` knows it again."""
    return {
        "number": citation.number,
        "source": citation.source,
        "title": citation.title,
        "place": citation.place,
        "year": citation.year,
        "headings": list(citation.headings),
        "page": citation.page,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "sha256": citation.sha256,
    }


def _table(table: Table) -> dict[str, Any]:
    rows = [
        {
            "place": r.place,
            "year": r.year,
            "value": r.value,
            "citations": list(r.citations),
            "count": r.count,
        }
        for r in table.rows
    ]
    return {"columns": list(table.columns), "rows": rows}


def _scope(scope: Scope) -> dict[str, Any]:
    return {
        "places": list(scope.places),
        "years": list(scope.years),
        "sources": list(scope.sources),
        "kinds": list(scope.kinds),
        "speakers": list(scope.speakers),
    }
