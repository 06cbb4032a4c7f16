"""What a library holds, for the terminal: the list of documents, the findings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from corpus import corrections
from corpus.catalogue import Record, Status
from corpus.corrections import Corrections, Fields
from corpus.errors import UserError
from corpus.types import KIND_NAMES, Identity, Kind
from index import store
from index.doctor import Finding
from index.record import as_listed
from index.store import Contents, Stored

STATUS: dict[Status, str] = {
    "current": "在用",
    "superseded": "重复",
    "removed": "已移除",
    "refused": "读不了",
}
NAMES = {  # by field of the identity; also the order in which they are shown
    "title": "题目",
    "place": "地名",
    "year": "年份",
    "kind": "类别",
    "delivered": "报告日期",
    "speaker": "报告人",
    "meeting": "会议",
    "published": "发布日期",
    "digests": "摘自",
    "level": "级别",
    "body": "发文机关",
}
LEVEL_NAMES = {
    "country": "全国",
    "province": "省级",
    "prefecture": "地级",
    "county": "县级",
    "township": "乡级",
}
_WIDE = 160
_FEW = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list; ``sentences`` counts what is searched, ``corrected`` names fields.

    ``added`` and ``changed`` are local times, empty where the catalogue does not know.
    """

    source: str
    title: str = ""
    place: str = ""
    year: int | None = None
    kind: Kind | None = None
    date: str = ""
    speaker: str = ""
    sentences: int = 0
    status: Status = "current"
    reason: str = ""
    corrected: tuple[str, ...] = ()
    added: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows by source, and sentences for the person."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def listing(home: Path, everything: bool = False) -> Listing:
    """What the library holds and what it could not read; with ``everything``, also what it lost.

    Raises ``UserError`` where nothing was ever indexed.
    """
    return listed(home, store.read(home), everything)


def listed(home: Path, contents: Contents, everything: bool = False) -> Listing:
    """As ``listing``, of an index that has been read."""
    decided, notes = decided_in(home)
    catalogue = as_listed(home, contents)
    sizes = np.bincount(contents.rows[:, 0], minlength=len(contents.stored))
    held = {
        item.document.source: (item, int(size))
        for item, size in zip(contents.stored, sizes, strict=True)
    }
    rows = tuple(
        _row(record, decided, *held.get(record.source, (None, 0)))
        for record in catalogue.records
        if everything or record.status != "removed"
    )
    faults = [f"{catalogue.fault}。"] if catalogue.fault else []
    return Listing(rows, (*notes, *faults))


def table(rows: Sequence[Row], console: Console | None = None) -> None:
    """Prints the rows, and how many there are of each status."""
    console = console or Console()
    if not console.is_terminal:
        console = Console(width=_WIDE, file=console.file)
    shown = Table(box=box.SIMPLE)
    for name in ("文件", "题目", "地名", "年份", "类别", "句数", "状态"):
        shown.add_column(name, overflow="fold", justify="right" if name == "句数" else "left")
    for row in rows:
        year = str(row.year or "")
        kind = KIND_NAMES[row.kind] if row.kind else ""
        size = str(row.sentences or "")
        cells = (row.source, row.title, row.place, year, kind, size, status_of(row))
        shown.add_row(*(escape(cell) for cell in cells))
    console.print(shown)
    counts = Counter(row.status for row in rows)
    parts = "，".join(f"{STATUS[status]} {counts[status]}" for status in STATUS if counts[status])
    console.print(f"{len(rows)} 个文件{'：' if parts else ''}{parts}。", highlight=False)


def row_dict(row: Row) -> dict[str, object]:
    """A row as JSON."""
    return asdict(row)


def one_line(identity: Identity) -> str:
    """What a document is, in a line."""
    parts = [f"{name} {value}" for name, value in named_fields(identity)]
    return "，".join(parts)


def diagnosis(findings: Sequence[Finding]) -> str:
    """The findings for the terminal, what is wrong first."""
    wrong = [one for one in findings if one.level == "wrong"]
    notes = [one for one in findings if one.level == "note"]
    lines = [line for one in (*wrong, *notes) for line in _finding_lines(one)]
    if not wrong:
        told = f"没有发现问题；{len(notes)} 条提示。" if notes else "没有发现问题。"
        return "\n".join([*lines, told])
    return "\n".join([*lines, f"{len(wrong)} 个问题，{len(notes)} 条提示。"])


def finding_dict(finding: Finding) -> dict[str, object]:
    """A finding as JSON."""
    return asdict(finding)


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"{'问题' if finding.level == 'wrong' else '提示'}：{finding.what}"
    for source in finding.sources[:_FEW]:
        if source not in finding.what:
            yield f"    {source}"
    if len(finding.sources) > _FEW:
        yield f"    …… 共 {len(finding.sources)} 个（--json 列出全部）"
    if finding.todo:
        yield f"  办法：{finding.todo}"


def decided_in(home: Path) -> tuple[Corrections, tuple[str, ...]]:
    """The corrections; a file of them that makes no sense is told, not fatal."""
    try:
        return corrections.load(home), ()
    except UserError as error:
        return Corrections(), (str(error),)


def _row(record: Record, decided: Corrections, item: Stored | None, sentences: int) -> Row:
    row = Row(
        source=record.source,
        status=record.status,
        reason=record.reason,
        corrected=tuple(corrections.told(decided.fields.get(record.source, Fields()))),
        added=record.added,
        changed=record.changed,
    )
    if item is None:
        return row
    identity = item.document.identity
    return replace(
        row,
        title=identity.title,
        place=identity.place,
        year=identity.year,
        kind=identity.kind,
        date=identity.delivered.isoformat() if identity.delivered else "",
        speaker=identity.speaker,
        sentences=sentences,
    )


def status_of(record: Record | Row) -> str:
    """The status by its name, with its reason."""
    return STATUS[record.status] + (f"：{record.reason}" if record.reason else "")


def named_fields(identity: Identity) -> Iterator[tuple[str, str]]:
    """The fields that are known, by their names for the person."""
    told = {"kind": KIND_NAMES[identity.kind], "level": LEVEL_NAMES.get(identity.level, "")}
    for field, name in NAMES.items():
        value = told.get(field, getattr(identity, field))
        if value:
            yield name, str(value)
