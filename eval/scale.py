"""What each backend costs as a library grows: ``python -m eval.scale``.

Real sentences of news articles are indexed under the bundled embedder and asked for. Each step
runs in a process of its own, so that memory is what that step alone takes. Figures are printed
as a table with ratios to exact FAISS at the same size, in the same run.
"""

import argparse
import lzma
import shutil
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from corpus.split import split
from corpus.types import Document, Identity
from index import store
from index.backends import Place
from index.build import contents_of
from index.embedders import encoder
from index.search import Index, open_index
from index.types import EVERYWHERE, Scope

P = ParamSpec("P")
T = TypeVar("T")

EXACT = "faiss-exact"
QUESTIONS = 30
YEARS = 25
TOP = 10


@dataclass(frozen=True, slots=True)
class Asking:
    """What it costs to ask. Seconds; MiB; ``best`` are the rows found for each question.

    ``within`` is a question about one year of twenty-five. ``memory`` is what the process holds
    itself, ``mapped`` what it holds of files, which the system may take back.
    """

    opening: float
    question: float
    within: float
    memory: float
    mapped: float
    best: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one backend at one size. Seconds; MiB; ``recall`` of the ten best of exact search."""

    backend: str
    rows: int
    writing: float
    disk: float
    recall: float
    asking: Asking


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, required=True, help="an xz file, an article a line")
    parser.add_argument("--work", type=Path, required=True, help="a folder for indexes; emptied")
    parser.add_argument("--rows", default="6000,100000,500000", help="sizes")
    parser.add_argument("--milvus", default="", help="a server; otherwise a milvus-lite file")
    parser.add_argument("--lite-up-to", type=int, default=6_000, help="rows for milvus-lite")
    given = parser.parse_args()
    print(table([cost for rows in given.rows.split(",") for cost in _costs(int(rows), given)]))


def _costs(rows: int, given: argparse.Namespace) -> Iterator[Cost]:
    """The costs of every backend at one size, exact FAISS first."""
    work = Path(given.work) / str(rows)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    _apart(_index, Path(given.text), rows, work / EXACT)
    questions = _apart(_questions, work / EXACT)
    places = [Place(EXACT), Place("faiss-approximate")]
    if given.milvus or rows <= given.lite_up_to:
        places.append(Place("milvus", given.milvus or str(work / "rows.db")))
    best: tuple[tuple[int, ...], ...] = ()
    for place in places:
        home = work / f"{place.backend}-copy"
        writing = _apart(_write, work / EXACT, home, place)
        asking = _apart(_ask, home, place, questions)
        best = best or asking.best
        disk = _size(home) + _size(work / "rows.db") * (place.backend == "milvus")
        yield Cost(place.backend, rows, writing, disk, _recall(asking.best, best), asking)


def _recall(found: Sequence[Sequence[int]], best: Sequence[Sequence[int]]) -> float:
    """The share of the best rows that were found."""
    shares = [len({*f} & {*b}) / max(len(b), 1) for f, b in zip(found, best, strict=True)]
    return statistics.mean(shares)


def _apart(task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a function returns in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(task, *args, **kwargs).result()


def _index(text: Path, rows: int, home: Path) -> None:
    began = time.perf_counter()
    contents = contents_of(list(documents(text, rows)), encoder())
    print(f"{len(contents.rows)} rows read, cut and encoded in {time.perf_counter() - began:.0f} s")
    store.write(home, contents, Place(EXACT))


def documents(text: Path, rows: int) -> Iterator[Document]:
    """Articles as documents until they have so many sentences."""
    with lzma.open(text, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            identity = Identity(title=f"第{number}篇", year=2000 + number % YEARS)
            document = Document(f"{number:06}.txt", line.strip(), identity, ())
            yield document
            rows -= len(split(document))
            if rows <= 0:
                return


def _questions(home: Path) -> list[str]:
    """Parts of sentences from all over the library."""
    index = open_index(home, encoder())
    rows = len(index.contents.rows)
    texts = (index.passage(row).text for row in range(0, rows, max(1, rows // (QUESTIONS * 4))))
    return list(islice((text[5:35] for text in texts if len(text) > 40), QUESTIONS))


def _write(exact: Path, home: Path, place: Place) -> float:
    contents = store.read(exact)
    began = time.perf_counter()
    store.write(home, contents, place)
    return time.perf_counter() - began


def _ask(home: Path, place: Place, questions: Sequence[str]) -> Asking:
    began = time.perf_counter()
    index = open_index(home, encoder(), Place("", place.address))
    index.search(questions[0], TOP)
    opening = time.perf_counter() - began
    question, best = _timed(index, questions, EVERYWHERE)
    within, _ = _timed(index, questions, Scope(years=(2010,)))
    return Asking(opening, question, within, *_memory(), best)


def _timed(
    index: Index, questions: Sequence[str], scope: Scope
) -> tuple[float, tuple[tuple[int, ...], ...]]:
    """The median of the seconds that the questions take, and the rows they find."""
    seconds, found = [], []
    for question in questions:
        began = time.perf_counter()
        hits = index.search(question, TOP, scope)
        seconds.append(time.perf_counter() - began)
        found.append(tuple(hit.row for hit in hits))
    return statistics.median(seconds), tuple(found)


def _memory() -> tuple[float, float]:
    """MiB of this process: its own, and of files (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    told = {name: value for name, _, value in (line.partition(":") for line in lines)}
    own, files = (int(told[name].split()[0]) / 1024 for name in ("RssAnon", "RssFile"))
    return own, files


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


def table(costs: Sequence[Cost]) -> str:
    """The costs as a Markdown table; in brackets the ratio to exact FAISS of the same size."""
    head = "| rows | backend | writing | opening | a question | within a year | memory | mapped"
    lines = [f"{head} | disk | recall@10 |", "|--:|---|" + "--:|" * 8]
    exact = {cost.rows: cost for cost in costs if cost.backend == EXACT}
    for cost in costs:
        to, asking = exact[cost.rows], cost.asking
        cells = (
            f"{cost.writing:.1f} s ({cost.writing / to.writing:.1f})",
            f"{asking.opening:.1f} s",
            f"{asking.question * 1000:.0f} ms ({asking.question / to.asking.question:.2f})",
            f"{asking.within * 1000:.0f} ms ({asking.within / to.asking.within:.2f})",
            f"{asking.memory:.0f} MB ({asking.memory / to.asking.memory:.2f})",
            f"{asking.mapped:.0f} MB",
            f"{cost.disk:.0f} MB ({cost.disk / to.disk:.2f})",
            f"{cost.recall:.3f}",
        )
        lines.append(f"| {cost.rows:,} | {cost.backend} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
