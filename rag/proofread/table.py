"""The findings as a table beside the manuscript, for a spreadsheet (.csv) or to read (.md)."""

import csv
import io
from pathlib import Path

from corpus.errors import UserError
from rag.proofread.context import told
from rag.proofread.remark import counted, reference, verdict
from rag.proofread.types import Finding, Result

_COLUMNS = ("序号", "位置", "句子", "结论", "核对条件", "说明", "依据")
_SUFFIXES = (".csv", ".md")


def check_table(path: Path) -> None:
    """Raises ``UserError`` where a table cannot be written under such a name."""
    if path.suffix.lower() not in _SUFFIXES:
        raise UserError(f"--table 要以 {' 或 '.join(_SUFFIXES)} 结尾，不能是 {path.name}。")


def write_table(path: Path, result: Result) -> None:
    """Writes the findings on what was checked. Raises ``UserError``."""
    text = csv_table(result) if path.suffix.lower() == ".csv" else markdown_table(result)
    try:
        path.write_text(text, encoding="utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8")
    except OSError as error:
        raise UserError(f"写不了 {path}：{error.strerror or error}。") from None


def csv_table(result: Result) -> str:
    """Comma separated; a cell that a spreadsheet would take for a formula is quoted with '."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_harmless(cell) for cell in _row(found)] for found in result.checked)
    return out.getvalue()


def markdown_table(result: Result) -> str:
    """A table in Markdown under its title and the summary."""
    rows = [_COLUMNS, ("---",) * len(_COLUMNS), *map(_row, result.checked)]
    lines = ["| " + " | ".join(map(_escaped, row)) + " |" for row in rows]
    head = f"# {result.name} 核稿结果\n\n{counted(result.summary)}\n\n"
    return head + "\n".join(lines) + "\n"


def _row(found: Finding) -> tuple[str, ...]:
    sources = "；".join(reference(citation) for citation in found.citations)
    said = (verdict(found), told(found.whole.supplied), found.explanation, sources)
    return (str(found.sentence.number), found.sentence.where, found.sentence.text, *said)


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
