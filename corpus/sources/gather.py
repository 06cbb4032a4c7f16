"""Fetches the wanted reports of a publisher: goes from page to page and keeps what is a report."""

import tempfile
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.formats import SUFFIXES, read_raw
from corpus.sources.choose import attached, onward, plan
from corpus.sources.judge import judge
from corpus.sources.page import decoded, read_page
from corpus.sources.shelf import Record, Shelf, digest
from corpus.sources.trouble import Offline, Unreached
from corpus.sources.types import Outcome, Page, Progress, Source, Status, Verdict, Visit
from corpus.sources.web import Reply, Web

MOST_PAGES = 40
"""How many pages of one publisher a run looks at before it gives up."""

_KINDS = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"), (b"\xd0\xcf\x11\xe0", ".doc"))
_SETTLED: tuple[Status, ...] = ("saved", "updated", "unchanged", "kept")
_Step = tuple[Outcome | None, tuple[Visit, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What came from an address: a file of some kind, read as far as it can be read."""

    reply: Reply
    suffix: str
    page: Page
    verdict: Verdict
    checked: bool = True


def gather_all(
    sources: Sequence[Source],
    years: Collection[int],
    shelf: Shelf,
    visit: Callable[[Source], AbstractContextManager[Web]] = Web,
    progress: Progress = lambda text: None,
) -> tuple[Outcome, ...]:
    """What became of each wanted report of each source, one source after another.

    Raises ``Offline`` with a sentence for the person where the first sites (two, if there are
    two) are all out of reach.
    """
    outcomes: list[Outcome] = []
    away, reached = 0, False
    for source in sources:
        with visit(source) as web:
            try:
                outcomes += gather(source, years, web, shelf, progress)
            except Offline as error:
                outcomes.append(Outcome(source.place, None, "failed", source.home, why=str(error)))
                outcomes += _missing(source, years, shelf)
                away += 1
            reached = reached or web.reached
        if not reached and away >= min(2, len(sources)):
            raise Offline(_without_network(outcomes[0]))
    return tuple(outcomes)


def _without_network(first: Outcome) -> str:
    return (
        f"没有连上网络：{first.url} {first.why}。请联网后再试（不走代理），"
        "或者用浏览器存下报告，再用 zhengwen index 读入。"
    )


def gather(
    source: Source,
    years: Collection[int],
    web: Web,
    shelf: Shelf,
    progress: Progress = lambda text: None,
) -> tuple[Outcome, ...]:
    """What became of each address that mattered, and the wanted years that were not found.

    Raises ``Offline`` where the site cannot be reached from the first.
    """
    wanted = set(years)
    before = [Visit(r.url, r.year) for r in shelf.reports(source.name) if r.year in wanted]
    queue = deque(plan(source, wanted, before))
    seen: set[str] = set()
    outcomes: list[Outcome] = []
    while queue and wanted and len(seen) < MOST_PAGES:
        visit = queue.popleft()
        if visit.url in seen or (visit.year is not None and visit.year not in wanted):
            continue
        seen.add(visit.url)
        progress(f"{source.place} {visit.url}")
        outcome, further = _step(source, visit, wanted, web, shelf, seen)
        queue.extendleft(reversed(further))
        outcomes += [outcome] if outcome else []
        if outcome and outcome.status in _SETTLED and outcome.year:
            wanted.discard(outcome.year)
    return (*outcomes, *_missing(source, wanted, shelf))


def lacking(outcomes: Iterable[Outcome]) -> bool:
    """Whether something that was wanted is not there, or is not the publisher's text."""
    return any(outcome.status in ("missing", "kept") for outcome in outcomes)


def _step(
    source: Source,
    visit: Visit,
    wanted: Collection[int],
    web: Web,
    shelf: Shelf,
    seen: Collection[str],
) -> _Step:
    """What came of one address, and where to go from there."""
    known = shelf.record(visit.url)
    try:
        reply = web.get(visit.url, known.condition if known else {})
    except Unreached as error:
        if isinstance(error, Offline) and not web.reached:
            raise
        return Outcome(source.place, visit.year, "failed", visit.url, why=str(error)), ()
    if reply.unchanged and known:
        return _as_before(source, known, wanted), ()
    found = _read(reply, visit)
    if not found.verdict.reason:
        return _kept(source, visit, found, wanted, shelf), ()
    further = onward(found.page, visit, wanted)
    if not visit.start:
        further = (*attached(found.page, visit), *further)
    further = tuple(v for v in further if v.url not in seen)
    if further or visit.start:
        return None, further
    shelf.remember(_record(source, visit, found, visit.year))
    return Outcome(source.place, visit.year, "dropped", visit.url, why=found.verdict.reason), ()


def _as_before(source: Source, known: Record, wanted: Collection[int]) -> Outcome | None:
    if not known.file:
        return Outcome(source.place, known.year, "dropped", known.url, why=known.reason)
    if known.year not in wanted:
        return None
    return Outcome(source.place, known.year, "unchanged", known.url, known.file)


def _read(reply: Reply, visit: Visit) -> _Found:
    suffix = next((kind for magic, kind in _KINDS if reply.body.startswith(magic)), ".html")
    if suffix == ".html":
        html = decoded(reply.body, reply.headers.get("content-type", ""))
        page = read_page(html, reply.url)
        return _Found(reply, suffix, page, judge(page.text, page.title))
    page = Page(reply.url, "", "", ())
    if suffix == ".doc":
        return _Found(reply, suffix, page, Verdict("是旧版 .doc，读不了"))
    if suffix not in SUFFIXES:
        return _Found(reply, suffix, page, Verdict("", visit.year), checked=False)
    return _Found(reply, suffix, page, _judge_file(reply.body, suffix))


def _judge_file(body: bytes, suffix: str) -> Verdict:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"附件{suffix}"
        path.write_bytes(body)
        try:
            return judge(read_raw(path).text)
        except UnreadableFile as error:
            return Verdict(str(error).rstrip("。"))


def _kept(
    source: Source, visit: Visit, found: _Found, wanted: Collection[int], shelf: Shelf
) -> Outcome | None:
    """A report, put on the shelf if it is of a wanted year."""
    year = found.verdict.year or visit.year
    if year is None:
        why = "看不出是哪一年的报告"
        return Outcome(source.place, None, "dropped", visit.url, why=why)
    if year not in wanted:
        if visit.year is None:
            return None
        why = f"是 {year} 年的报告，不是 {visit.year} 年的"
        return Outcome(source.place, visit.year, "dropped", visit.url, why=why)
    record = replace(
        _record(source, visit, found, year),
        file=f"{source.title(year)}{found.suffix}",
        sha256=digest(found.reply.body),
    )
    status = shelf.keep(record, found.reply.body, _note(source, found, record))
    why = "" if found.checked else "内容没有核对：现在还读不了这种格式"
    if status == "kept":
        why = "原有的同名文件不是本命令写的，或被改动过，没有覆盖"
    return Outcome(source.place, year, status, found.reply.url, record.file, why)


def _record(source: Source, visit: Visit, found: _Found, year: int | None) -> Record:
    headers = found.reply.headers
    return Record(
        url=visit.url,
        source=source.name,
        year=year,
        reason=found.verdict.reason,
        etag=headers.get("etag", ""),
        modified=headers.get("last-modified", ""),
    )


def _note(source: Source, found: _Found, record: Record) -> dict[str, object]:
    """What is written beside a file: where it comes from, for the citation."""
    return {
        "url": found.reply.url,
        "title": source.title(record.year or 0),
        "page_title": found.page.title,
        "publisher": source.publisher,
        "place": source.place,
        "year": record.year,
        "fetched_at": found.reply.at.isoformat(timespec="seconds"),
        "sha256": record.sha256,
        "checked": found.checked,
    }


def _missing(source: Source, years: Iterable[int], shelf: Shelf) -> tuple[Outcome, ...]:
    """The years that were not found, and whether an earlier run has them."""
    there = {record.year for record in shelf.reports(source.name)}
    before, never = "这次没有取到，以前取的还在", "没有找到这一年的报告"
    return tuple(
        Outcome(source.place, year, "missing", why=before if year in there else never)
        for year in sorted(years)
    )
