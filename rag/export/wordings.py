"""The words around the answers of an exported file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.types import Answer, Citation, Part, Verdict
from rag.verdicts import ERRORS, VERDICTS

TITLE = "政问 · 问答记录"
_MARKER = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of an answer: words, or where ``citation`` is set the mark of a source."""

    text: str
    citation: Citation | None = None


def bits(text: str, answer: Answer) -> Iterator[Bit]:
    """A line of an answer cut at its markers; a marker without a citation is mere text."""
    cited = {citation.number: citation for citation in answer.citations}
    at = 0
    for found in _MARKER.finditer(text):
        citation = cited.get(int(found[1]))
        if citation is None:
            continue
        if text[at : found.start()]:
            yield Bit(text[at : found.start()])
        yield Bit(found[0], citation)
        at = found.end()
    if text[at:]:
        yield Bit(text[at:])


def lines(answer: Answer) -> list[str]:
    """The lines of an answer: the verdict on a statement, what is said, why it is refused where
    it is, and the facts of the statement one by one where there are several."""
    reason = answer.reason if answer.reason not in answer.answer else ""
    parts = [_fact(part) for part in answer.parts] if len(answer.parts) > 1 else []
    said = (_judged(answer.verdict, answer.error), *answer.answer.split("\n"), reason, *parts)
    return [line for line in said if line.strip()]


def _fact(part: Part) -> str:
    marks = "".join(f"[{number}]" for number in part.citations)
    return f"{_judged(part.verdict, part.error)}：{part.text}{marks}"


def _judged(verdict: Verdict | None, error: str | None) -> str:
    if verdict is None:
        return ""
    return VERDICTS[verdict] + (f"（{ERRORS.get(error, error)}）" if error else "")


def written_by(answer: Answer) -> str:
    """Who wrote an answer, as a note under it."""
    if not answer.answered:
        return "文库没有说到，未作回答。"
    return "摘自原文。" if answer.author == "extract" else "模型撰写，逐句核对过出处。"


def source(citation: Citation) -> str:
    """Where a quote stands: title, place and year, headings, page, and the quote."""
    where = [citation.title or citation.source]
    where += [heading for heading in citation.headings if heading != citation.title]
    if citation.page is not None:
        where.append(f"第{citation.page}页")
    return f"{' › '.join(where)}：“{' '.join(citation.text.split())}”"
