"""A finding in the words of a comment. Pure."""

from rag.proofread.context import told
from rag.proofread.types import Finding, Summary
from rag.types import Citation
from rag.verdicts import VERDICTS, error_name


def remark(finding: Finding) -> tuple[str, ...]:
    """The lines of a comment: the verdict, what it was checked as, why, the parts, the sources."""
    lines = [verdict(finding)]
    if finding.sentence.where and not finding.sentence.where.startswith("第"):
        lines.append(f"{finding.sentence.where}：{finding.sentence.text}")
    lines += [line for line in (told(finding.whole.supplied), finding.explanation) if line]
    lines += [
        f"· {part.text}：{_said(VERDICTS[part.verdict], part.error)}" for part in finding.parts
    ]
    return (*lines, *(f"依据：{reference(citation)}" for citation in finding.citations))


def verdict(finding: Finding) -> str:
    """The verdict and the kind of error in words: 不符（数值不符）."""
    return _said(VERDICTS[finding.verdict], finding.error) if finding.verdict else finding.why


def reference(citation: Citation) -> str:
    """Where a quote stands: title, headings, file and span."""
    titles = [citation.title or citation.source]
    titles += [heading for heading in citation.headings if heading != citation.title]
    where = f"{citation.source} {citation.start}–{citation.end}"
    return f"{' › '.join(titles)}（{where}）"


def counted(summary: Summary) -> str:
    """The summary in one line."""
    return (
        f"共 {summary.sentences} 句，核对 {summary.checked} 句：属实 {summary.supported}，"
        f"不符 {summary.refuted}，查无依据 {summary.not_enough_info}。"
    )


def _said(verdict: str, error: str | None) -> str:
    return f"{verdict}（{error_name(error)}）" if error else verdict
