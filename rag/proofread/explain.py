"""An answer of kind "claim" as a finding: the fact, where a wrong one is from, one line. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.proofread.types import Finding, Judged, Quoted, Sentence, Whole
from rag.types import Answer, Citation, Part, Verdict

_MARKER = re.compile(r"\[\d{1,3}\]")
_SILENT = "文库没有说到这件事，或没有给出可比的数字。"
_WORST: dict[Verdict, int] = {"refuted": 0, "not_enough_info": 1, "supported": 2}


def finding(sentence: Sentence, whole: Whole, judged: Judged) -> Finding:
    """The finding on a sentence that was ruled on. An answer without a verdict tells nothing."""
    answer = judged.answer
    verdict = answer.verdict or "not_enough_info"
    part = min(answer.parts, key=lambda part: _WORST[part.verdict], default=None)
    return Finding(
        sentence,
        whole,
        verdict=verdict,
        error=answer.error,
        explanation=_line(verdict, answer, judged.reason),
        fact=_cited(answer, part, of_origin=False),
        origin=_cited(answer, part, of_origin=True) if verdict == "refuted" else "",
        parts=answer.parts if len(answer.parts) > 1 else (),
        citations=answer.citations,
    )


def requoted(found: Finding, quoted: Quoted | None) -> Finding:
    """The finding when the quotation in the sentence is held against what it quotes.

    Word for word the same, it supports a sentence that nothing refutes; otherwise what nothing
    else refutes is misquoted.
    """
    if quoted is None or found.verdict == "refuted":
        return found
    if quoted.same and found.verdict == "supported":
        return found
    verdict: Verdict = "supported" if quoted.same else "refuted"
    error = None if quoted.same else "misquoted"
    fact = _one_line(quoted.citation.text)
    return replace(
        found,
        verdict=verdict,
        error=error,
        explanation=f"原文是“{fact}”。",
        fact=fact,
        parts=(),
        citations=(quoted.citation,),
    )


def together(sentence: Sentence, whole: Whole, found: Sequence[Finding]) -> Finding:
    """Findings on what a sentence says of several places as one, as bad as the worst of them."""
    worst = min(found, key=lambda one: _WORST[one.verdict or "not_enough_info"])
    citations: list[Citation] = []
    parts: list[Part] = []
    for one in found:
        first = len(citations)
        citations += [replace(c, number=c.number + first) for c in one.citations]
        parts += [_moved(part, first) for part in one.parts] or [_as_part(one, first)]
    return replace(
        worst, sentence=sentence, whole=whole, parts=tuple(parts), citations=tuple(citations)
    )


def _moved(part: Part, by: int) -> Part:
    numbers = tuple(number + by for number in part.citations)
    return replace(part, citations=numbers, origin=tuple(number + by for number in part.origin))


def _as_part(found: Finding, by: int) -> Part:
    numbers = tuple(citation.number + by for citation in found.citations)
    verdict = found.verdict or "not_enough_info"
    return Part(found.whole.text, verdict, found.error, numbers)


def _line(verdict: Verdict, answer: Answer, reason: str) -> str:
    """Why, in one line: what the answer says, without its verdict and its markers."""
    if verdict == "not_enough_info":
        return f"{reason}。" if reason else _SILENT
    said = _one_line(_MARKER.sub("", answer.answer).partition("：")[2])
    return said if verdict == "refuted" else f"原文是“{said}”"


def _cited(answer: Answer, part: Part | None, *, of_origin: bool) -> str:
    """The first quote of a part that is, or is not, where its figure really stands."""
    if part is None:
        return ""
    numbers = [n for n in part.citations if (n in part.origin) is of_origin]
    return next((_one_line(c.text) for c in answer.citations if c.number in numbers), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
