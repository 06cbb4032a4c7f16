"""``zhengwen library add | remove | list | show | set | doctor``: what is in the library."""

import json
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import UserError
from rag.options import Backend, Home
from rag.settings import settings

library_app = typer.Typer(
    help="管理文库：增删文件，改正认错的地名年份，检查问题。", no_args_is_help=True
)

Source = Annotated[str, typer.Argument(help="文件，照 library list 里的写法。")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON。")]


@library_app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="文件、文件夹或压缩包（.zip）。")],
    home: Home = None,
    embedder: Annotated[
        str | None, typer.Option("--embedder", help="向量模型，与 index 的相同。")
    ] = None,
    backend: Backend = None,
) -> None:
    """把文件读进文库，与 index 相同；移除过的文件，直接给出它就收回来。"""
    from rag.cli import index_command

    index_command(paths, home, embedder, backend)


@library_app.command()
def remove(
    sources: Annotated[list[str], typer.Argument(help="文件，照 library list 里的写法。")],
    home: Home = None,
) -> None:
    """从文库里移除文件；磁盘上的文件不动，以后索引也跳过它。"""
    from index.edit import remove as remove_from

    chosen = settings()
    done = remove_from(home or chosen.home, sources, place=chosen.place())
    _say(f"移除了 {len(set(sources))} 个文件，文库里还有 {done.left} 个。", *done.notes)


@library_app.command("list")
def list_command(
    as_json: AsJson = False,
    everything: Annotated[bool, typer.Option("--all", help="连移除了的也列出。")] = False,
    home: Home = None,
) -> None:
    """列出文库里的文件：题目、地名、年份、类别、句数、状态。"""
    from rag.holdings import listing, row_dict, table

    listed = listing(home or settings().home, everything)
    if as_json:
        typer.echo(_json([row_dict(row) for row in listed.rows]))
    else:
        table(listed.rows)
    _warn(*listed.notes)


@library_app.command()
def show(source: Source, home: Home = None) -> None:
    """显示一个文件是什么：各项从哪里来、有多确定、读过几次、有什么提醒、目录。"""
    from rag.card import card

    typer.echo(card(home or settings().home, source))


@library_app.command("set")
def set_command(
    source: Source,
    place: Annotated[str | None, typer.Option(help="地名，如 浙江、新昌、全国。")] = None,
    year: Annotated[str | None, typer.Option(help="说的是哪一年，1949 到 2100。")] = None,
    kind: Annotated[
        str | None, typer.Option(help="report、speech、interview、plan、notice、digest 或 other。")
    ] = None,
    date: Annotated[str | None, typer.Option(help="作报告的日期，如 2026-01-14。")] = None,
    speaker: Annotated[str | None, typer.Option(help="谁作的报告。")] = None,
    title: Annotated[str | None, typer.Option(help="题目；报告的题目默认随地名和年份。")] = None,
    reset: Annotated[bool, typer.Option("--reset", help="忘掉从前的更正。")] = False,
    home: Home = None,
) -> None:
    """改正一个文件的地名、年份等；立刻生效，以后重新索引也不会丢。"""
    from corpus.corrections import NAMES, checked
    from index.edit import correct

    given = dict(zip(NAMES, (title, place, year, kind, date, speaker), strict=True))
    fields = {name: value for name, value in given.items() if value is not None}
    if not fields and not reset:
        raise UserError(f"要改正什么？给出 {'、'.join(f'--{name}' for name in NAMES)} 或 --reset。")
    chosen = settings()
    where, held = home or chosen.home, chosen.place()
    done = correct(where, source, checked(fields), reset, place=held)
    from rag.holdings import one_line

    _say(f"{source} 现在是：{one_line(done.document.identity)}")
    _warn(*done.notes)


@library_app.command()
def doctor(as_json: AsJson = False, home: Home = None) -> None:
    """检查文库：索引、文件、地名年份、重复和版本；有问题时退出码为 1。"""
    from index.doctor import examine
    from index.embedders import encoder
    from rag.holdings import diagnosis, finding_dict

    where, chosen = home or settings().home, settings()
    found = examine(where, encoder(chosen.embedder).name, chosen.place())
    if as_json:
        typer.echo(_json([finding_dict(one) for one in found]))
    else:
        typer.echo(diagnosis(found))
    if any(one.level == "wrong" for one in found):
        raise typer.Exit(1)


def _json(rows: list[dict[str, object]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _say(*lines: str) -> None:
    for line in lines:
        typer.echo(line)


def _warn(*lines: str) -> None:
    for line in lines:
        typer.echo(line, err=True)
