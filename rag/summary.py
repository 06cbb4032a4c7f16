"""What an indexing run did, as a table for the terminal."""

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from index.build import Report


def summary(report: Report, home: Path, console: Console | None = None) -> None:
    """Prints the counts, and a table of the files that were refused or read with a warning."""
    console = console or Console()
    console.print(
        f"文库 {home}：{report.documents} 个文件，{report.passages} 句。"
        f"新增 {len(report.added)}，更新 {len(report.changed)}，未变 {len(report.kept)}，"
        f"移除 {len(report.removed)}，读不了 {len(report.refused)}。",
        highlight=False,
        markup=False,
        soft_wrap=True,
    )
    noted = [(source, "跳过", why) for source, why in report.refused]
    noted += [(source, "已读", why) for source, why in report.warned]
    if not noted:
        return
    table = Table("文件", "结果", "说明")
    for row in noted:
        table.add_row(*(escape(cell) for cell in row))
    console.print(table)
