"""What ``zhengwen eval`` does: take cases and whoever answers them, run, show, write, hold to
gates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from corpus.errors import UserError
from corpus.types import Document
from eval.case import Case, load
from eval.change import Change, change, earlier
from eval.gates import Miss, missed
from eval.gates import read as read_gates
from eval.gold import checked, library
from eval.record import Record, record
from eval.report import text
from eval.run import Ask, Progress, kept_in, key_of, run

FOLDER = Path(__file__).parent / "cases"
BUNDLED = tuple(FOLDER / name for name in ("questions.jsonl", "claims.jsonl", "indicators.jsonl"))
GATES = FOLDER / "gates.toml"

_EXTRAS = {
    "eval": ("ir_measures", "jinja2", "matplotlib", "sklearn"),
    "baselines": ("bm25s", "langchain_classic", "langchain_text_splitters"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Cases, the documents that they are asked over, and who answers.

    ``setting`` is what else the answers hang on: the day, the model.
    """

    engine: str
    names: tuple[str, ...]
    documents: Sequence[Document]
    cases: Sequence[Case]
    ask: Ask
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show of a run beside its totals, and what to write."""

    by: str = "type"
    failures: bool = False
    report: Path | None = None
    compare: Path | None = None
    gates: Path | None = None
    exports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run, what the terminal shows of it, and the gates that it missed."""

    record: Record
    text: str
    misses: tuple[Miss, ...]


def over_library(
    ask: Ask,
    documents: Sequence[Document],
    paths: Sequence[Path] = BUNDLED,
    setting: str = "",
) -> Asked:
    """The cases of some files, over a library that answers itself."""
    names = tuple(path.name for path in paths)
    return Asked("zhengwen", names, documents, load(*paths), ask, setting)


def over_home(
    where: Path, paths: Sequence[Path], today: str | None, reranker: str | None = None
) -> Asked:
    """The cases of some files, over the library of a home as the settings have it answer."""
    from rag.opening import chain_over, today_of
    from rag.settings import settings

    chosen = settings()
    chain = chain_over(where, today, reranker=reranker)
    models = f"{chosen.embedder} {chosen.reranker if reranker is None else reranker}"
    setting = f"{today_of(today, chosen)} {models}".strip()
    return over_library(chain.invoke, chain.index.documents, paths, setting)


def over_set(name: str, paths: Sequence[Path], today: date) -> Asked:
    """An outside set over its own documents, answered by the engine that the page uses."""
    from eval.sets import outside
    from index.build import contents_of
    from index.embedders import encoder
    from index.search import Index
    from rag.engine import Engine

    given, bundled = outside(name, paths), encoder()
    engine = Engine(Index(contents_of(given.documents, bundled), bundled), today)
    return Asked("zhengwen", (name,), given.documents, given.cases, engine.ask)


def answered_by(asked: Asked, baseline: str, model: str) -> Asked:
    """The same cases, answered by a baseline over the same documents."""
    need("baselines")
    from eval.baselines import BASELINES
    from eval.baselines import baseline as made

    if baseline not in BASELINES:
        raise UserError(f"没有叫 {baseline} 的基线；有：{'、'.join(BASELINES)}。")
    ask = made(baseline, asked.documents, model)
    return replace(asked, engine=f"baseline {baseline}", ask=ask, setting=model)


def evaluate(asked: Asked, wanted: Wanted, progress: Progress) -> Outcome:
    """Runs the cases, writes what is wanted and says how it went."""
    need("eval")
    _check(wanted.exports)
    gates = read_gates(wanted.gates) if wanted.gates else {}
    before = earlier(wanted.compare) if wanted.compare else None
    done, resumed = _run(asked, wanted.report, progress)
    since = change(before, done.results) if before is not None else None
    misses = missed(gates, done.types)
    lines = [*_shown(done, wanted, since), *map(text.missed, misses)]
    if resumed:
        lines.append(f"接着上次中断的评测，那时已有 {resumed} 题。")
    if wanted.report:
        lines += _written(done, since, wanted.report, wanted.exports)
    return Outcome(done, "\n".join(line for line in lines if line), misses)


def _run(asked: Asked, folder: Path | None, progress: Progress) -> tuple[Record, int]:
    """The record of a run, and how many answers an interrupted one in ``folder`` had left."""
    shelf = library(asked.documents)
    cases, unscored = checked(asked.cases, shelf)
    if not cases:
        raise UserError(f"这些题在这个文库上都不能计分：{unscored[0].id}，{unscored[0].why}。")
    kept = (
        kept_in(folder, key_of(cases, shelf, f"{asked.engine} {asked.setting}")) if folder else None
    )
    resumed = len(kept.answers) if kept else 0
    results = run(cases, asked.ask, shelf, kept, progress)
    if kept:
        kept.forget()
    return record(asked.engine, asked.names, len(asked.documents), results, unscored), resumed


def _shown(done: Record, wanted: Wanted, since: Change | None) -> list[str]:
    rows = done.by_document if wanted.by == "document" else done.types
    lines = [text.table(rows), text.claims(done)]
    lines += [f"没有计分 {left.id}：{left.why}" for left in done.unscored]
    lines += [f"没有答案 {r.case.id}：{r.failure}" for r in done.results if r.answer is None]
    lines += [text.changed(since)] if since else []
    if wanted.failures:
        lines += [text.failure(r) for r in done.results if r.scores.get("correct", 0.0) < 1.0]
    return lines


def _written(done: Record, since: Change | None, folder: Path, exports: Sequence[str]) -> list[str]:
    from eval.export import EXPORTS
    from eval.report import write

    lines = [f"报告写到了 {write(done, since, folder)}"]
    for name in exports:
        path = folder / f"{name}.jsonl"
        path.write_text("".join(f"{line}\n" for line in EXPORTS[name](done.results)), "utf-8")
        lines.append(f"{name} 格式写到了 {path}")
    return lines


def _check(exports: Sequence[str]) -> None:
    from eval.export import EXPORTS

    for name in exports:
        if name not in EXPORTS:
            raise UserError(f"不能导出成 {name}；可以：{'、'.join(EXPORTS)}。")


def need(extra: str) -> None:
    """Raises ``UserError`` with the command that installs an extra where it is missing."""
    missing = [name for name in _EXTRAS[extra] if find_spec(name) is None]
    if missing:
        install = f"pip install 'zhengwen[{extra}]'"
        raise UserError(f"缺少 {'、'.join(missing)}；请运行 {install} 安装。")
