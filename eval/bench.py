"""All figures of docs/evaluation.md: ``python -m eval.bench``, or ``make bench``.

zhengwen and what a user would pick instead, on the bundled cases, on the development questions
and on the outside sets. What is not there is left out and said so.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from eval import command
from eval.baselines import BASELINES
from eval.metrics import METRIC_OF
from eval.record import Record
from eval.report.text import shown
from eval.sets import SETS
from eval.summary import ALL, Row
from index.build import build
from index.embedders import encoder
from index.embedders.static import BUNDLED as MODEL
from rag.bundled import SAMPLES
from rag.chain import open_chain

TODAY = date(2026, 3, 1)
_FILES = {
    "xquad-zh": ("xquad.zh.json",),
    "xquad-en-zh": ("xquad.en.json", "xquad.zh.json"),
    "cmrc2018": ("cmrc2018_dev.json",),
    "rgb-fact": ("rgb_zh_fact.json",),
    "ocnli-gov": ("ocnli_gov.jsonl",),
}
_QUESTIONS = (
    *("correct", "facts", "cited", "precision", "evidence@1", "evidence@5", "evidence@10"),
    *("mrr", "ndcg", "false_refusal", "false_answer", "faithful", "length", "p50", "p95"),
)
_CLAIMS = ("verdict", "error", "cited", "precision", "faithful", "p50")
_TABLES = ("cells", "invented", "p50", "p95")
_READING = ("document@1", "document@5", "document_mrr", "facts", "false_refusal", "length", "p50")
_VERDICTS = ("correct", "facts", "verdict")
_RANKED = frozenset({"xquad-zh", "xquad-en-zh", "cmrc2018"})


def main() -> None:
    """Run everything and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with reports/ and eval/")
    parser.add_argument("--out", type=Path, required=True, help="the Markdown page to write")
    parser.add_argument("--work", type=Path, required=True, help="a folder for reports and exports")
    given = parser.parse_args()
    sections = [_HEAD, *_bundled(given.work)]
    if given.shared.is_dir():
        sections += [*_development(given.shared, given.work), *_outside(given.shared, given.work)]
    else:
        sections.append(f"The development material ({given.shared}) was not there.")
    given.out.write_text("\n\n".join(sections) + "\n", encoding="utf-8")


_HEAD = """# Evaluation

Made by `make bench`; do not edit. What each metric means stands at the top of its file in
[eval/metrics](../eval/metrics). A figure after ± is half of the 95% bootstrap interval. Times were
taken on 2 cores and are only to be compared with each other.

The baselines cut the same documents into pieces of 500 characters with 50 shared
(RecursiveCharacterTextSplitter) and answer with the sentence of the best piece that shares most
words with the question. `bm25`: BM25 over jieba words (bm25s). `dense`: a sentence-transformers
model and FAISS; no model of a hub was at hand where this page was made, so it is the bundled one,
which was made for sentences, not for such pieces. `fused`: both, by EnsembleRetriever. None of them
gives verdicts or refuses."""


def _bundled(work: Path) -> Iterator[str]:
    yield "## The bundled cases over the bundled documents"
    with tempfile.TemporaryDirectory() as home:
        asked = _library([SAMPLES], Path(home), command.BUNDLED)
        yield from _compared(asked, work / "bundled", (*_QUESTIONS, *_CLAIMS[:2], *_TABLES[:2]))


def _development(shared: Path, work: Path) -> Iterator[str]:
    for name, columns in (("dev", _QUESTIONS), ("claims", _CLAIMS), ("indicators", _TABLES)):
        yield f"## {name}.jsonl over the development reports"
        with tempfile.TemporaryDirectory() as home:
            cases = (shared / "eval" / f"{name}.jsonl",)
            asked = _library([shared / "reports"], Path(home), cases)
            if name == "dev":
                yield from _compared(asked, work / name, columns)
            else:
                yield _types(_run(asked, work / name), columns)


def _outside(shared: Path, work: Path) -> Iterator[str]:
    for name in SETS:
        yield f"## {name}"
        paths = [shared / "eval" / "external" / file for file in _FILES[name]]
        asked = command.over_set(name, paths, TODAY)
        ours = _run(asked, work / name)
        if name not in _RANKED:
            yield _types(ours, _VERDICTS)
            continue
        theirs = _run(command.answered_by(asked, "bm25", str(MODEL)), work / f"{name}-bm25")
        yield _engines([ours, theirs], _READING)


def _library(paths: Sequence[Path], home: Path, cases: Sequence[Path]) -> command.Asked:
    build(paths, home, encoder())
    chain = open_chain(home, TODAY)
    return command.over_library(chain.invoke, chain.index.documents, cases)


def _compared(asked: command.Asked, work: Path, columns: Sequence[str]) -> Iterator[str]:
    """The totals of all engines, then ours by type."""
    ours = _run(asked, work)
    baselines = [
        _run(command.answered_by(asked, name, str(MODEL)), work.with_name(f"{work.name}-{name}"))
        for name in BASELINES
    ]
    yield _engines([ours, *baselines], columns)
    yield "zhengwen by type:"
    yield _types(ours, columns)


def _run(asked: command.Asked, folder: Path) -> Record:
    print(f"{asked.engine}: {'、'.join(asked.names)}", flush=True)
    wanted = command.Wanted(report=folder, exports=("ragas",))
    return command.evaluate(asked, wanted, lambda done, total, name: None).record


def _engines(records: Sequence[Record], columns: Sequence[str]) -> str:
    rows = {record.engine: record for record in records}
    return _table({name: record.types[ALL] for name, record in rows.items()}, columns)


def _types(record: Record, columns: Sequence[str]) -> str:
    return _table(record.types, columns)


def _table(rows: dict[str, Row], columns: Sequence[str]) -> str:
    there = [name for name in columns if any(name in row for row in rows.values())]
    lines = [f"| | n | {' | '.join(there)} |", f"|---|{'---:|' * (len(there) + 1)}"]
    for name, row in rows.items():
        count = max(estimate.n for estimate in row.values())
        lines.append(f"| {name} | {count} | {' | '.join(_cell(row, c) for c in there)} |")
    return "\n".join(lines)


def _cell(row: Row, name: str) -> str:
    estimate = row.get(name)
    if estimate is None or METRIC_OF[name].unit != "share":
        return shown(estimate, name)
    return f"{shown(estimate, name)} ±{(estimate.high - estimate.low) / 2:.2f}"


if __name__ == "__main__":
    main()
