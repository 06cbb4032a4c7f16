"""``zhengwen users add | passwd | role | remove | list``: who may use the page."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import UserError
from rag import private
from rag.audit_cli import note_command
from rag.options import Home
from rag.settings import settings
from rag.users import file
from rag.users.file import Users
from rag.users.password import hashed

users_app = typer.Typer(
    help="管理网页的用户；有了用户，网页就要登录，也才可以对别的机器开放。", no_args_is_help=True
)

Name = Annotated[str, typer.Argument(help="用户名。")]
Role = Annotated[str, typer.Option("--role", help="reader（问、核）、editor（改文库）或 admin。")]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help="从标准输入的第一行读密码，不询问。")
]


@users_app.command("add")
def add_command(
    name: Name, role: Role = "reader", stdin: FromStdin = False, home: Home = None
) -> None:
    """添加一个用户；密码问两遍，不显示。"""
    path = _path(home)
    file.role_of(role)
    file.checked_name(file.load(path) or (), name)
    kept, now = hashed(_password(stdin)), datetime.now(UTC)
    users = _change(path, lambda users: file.with_user(users, name, role, kept, now))
    note_command("user_added", f"{name} {role}", home)
    typer.echo(f"已添加用户 {name}（{role}）。")
    if len(users) == 1:
        typer.echo("从下次启动网页起要登录。")


@users_app.command("passwd")
def passwd_command(name: Name, stdin: FromStdin = False, home: Home = None) -> None:
    """换一个用户的密码；他在网页上的登录随即失效。"""
    path = _path(home)
    file.known(file.load(path) or (), name)
    kept, now = hashed(_password(stdin)), datetime.now(UTC)
    _change(path, lambda users: file.with_password(users, name, kept, now))
    note_command("password_changed", name, home)
    typer.echo(f"{name} 的密码已换。")


@users_app.command("role")
def role_command(
    name: Name,
    role: Annotated[str, typer.Argument(help="reader、editor 或 admin。")],
    home: Home = None,
) -> None:
    """换一个用户的角色；正在运行的网页也立即按新的来。"""
    _change(_path(home), lambda users: file.with_role(users, name, role))
    note_command("role_changed", f"{name} {role}", home)
    typer.echo(f"{name} 现在是 {role}。")


@users_app.command("remove")
def remove_command(name: Name, home: Home = None) -> None:
    """删去一个用户；正在运行的网页也立即不再认他。"""
    left = _change(_path(home), lambda users: file.without(users, name))
    note_command("user_removed", name, home)
    typer.echo(f"用户 {name} 已删去。")
    if not left:
        typer.echo(_ALL_GONE)


@users_app.command("list")
def list_command(home: Home = None) -> None:
    """列出用户：名字、角色、设密码的时间。"""
    users = file.load(_path(home))
    for user in users or ():
        made = datetime.fromisoformat(user.made).astimezone()
        typer.echo(f"{user.name}\t{user.role}\t{made:%Y-%m-%d %H:%M}")
    if not users:
        typer.echo(_NONE if users is None else _ALL_GONE)


def _path(home: Path | None) -> Path:
    return file.place(home or settings().home)


def _change(path: Path, change: Callable[[Users], Users]) -> Users:
    with private.held(path):
        users = change(file.load(path) or ())
        file.save(path, users)
    return users


def _password(stdin: bool) -> str:
    """The password as it is typed twice, or the first line of the standard input."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = str(typer.prompt("密码", hide_input=True))
    if first != str(typer.prompt("再输一遍", hide_input=True)):
        raise UserError("两次输入的密码不一样，没有改动。")
    return first


_NONE = "没有用户：网页不用登录，只对本机开放。"
_ALL_GONE = "用户都删去了：谁也不能登录。删掉用户文件，本机就又可以不用登录。"
