"""A checked text as Markdown: the text as it was, findings as footnotes, the report at its end."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rag.json import one_line
from rag.proofread.remark import counted, remark
from rag.proofread.types import Result
from rag.types import Verdict

SIGNS: dict[Verdict, str] = {"supported": "✓", "refuted": "✗", "not_enough_info": "？"}
_OPEN, _CLOSE = "<!-- zhengwen ", " -->"
_REPORT = re.compile(rf"^{_OPEN}(?P<report>\{{.*\}}){_CLOSE}$", re.M)
_OURS = re.compile(r"\[\^zw\d+\]")
_NOTE = re.compile(r"^\[\^zw\d+\]:.*\n(?:    .*\n)*\n?", re.M)
_SUMMARY = re.compile(r"^\*核稿：.*\*\n\n?", re.M)


def footnoted(text: str, result: Result, report: Mapping[str, Any]) -> str:
    """The text with a mark behind each checked sentence and a footnote for each mark.

    ``text`` is what the blocks of the result were cut from, a block a line that is not blank.
    """
    marks: dict[int, list[tuple[int, str]]] = {}
    notes = []
    for found in result.checked:
        name = f"[^zw{found.sentence.number}]"
        marks.setdefault(found.sentence.block, []).append((found.sentence.end, name))
        sign = SIGNS[found.verdict] if found.verdict else ""
        notes.append(f"{name}: {sign} " + "\n    ".join(remark(found)) + "\n")
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(_marked(line, marks.get(at, ())) if line.strip() else line)
        at += bool(line.strip())
    head = "\n".join(lines).rstrip("\n")
    parts = (head, f"*核稿：{counted(result.summary)}*", "\n".join(notes), carried(report))
    return "\n\n".join(part for part in parts if part) + "\n"


def carried(report: Mapping[str, Any]) -> str:
    """A report as a comment that no reader of Markdown shows."""
    kept = one_line(report).replace(">", "\\u003e")
    return f"{_OPEN}{kept}{_CLOSE}"


def without_footnotes(text: str) -> str:
    """A text without what an earlier check has added to it."""
    if not _REPORT.search(text):
        return text
    text = _SUMMARY.sub("", _NOTE.sub("", _REPORT.sub("", text)))
    return _OURS.sub("", text).rstrip("\n") + "\n"


def footnoted_report(text: str) -> str:
    """The report in a checked text; empty where it holds none."""
    found = _REPORT.search(text)
    return found["report"] if found else ""


def _marked(line: str, marks: Sequence[tuple[int, str]]) -> str:
    """The line with each mark at its offset."""
    for end, name in reversed(marks):
        line = line[:end] + name + line[end:]
    return line
