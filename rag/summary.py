"""What an indexing run did, as a table for the terminal."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from index.build import Report
from index.doctor import told

_RELATIONS = {"copy": "重复", "part": "重复", "version": "版本", "conflict": "矛盾"}


def summary(report: Report, home: Path, console: Console | None = None) -> None:
    """Prints the counts, and a table of the files that were refused, read with a warning, or
    hold the text of another."""
    console = console or Console()
    for line in _lines(report, home):
        console.print(line, highlight=False, markup=False, soft_wrap=True)
    noted = [(source, "跳过", why) for source, why in report.refused]
    noted += [(source, "已读", why) for source, why in report.warned]
    noted += _new_overlaps(report)
    if not noted:
        return
    table = Table("文件", "结果", "说明")
    for row in noted:
        table.add_row(*(escape(cell) for cell in row))
    console.print(table)


def _lines(report: Report, home: Path) -> Iterator[str]:
    yield (
        f"文库 {home}：{report.documents} 个文件，{report.passages} 句。"
        f"新增 {len(report.added)}，更新 {len(report.changed)}，未变 {len(report.kept)}，"
        f"移除 {len(report.removed)}，读不了 {len(report.refused)}。"
    )
    folded = sum(overlap.relation in ("copy", "part") for overlap in report.shared)
    if folded:
        yield f"{folded} 个文件与别的文件是同一份文字，不重复引用。"
    unclear = len(report.shared) - folded
    if unclear:
        yield f"{unclear} 个文件与别的文件像是同一份，要核对：运行 zhengwen library doctor。"
    if report.left:
        yield f"跳过了 {len(report.left)} 个移除过的文件；要收回，直接给出那个文件。"
    yield from report.notes


def _new_overlaps(report: Report) -> Iterator[tuple[str, str, str]]:
    """Of what shares its text, that which this run has read."""
    fresh = {*report.added, *report.changed}
    for overlap in report.shared:
        if fresh & {overlap.source, overlap.other}:
            yield overlap.source, _RELATIONS[overlap.relation], told(overlap)
