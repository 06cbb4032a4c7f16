"""``zhengwen keys add | list | remove``: who may use the interfaces for programs."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from rag import keys
from rag.audit_cli import note_command
from rag.options import Home
from rag.settings import settings

keys_app = typer.Typer(
    help="管理接口（/v1 和 /mcp）的密钥；没有密钥时，接口只对本机开放。", no_args_is_help=True
)

Name = Annotated[str, typer.Argument(help="密钥的名字：谁或哪个程序在用。")]


@keys_app.command("add")
def add_command(name: Name, home: Home = None) -> None:
    """造一个密钥；只显示这一次。"""
    where, token = home or settings().home, keys.new_token()
    with keys.held(where):
        before = keys.load(where) or ()
        keys.save(where, keys.with_key(before, name, token, datetime.now(UTC)))
    note_command("key_added", name, home)
    typer.echo(token)
    typer.echo(f"这是 {name} 的密钥，只显示这一次；文库里只存它的散列值。", err=True)


@keys_app.command("list")
def list_command(home: Home = None) -> None:
    """列出密钥：名字、末尾几个字符、添加的时间。"""
    known = keys.load(home or settings().home)
    for key in known or ():
        made = datetime.fromisoformat(key.made).astimezone()
        typer.echo(f"{key.name}\t…{key.ending}\t{made:%Y-%m-%d %H:%M}")
    if not known:
        typer.echo(_NONE if known is None else _ALL_GONE)


@keys_app.command("remove")
def remove_command(name: Name, home: Home = None) -> None:
    """取消一个密钥；正在运行的网页也立即不再认它。"""
    where = home or settings().home
    with keys.held(where):
        left = keys.without_key(keys.load(where) or (), name)
        keys.save(where, left)
    note_command("key_removed", name, home)
    typer.echo(f"{name} 的密钥已取消。")
    if not left:
        typer.echo(_ALL_GONE)


_NONE = "没有密钥：接口只对本机开放，不用密钥。"
_ALL_GONE = "密钥都取消了：谁也不能用接口。删掉文库里的 keys.json，本机就又可以不用密钥。"
