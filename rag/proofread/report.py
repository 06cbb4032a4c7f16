"""A result as JSON: what ``--json`` prints and what a checked file carries within it."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from rag.json import citation_dict, part_dict
from rag.proofread.types import Finding, Result

FORMAT = "zhengwen-proofread/1"


def to_dict(result: Result, when: datetime) -> dict[str, Any]:
    """The result as JSON types; fields may be added later, never renamed. ``when`` is in UTC."""
    return {
        "format": FORMAT,
        "name": result.name,
        "when": when.isoformat(timespec="seconds"),
        "summary": asdict(result.summary),
        "findings": [finding_dict(finding) for finding in result.findings],
    }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """A finding as JSON types; ``verdict`` is null where nothing was checked, see ``why``."""
    sentence = finding.sentence
    return {
        "number": sentence.number,
        "where": sentence.where,
        "statement": sentence.text,
        "checked_as": finding.whole.text,
        "supplied": list(finding.whole.supplied),
        "why": finding.why,
        "verdict": finding.verdict,
        "error": finding.error,
        "explanation": finding.explanation,
        "fact": finding.fact,
        "origin": finding.origin,
        "parts": [part_dict(part) for part in finding.parts],
        "citations": [citation_dict(citation) for citation in finding.citations],
    }
