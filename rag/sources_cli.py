"""``zhengwen sources list | fetch``: originals from their publishers."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import UserError
from rag.options import Home

if TYPE_CHECKING:
    from rich.table import Table

    from corpus.sources.types import Outcome, Source

sources_app = typer.Typer(help="从发布政府工作报告的网站取原文。", no_args_is_help=True)

Catalog = Annotated[
    Path | None, typer.Option("--catalog", help="另用一份来源清单（TOML）；默认用自带的。")
]
_FIRST_YEAR = 1954
_WORDS = {
    "saved": "已保存",
    "updated": "已更新",
    "unchanged": "没有变",
    "dropped": "不是报告",
    "kept": "没有覆盖",
    "failed": "读不到",
    "missing": "没有取到",
}


@sources_app.command("list")
def list_command(catalog: Catalog = None) -> None:
    """列出来源：国务院和 31 个省级政府的网站。"""
    from rich.console import Console

    sources = _catalog(catalog)
    rows = [(source.name, source.place, _host(source), _known(source)) for source in sources]
    Console().print(_table(("名字", "地方", "网站", "已知的网页"), rows))


@sources_app.command("fetch")
def fetch_command(
    names: Annotated[list[str], typer.Argument(help="来源的名字或地方，可给几个；all 是全部。")],
    to: Annotated[
        Path | None, typer.Option("--to", help="存到这个文件夹；默认是文库里的 sources。")
    ] = None,
    years: Annotated[
        str | None,
        typer.Option("--years", help="年份：2024,2025 或 2020-2025；默认最近一次全国两会那年。"),
    ] = None,
    index: Annotated[bool, typer.Option("--index", help="取完就读进文库。")] = False,
    home: Home = None,
    catalog: Catalog = None,
) -> None:
    """取政府工作报告的原文；已经有的、没有变的不再取。"""
    from corpus.sources.catalog import named
    from corpus.sources.gather import lacking
    from rag.settings import settings

    chosen = settings()
    where = home or chosen.home
    folder = to or where / "sources"
    today = chosen.today or date.today()
    wanted = wanted_years(years, today) if years else (latest_year(today),)
    outcomes = _fetched(named(names, _catalog(catalog)), wanted, folder)
    _tell(outcomes, folder)
    refused = index and _indexed(folder, where)
    if refused or lacking(outcomes):
        raise typer.Exit(1)


def latest_year(today: date) -> int:
    """The year of the latest reports that are all out: the state's comes in March."""
    return today.year if today.month > 3 else today.year - 1


def wanted_years(written: str, today: date) -> tuple[int, ...]:
    """The years in ``2024,2025`` or ``2020-2025``. Raises ``UserError`` for anything else.

    >>> wanted_years("2021，2023-2025", date(2026, 1, 1))
    (2021, 2023, 2024, 2025)
    """
    last = today.year + 1
    years: set[int] = set()
    for part in filter(None, re.split(r"[,，、\s]+", written)):
        span = re.fullmatch(r"(\d{4})(?:[-—–~至]+(\d{4}))?", part)
        first, end = (int(span[1]), int(span[2] or span[1])) if span else (0, 0)
        if not _FIRST_YEAR <= first <= end <= last:
            span_of_years = f"{_FIRST_YEAR} 到 {last}"
            raise UserError(
                f"--years 要写成 2024,2025 或 2020-2025（{span_of_years}），不能是 {part}。"
            )
        years.update(range(first, end + 1))
    if not years:
        raise UserError("--years 里没有年份；写成 2024,2025 或 2020-2025。")
    return tuple(sorted(years))


def _catalog(path: Path | None) -> "tuple[Source, ...]":
    from corpus.sources.catalog import BUNDLED, catalog

    return catalog(path or BUNDLED)


def _fetched(
    sources: "Sequence[Source]", years: tuple[int, ...], folder: Path
) -> "tuple[Outcome, ...]":
    from rich.console import Console

    from corpus.sources.gather import gather_all
    from corpus.sources.shelf import opened

    try:
        with opened(folder) as shelf, Console(stderr=True).status("") as status:
            return gather_all(sources, years, shelf, progress=lambda text: status.update(text[:70]))
    except KeyboardInterrupt:
        raise UserError(f"已中断；{folder} 里存好的文件都是完整的，再运行一次会接着取。") from None


def _indexed(folder: Path, home: Path) -> bool:
    """Reads the folder into the library; whether a file was refused."""
    from index.build import build
    from index.embedders import encoder
    from rag.settings import settings
    from rag.summary import summary

    chosen = settings()
    report = build([folder], home, encoder(chosen.embedder), place=chosen.place())
    summary(report, home)
    return bool(report.refused)


def _tell(outcomes: "Sequence[Outcome]", folder: Path) -> None:
    """A table of what happened, and the counts."""
    from rich.console import Console

    console = Console()
    if outcomes:
        rows = [_row(outcome) for outcome in outcomes]
        console.print(_table(("来源", "年份", "结果", "说明"), rows))
    counts = {status: sum(o.status == status for o in outcomes) for status in _WORDS}
    lacking = counts["missing"] + counts["kept"]
    console.print(
        f"{folder}：新存 {counts['saved']}，更新 {counts['updated']}，"
        f"没有变 {counts['unchanged']}，没有取到 {lacking}。",
        highlight=False,
        markup=False,
        soft_wrap=True,
    )


def _row(outcome: "Outcome") -> tuple[str, ...]:
    told = [outcome.file, outcome.why]
    if outcome.status in ("failed", "dropped"):
        told.append(outcome.url)
    words = "\n".join(filter(None, told))
    return outcome.source, str(outcome.year or ""), _WORDS[outcome.status], words


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> "Table":
    from rich.markup import escape
    from rich.table import Table

    table = Table()
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    return table


def _host(source: "Source") -> str:
    return source.home.partition("://")[2].rstrip("/")


def _known(source: "Source") -> str:
    """Which pages are known: of which years, a list, or none but the home page."""
    known = []
    if source.reports:
        known.append(f"{min(source.reports)}–{max(source.reports)} 年各一页")
    if source.lists:
        known.append(f"列表 {len(source.lists)} 页")
    return "，".join(known) or "从首页找“政府工作报告”"
