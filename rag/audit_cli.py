"""``zhengwen audit``: who asked, checked, changed what, and when."""

import json
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from corpus.errors import UserError
from rag import audit
from rag.options import Home
from rag.settings import settings


def audit_command(
    user: Annotated[
        str | None, typer.Option(help="只看这个用户（程序接口为 key:密钥名）。")
    ] = None,
    since: Annotated[str | None, typer.Option(help="从这一天起，如 2026-03-01。")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每行一个 JSON。")] = False,
    home: Home = None,
) -> None:
    """审计日志：谁在什么时候问了、核了、改了什么。"""
    first = _day(since)
    for act in audit.acts(home or settings().home):
        local = act.when.astimezone()
        if (user and act.user != user) or (first and local.date() < first):
            continue
        if as_json:
            typer.echo(json.dumps(audit.entry(act), ensure_ascii=False))
        else:
            what = " ".join(act.what.split())
            typer.echo(f"{local:%Y-%m-%d %H:%M:%S}\t{act.user}\t{act.did}\t{what}")


def note_command(did: str, what: str, home: Home = None) -> None:
    """Notes what a command changed, done by who is logged in at this machine."""
    chosen = settings()
    if chosen.log_audit:
        who = f"local:{chosen.user}"
        audit.note(home or chosen.home, audit.Act(datetime.now(UTC), who, did, what))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError(f"--since 要是日期（如 2026-03-01），不能是“{text}”。") from None
