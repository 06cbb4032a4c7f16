"""What the MCP tools give back: typed for programs, and as text for a model to read. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pydantic import BaseModel

from rag.json import to_dict
from rag.lookup import Sighting
from rag.plain import plain
from rag.proofread.report import finding_dict
from rag.proofread.terminal import one, outcome
from rag.proofread.types import Result
from rag.surroundings import Surroundings
from rag.types import Answer, Citation
from ui.api.cited import cited
from ui.text import reference


class Cited(BaseModel):
    """A cited sentence: ``text`` is the slice ``start`` to ``end`` (code points) of the document's
    text; ``url`` opens it on the page."""

    number: int
    source: str
    title: str
    place: str
    year: int | None
    headings: list[str]
    page: int | None
    start: int
    end: int
    text: str
    sha256: str
    url: str


class RowResult(BaseModel):
    """A row of a table; ``value`` is empty where the documents do not say, ``citations`` are
    numbers."""

    place: str
    year: int | None
    value: str
    citations: list[int]
    count: int | None


class TableResult(BaseModel):
    columns: list[str]
    rows: list[RowResult]


class PartResult(BaseModel):
    text: str
    verdict: str
    error: str | None
    citations: list[int]
    origin: list[int]


class SuggestionResult(BaseModel):
    label: str
    question: str


class AnswerResult(BaseModel):
    """An answer; ``[n]`` in it refers to the citation of that number."""

    question: str
    resolved: str
    answer: str
    answered: bool
    kind: str
    reason: str
    verdict: str | None
    error: str | None
    author: str
    citations: list[Cited]
    table: TableResult | None
    parts: list[PartResult]
    problems: list[str]
    suggestions: list[SuggestionResult]
    near_misses: list[Cited]


class FindingResult(BaseModel):
    """What became of a sentence; ``verdict`` is null where nothing was checked, see ``why``."""

    number: int
    where: str
    statement: str
    checked_as: str
    supplied: list[str]
    why: str
    verdict: str | None
    error: str | None
    explanation: str
    fact: str
    origin: str
    parts: list[PartResult]
    citations: list[Cited]


class SummaryResult(BaseModel):
    sentences: int
    checked: int
    supported: int
    refuted: int
    not_enough_info: int


class CheckResult(BaseModel):
    summary: SummaryResult
    findings: list[FindingResult]


class SightingResult(Cited):
    """A sentence found; a higher ``score`` is nearer."""

    score: float


class SearchResult(BaseModel):
    passages: list[SightingResult]


class PassageResult(BaseModel):
    """A span and the sentences around it: ``before + passage.text + after``."""

    passage: Cited
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Given:
    """A result: as text, as JSON types, and what it rests on."""

    text: str
    fields: Mapping[str, Any]
    cited: tuple[Citation, ...] = ()
    answered: bool = True


def of_answer(answer: Answer) -> Given:
    """An answer or a table, with its references."""
    fields = {name: to_dict(answer)[name] for name in AnswerResult.model_fields}
    fields["citations"] = [cited(citation) for citation in answer.citations]
    fields["near_misses"] = [cited(citation) for citation in answer.near_misses]
    return Given(plain(answer), fields, answer.citations, answer.answered)


def of_check(result: Result) -> Given:
    """The findings of a check, and how many there are of each verdict."""
    findings = [
        {
            **finding_dict(finding),
            "citations": [cited(citation) for citation in finding.citations],
        }
        for finding in result.findings
    ]
    text = one(result.findings[0]) if len(findings) == 1 else outcome(result)
    sources = tuple(c for finding in result.findings for c in finding.citations)
    return Given(text, {"summary": asdict(result.summary), "findings": findings}, sources)


def of_search(found: tuple[Sighting, ...]) -> Given:
    """The sentences that were found, best first."""
    passages = [{**cited(one.citation), "score": one.score} for one in found]
    text = "\n".join(reference(one.citation, "zh") for one in found) or "没有找到。"
    return Given(text, {"passages": passages}, tuple(one.citation for one in found))


def of_passage(opened: Surroundings) -> Given:
    """A span of a document among its neighbours, 【 and 】 around it in the text."""
    citation = opened.citation
    head = " › ".join(part for part in (citation.title, *citation.headings) if part)
    text = f"{head}\n{opened.before}【{citation.text}】{opened.after}"
    fields = {"passage": cited(citation), "before": opened.before, "after": opened.after}
    return Given(text, fields, (citation,))
