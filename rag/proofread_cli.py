"""``zhengwen check`` and ``zhengwen verify``: statements and manuscripts held against the library.

The exit status of ``check`` is 0 where nothing is wrong, 1 where something is 不符, 2 where it
could not be checked; that of ``verify`` likewise, 1 where a citation is gone or was altered.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.errors import UserError
from rag.opening import default_home, engine_over, today_of
from rag.options import Home, Today
from rag.settings import settings
from rag.terminal import progress_bar

if TYPE_CHECKING:
    from rag.engine import Engine
    from rag.proofread.desk import Desk
    from rag.proofread.types import Finding, Result

AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON。")]


def check(
    what: Annotated[str, typer.Argument(help="一句话，或一份稿子：.docx、.txt、.md。")],
    as_json: AsJson = False,
    out: Annotated[
        Path | None,
        typer.Option(help="写出核过的稿子：Word 里是批注；.txt 和 .md 写成 .docx 或 .md。"),
    ] = None,
    table: Annotated[Path | None, typer.Option(help="另写一张结果表：.csv 或 .md。")] = None,
    place: Annotated[
        str | None, typer.Option(help="没写地名的句子说的是哪里；默认看上文和题目。")
    ] = None,
    today: Annotated[
        str | None,
        typer.Option("--today", help="写稿的日期（2026-03-01），“今年”按它算；默认看题目。"),
    ] = None,
    home: Home = None,
) -> None:
    """核对一句话或一份稿子：属实、不符还是查无依据。退出码：0 没有不符，1 有不符，2 没法核对。"""
    with _trouble_is_2():
        desk, engine = _desk(home, today)
        own = _place(place, engine) if place else ""
        day = today_of(today, settings()) if today or settings().today else None
        if _is_file(what):
            result = _manuscript(Path(what), desk, (out, table), own, day)
            _tell(result, as_json, out, table)
        else:
            if out or table:
                raise UserError("--out 和 --table 只用于稿子；核对一句话不用写。")
            result = _statement(what, desk, own, day)
            _tell_one(result.findings[0], as_json)
        _note(desk, result)
    if result.summary.refuted:
        raise typer.Exit(1)


def verify(
    report: Annotated[
        Path, typer.Argument(help="ask 或 check 的 JSON，或 check --out 写出的 .docx、.md。")
    ],
    as_json: AsJson = False,
    home: Home = None,
    today: Today = None,
) -> None:
    """核验一份结果的引用：今天仍在、移动了还是不在了。退出码：1 有不在了的，2 没法核验。"""
    from rag.proofread.verify import citations_in, read_report, standing, standing_dict

    with _trouble_is_2():
        cited = citations_in(read_report(report))
        engine = engine_over(home, today, passages=1)
        found = [standing(one, engine.index.documents) for one in cited]
        if as_json:
            _print([standing_dict(one) for one in found])
        else:
            from rag.proofread.terminal import standings

            typer.echo(standings(report.name, found))
    if any(one.state in ("gone", "altered") for one in found):
        raise typer.Exit(1)


def _desk(home: Path | None, today: str | None) -> "tuple[Desk, Engine]":
    """The desk over the library that is asked, and its engine."""
    from rag.proofread.desk import desk

    chosen = settings()
    where = home or default_home(chosen)
    engine = engine_over(where, today, passages=1)
    log = where if chosen.log_checks else None
    return desk(engine, today_of(today, chosen).year, log, chosen.user), engine


def _is_file(what: str) -> bool:
    """Whether what was typed names a file, there or not, rather than states something."""
    from rag.proofread.manuscript import SUFFIXES

    one_name = len(what) < 256 and "\n" not in what
    return one_name and (what.lower().endswith(SUFFIXES) or Path(what).is_file())


def _statement(text: str, desk: "Desk", place: str, day: date | None) -> "Result":
    from rag.proofread.types import Result

    if not text.strip():
        raise UserError("要核对的话是空的。")
    return Result("", (), (desk.statement(text, place, day),))


def _manuscript(
    path: Path,
    desk: "Desk",
    outputs: tuple[Path | None, Path | None],
    place: str,
    day: date | None,
) -> "Result":
    """The manuscript checked and saved; what cannot be saved is told before anything is done."""
    from rag.proofread.manuscript import check_out, open_manuscript, save
    from rag.proofread.table import check_table, write_table

    out, table = outputs
    manuscript = open_manuscript(path)
    if out:
        check_out(out, manuscript)
        if out.resolve() == path.resolve():
            raise UserError(f"--out 不能就是稿子 {path}。")
    if table:
        check_table(table)
    with progress_bar() as progress:
        result = desk.result(manuscript, place, day, progress)
    if out:
        save(out, manuscript, result, datetime.now(UTC))
    if table:
        write_table(table, result)
    return result


def _tell(result: "Result", as_json: bool, out: Path | None, table: Path | None) -> None:
    if as_json:
        from rag.proofread.report import to_dict

        _print(to_dict(result, datetime.now(UTC)))
        return
    from rag.proofread.terminal import outcome

    typer.echo(outcome(result))
    for path in (out, table):
        if path:
            typer.echo(f"写到了 {path}。")


def _tell_one(found: "Finding", as_json: bool) -> None:
    if as_json:
        from rag.proofread.report import finding_dict

        _print(finding_dict(found))
        return
    from rag.proofread.terminal import one

    typer.echo(one(found))


def _note(desk: "Desk", result: "Result") -> None:
    """Notes what was checked; that it cannot is told, no more."""
    try:
        desk.note(result, datetime.now(UTC))
    except OSError as error:
        typer.echo(f"没能记下核对了什么：{error.strerror or error}。", err=True)


def _place(given: str, engine: "Engine") -> str:
    """The short name of a place given by hand. Raises ``UserError``."""
    from corpus.places import find

    named = {mention.place.short for mention in find(given, country=True)}
    if len(named) == 1:
        return named.pop()
    if given in engine.known.places:
        return given
    raise UserError(f"--place 要是一个地名，如 浙江、新昌，不能是 {given}。")


def _print(fields: Any) -> None:
    typer.echo(json.dumps(fields, ensure_ascii=False, indent=1))


@contextmanager
def _trouble_is_2() -> Iterator[None]:
    """What cannot be done is told in one sentence; the exit status tells it from 不符."""
    try:
        yield
    except UserError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
