"""What is wrong with a library, and what to do about it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal, get_args

from corpus import catalogue, corrections
from corpus.catalogue import Catalogue
from corpus.corrections import Corrections
from corpus.duplicates import Overlap, Relation, overlaps
from corpus.errors import DamagedIndex, UserError
from corpus.library import State, is_there, state
from corpus.types import Document
from index import store
from index.backends import AS_IT_IS, Place, backend
from index.record import seen
from index.store import Contents

Level = Literal["wrong", "note"]

_NAMED = ("report", "plan")
_TODO: dict[Relation, tuple[Level, str]] = {
    "copy": ("note", "不必处理；不想要它，运行 zhengwen library remove。"),
    "part": ("note", "不必处理；不想要它，运行 zhengwen library remove。"),
    "version": ("wrong", "留下定稿，其余运行 zhengwen library remove。"),
    "conflict": ("wrong", "核对后用 zhengwen library set 改正一个，或移除一个。"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the person should know. ``wrong`` needs doing, a ``note`` does not.

    ``sources`` are the documents it is about, ``what`` says what is found, ``todo`` what to do.
    """

    level: Level
    what: str
    sources: tuple[str, ...] = ()
    todo: str = ""


def examine(home: Path, embedder: str, place: Place = AS_IT_IS) -> tuple[Finding, ...]:
    """All findings about the library at ``home``; ``embedder`` is the name of the one in force,
    ``place`` says how to reach a server that holds the rows.

    Raises ``UserError`` where nothing was ever indexed.
    """
    if not store.exists(home):
        raise store.nothing_there(home)
    try:
        contents = store.read(home, place)
    except DamagedIndex as error:
        todo = "重新运行 zhengwen index，给出全部文件夹；更正不会丢。"
        return (Finding("wrong", str(error), todo=todo), *_decided(home, ()))
    listed = catalogue.load(home)
    unread = {record.source for record in listed.records if record.reason}
    states = {
        item.document.source: state(item.file, item.digest)
        for item in contents.stored
        if item.document.source not in unread or not is_there(item.file)
    }
    return tuple(
        chain(
            _model(contents, embedder),
            _held(contents),
            _decided(home, [item.document.source for item in contents.stored]),
            _listed(contents, listed),
            _files(states),
            _nameless(contents),
            _shared(overlaps([item.document for item in contents.stored])),
        )
    )


def _model(contents: Contents, embedder: str) -> Iterator[Finding]:
    if contents.embedder != embedder:
        what = f"索引是用向量模型 {contents.embedder} 建的，现在设置的是 {embedder}"
        yield Finding("wrong", what, todo="改回原来的模型，或重新运行 zhengwen index。")


def _held(contents: Contents) -> Iterator[Finding]:
    """How the rows are held, where that is not the ordinary way, and what keeps them away."""
    if contents.vectors.note:
        yield Finding("note", contents.vectors.note)
    try:
        backend(contents.place.backend).searcher(contents)
    except UserError as error:
        yield Finding("wrong", str(error), todo="照说明处理；重新运行 zhengwen index 可以重建。")


def _decided(home: Path, sources: Sequence[str]) -> Iterator[Finding]:
    """What is wrong with the file of corrections, and corrections of what is not there."""
    try:
        decided = corrections.load(home)
    except UserError as error:
        yield Finding("wrong", str(error), todo="改好之前，不能索引，也不能更正。")
        return
    yield from _idle(decided, sources) if sources else ()


def _idle(decided: Corrections, sources: Sequence[str]) -> Iterator[Finding]:
    idle = tuple(sorted(set(decided.fields) - set(sources)))
    if idle:
        yield Finding("note", "有更正，但文库里没有这个文件", idle, "文件回到文库时自动生效。")


def _listed(contents: Contents, listed: Catalogue) -> Iterator[Finding]:
    """What the catalogue says, and whether it is that of this index."""
    if listed.fault:
        yield Finding("note", listed.fault, todo="下次运行 zhengwen index 时按索引重建。")
        return
    told = {(r.source, r.digest, r.status) for r in listed.records if r.status != "removed"}
    unread = {one for one in told if one[2] == "refused"}
    if told - unread != {(r.source, r.digest, r.status) for r in seen(contents)}:
        yield Finding("note", "台账与索引不一致", todo="下次运行 zhengwen index 时自动补上。")
    for record in listed.records:
        if record.status == "refused":
            todo = "照说明处理后重新索引；不要它，运行 zhengwen library remove。"
            yield Finding("wrong", f"读不了：{record.reason}", (record.source,), todo)
        elif record.status == "current" and record.reason:
            yield Finding("wrong", record.reason, (record.source,), "照说明处理后重新索引。")


def _files(states: dict[str, State]) -> Iterator[Finding]:
    gone = _of(states, "gone")
    if gone:
        todo = "放回文件；不要了，运行 zhengwen library remove。"
        yield Finding("wrong", "文件已不在原处，引用打不开原文件", gone, todo)
    changed = _of(states, "changed")
    if changed:
        yield Finding("wrong", "文件在索引之后变动过", changed, "重新运行 zhengwen index。")


def _of(states: dict[str, State], wanted: State) -> tuple[str, ...]:
    return tuple(source for source, found in states.items() if found == wanted)


def _nameless(contents: Contents) -> Iterator[Finding]:
    """Documents without a place or a year: wrong for reports and plans, which have both."""
    for field, name in (("place", "地名"), ("year", "年份")):
        bare = [d for d in _documents(contents) if not getattr(d.identity, field)]
        todo = f"运行 zhengwen library set 文件 --{field} …"
        for level, sources in _by_level((d.identity.kind in _NAMED, d.source) for d in bare):
            yield Finding(level, f"没有认出{name}，按{name}提问时找不到", sources, todo)


def _documents(contents: Contents) -> Iterator[Document]:
    return (item.document for item in contents.stored)


def _by_level(
    pairs: Iterable[tuple[bool, str]],
) -> Iterator[tuple[Level, tuple[str, ...]]]:
    told = list(pairs)
    for level in get_args(Level):
        sources = tuple(source for wrong, source in told if wrong == (level == "wrong"))
        if sources:
            yield level, sources


def _shared(shared: Sequence[Overlap]) -> Iterator[Finding]:
    for overlap in shared:
        pair = (overlap.source, overlap.other)
        level, todo = _TODO[overlap.relation]
        yield Finding(level, f"{overlap.source} {told(overlap)}", pair, todo)


def told(overlap: Overlap) -> str:
    """What a document is to another, for the person."""
    share = f"（{overlap.share:.0%} 的句子相同）" if overlap.share < 1 else ""
    return {
        "copy": f"与 {overlap.other} 是同一份文字{share}，只引用后者",
        "part": f"全文都在 {overlap.other} 里{share}，只引用后者",
        "version": f"与 {overlap.other} 是同一份报告的不同版本{share}，两份都会引用",
        "conflict": f"与 {overlap.other} 文字相同{share}，地名、年份、类别或日期却不同",
    }[overlap.relation]
