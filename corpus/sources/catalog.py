"""Who publishes: the list that comes with zhengwen (sources.toml), or one of the user's own."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.errors import UserError
from corpus.sources.address import refusal
from corpus.sources.types import Source

BUNDLED = Path(__file__).parent / "sources.toml"
EVERYONE = ("all", "全部")
LEAST_DELAY_SECONDS = 2.0
_TEXTS = ("name", "place", "publisher", "home")
_KNOWN = {*_TEXTS, "domains", "lists", "reports", "delay_seconds", "local"}


def catalog(path: Path = BUNDLED) -> tuple[Source, ...]:
    """The publishers that a file names. Raises ``UserError`` that names the file and the entry."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("source", [])
    except OSError as error:
        raise UserError(f"读不了 {path}：{error.strerror or error}。") from None
    except ValueError as error:
        raise UserError(f"{path} 不是合格的 TOML：{error}。") from None
    if not isinstance(tables, list) or not tables:
        raise UserError(f"{path} 里没有 [[source]]。")
    return tuple(_source(table, f"{path} 第 {at} 项") for at, table in enumerate(tables, 1))


def named(names: Sequence[str], sources: Sequence[Source]) -> tuple[Source, ...]:
    """The publishers called ``names``: by short name, place or full name; ``all`` is everyone.

    Raises ``UserError`` for a name that nobody has.
    """
    chosen: dict[str, Source] = {}
    for name in names:
        found = [s for s in sources if name in EVERYONE or name.lower() in _names(s)]
        if not found:
            raise UserError(f"没有叫“{name}”的来源；运行 zhengwen sources list 看全部来源。")
        chosen.update((source.name, source) for source in found)
    return tuple(chosen.values())


def _names(source: Source) -> tuple[str, ...]:
    return (source.name, source.place, source.body, source.publisher)


def _source(table: Any, where: str) -> Source:
    """One entry, checked: every address must lie within the entry's own domains."""
    if not isinstance(table, dict) or not all(_text(table.get(key)) for key in _TEXTS):
        raise UserError(f"{where}要有 {'、'.join(_TEXTS)}。")
    unknown = sorted(set(table) - _KNOWN)
    if unknown:
        raise UserError(f"{where}（{table['name']}）有不认识的字段：{'、'.join(unknown)}。")
    source = _read(table, f"{where}（{table['name']}）")
    for url in (source.home, *source.lists, *source.reports.values()):
        reason = refusal(url, source)
        if reason:
            raise UserError(f"{where}（{source.name}）的 {url}：{reason}。")
    return source


def _read(table: Mapping[str, Any], where: str) -> Source:
    lists, reports = table.get("lists", []), table.get("reports", {})
    domains, local = table.get("domains", []), table.get("local", False)
    delay = table.get("delay_seconds", LEAST_DELAY_SECONDS)
    if not re.fullmatch(r"\w+", table["publisher"]):
        raise UserError(f"{where}的 publisher 只能是文字，它会成为文件名。")
    if not domains or not all(_text(item) for many in (domains, lists) for item in many):
        raise UserError(f"{where}的 domains 和 lists 要是文字的列表，domains 不能空。")
    if not all(year.isdecimal() and _text(url) for year, url in reports.items()):
        raise UserError(f'{where}的 reports 要写成 年份 = "网址"。')
    if not isinstance(delay, int | float) or (delay < LEAST_DELAY_SECONDS and not local):
        raise UserError(f"{where}的 delay_seconds 要是数，至少 {LEAST_DELAY_SECONDS:g} 秒。")
    return Source(
        name=table["name"].lower(),
        place=table["place"],
        publisher=table["publisher"],
        home=_with_scheme(table["home"]),
        domains=tuple(domain.lower() for domain in domains),
        lists=tuple(map(_with_scheme, lists)),
        reports={int(year): _with_scheme(url) for year, url in reports.items()},
        delay_seconds=float(delay),
        local=local is True,
    )


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _with_scheme(address: str) -> str:
    return address if "://" in address else f"http://{address}"
