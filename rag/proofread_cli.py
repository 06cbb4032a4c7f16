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
        where, engine = _engine(home, today)
        own = _place(place, engine) if place else ""
        year = today_of(today, settings()).year if today or settings().today else None
        if _is_file(what):
            result = _manuscript(Path(what), engine, (out, table), own, year)
            name, findings = result.name, result.findings
            _tell(result, as_json, out, table)
        else:
            if out or table:
                raise UserError("--out 和 --table 只用于稿子；核对一句话不用写。")
            found = _statement(what, engine, own, year)
            name, findings = "", (found,)
            _tell_one(found, as_json)
        _log(where, name, findings)
    if any(found.verdict == "refuted" for found in findings):
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
        _, engine = _engine(home, today)
        found = [standing(one, engine.index.documents) for one in cited]
        if as_json:
            _print([standing_dict(one) for one in found])
        else:
            from rag.proofread.terminal import standings

            typer.echo(standings(report.name, found))
    if any(one.state in ("gone", "altered") for one in found):
        raise typer.Exit(1)


def _engine(home: Path | None, today: str | None) -> "tuple[Path, Engine]":
    """The library that is asked and the engine over it."""
    where = home or default_home(settings())
    return where, engine_over(where, today, passages=1)


def _is_file(what: str) -> bool:
    """Whether what was typed names a file, there or not, rather than states something."""
    from rag.proofread.manuscript import SUFFIXES

    one_name = len(what) < 256 and "\n" not in what
    return one_name and (what.lower().endswith(SUFFIXES) or Path(what).is_file())


def _statement(text: str, engine: "Engine", place: str, year: int | None) -> "Finding":
    from rag.proofread.check import statement
    from rag.proofread.library import checker

    if not text.strip():
        raise UserError("要核对的话是空的。")
    return statement(text, checker(engine), place, year or date.today().year)


def _manuscript(
    path: Path,
    engine: "Engine",
    outputs: tuple[Path | None, Path | None],
    place: str,
    year: int | None,
) -> "Result":
    """The manuscript checked and saved; what cannot be saved is told before anything is done."""
    from rag.proofread.check import context_of, proofread
    from rag.proofread.library import checker, one_thread
    from rag.proofread.manuscript import check_out, open_manuscript, save
    from rag.proofread.table import SUFFIXES, write_table

    out, table = outputs
    manuscript = open_manuscript(path)
    if out:
        check_out(out, manuscript)
        if out.resolve() == path.resolve():
            raise UserError(f"--out 不能就是稿子 {path}。")
    if table and table.suffix.lower() not in SUFFIXES:
        raise UserError(f"--table 要以 {' 或 '.join(SUFFIXES)} 结尾，不能是 {table.name}。")
    asked = checker(engine)
    context = context_of(manuscript.blocks, asked.places, place, year, date.today().year)
    with one_thread(), progress_bar() as progress:
        result = proofread(
            manuscript.name, manuscript.blocks, asked, context, progress, manuscript.markdown
        )
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


def _log(home: Path, name: str, findings: "tuple[Finding, ...]") -> None:
    """Notes what was checked, unless that is switched off; that it cannot is told, no more."""
    from rag.proofread.log import FILE, record

    chosen = settings()
    if chosen.log_checks:
        try:
            record(home, name, findings, chosen.user, datetime.now(UTC))
        except OSError as error:
            typer.echo(f"没能记到 {home / FILE}：{error.strerror or error}。", err=True)


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
