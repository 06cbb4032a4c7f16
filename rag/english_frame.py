"""An answer to an English question: an English frame around what the documents say in Chinese."""

import re
from collections.abc import Mapping
from dataclasses import replace

from corpus.places import known
from rag.types import Answer, AnswerKind, Citation

_KINDS: dict[str, str] = {
    "report": "government work report",
    "speech": "speech",
    "interview": "interview",
    "plan": "plan",
    "notice": "notice",
    "digest": "digest of the government work report",
}
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^是。"), "Yes. "),
    (re.compile(r"^否。"), "No. "),
    (re.compile(r"^(?:是，)?属实："), "Supported: "),
    (re.compile(r"^(?:否，)?不符："), "Refuted: "),
    (re.compile(r"^查无依据："), "Not enough information: "),
)
_PLAIN: frozenset[AnswerKind] = frozenset({"table", "mention", "wording", "greeting"})


def framed(answer: Answer, kinds: Mapping[str, str]) -> Answer:
    """The answer with where it is from, and its verdict, in English; figures, names and the words
    of the documents stay as they are. ``kinds`` is the kind of each document by its source."""
    if not answer.answered:
        return replace(answer, answer=f"The documents do not answer this: {answer.answer}")
    if answer.kind in _PLAIN or not answer.citations:
        return answer
    text, verdict = answer.answer, ""
    for pattern, word in _WORDS:
        if pattern.search(text):
            text, verdict = pattern.sub("", text, count=1), word
    return replace(answer, answer=f"{verdict}{_source(answer.citations, kinds)}: {text}")


def _source(citations: tuple[Citation, ...], kinds: Mapping[str, str]) -> str:
    """Where an answer is from: According to the 2025 government work report of Zhejiang."""
    documents = {citation.source: citation for citation in citations}
    told = [_document(one, kinds.get(one.source, "")) for one in documents.values()]
    if len(told) > 2:
        return f"According to {len(told)} documents"
    return f"According to {' and '.join(told)}"


def _document(citation: Citation, kind: str) -> str:
    what = _KINDS.get(kind, "document")
    year = f"{citation.year} " if citation.year else ""
    place = next(iter(known().by_short(citation.place)), None) if citation.place else None
    of = f" of {place.english}" if place else f" “{citation.title}”"
    return f"the {year}{what}{of}"
