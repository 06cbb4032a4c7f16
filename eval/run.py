"""Cases asked one by one, each answer scored by every metric; an interrupted run is resumed."""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.errors import UserError
from eval.case import Case
from eval.gold import Library, renamed
from eval.metrics import METRICS
from eval.metrics.types import Metric
from rag.types import Answer, Question

Ask = Callable[[Question], Answer]
Progress = Callable[[int, int, str], None]

_ANSWER = TypeAdapter(Answer)
_CODE = ("corpus", "index", "rag", "eval")
_NONE = Answer("", "", "refusal", False, "")


@dataclass(frozen=True, slots=True)
class Result:
    """A case and its answer, None where there was none and ``failure`` says why.

    ``scores`` holds each metric that applies to the case; without an answer they are the worst.
    """

    case: Case
    answer: Answer | None
    scores: Mapping[str, float]
    failure: str = ""


def run(
    cases: Sequence[Case],
    ask: Ask,
    library: Library,
    kept: "Kept | None" = None,
    progress: Progress = lambda done, total, name: None,
) -> tuple[Result, ...]:
    """Every case asked in turn; answers that are ``kept`` already are not asked again."""
    results = []
    for at, case in enumerate(cases):
        progress(at, len(cases), case.question[:30])
        answer = kept.answers.get(case.id) if kept else None
        failure = ""
        if answer is None:
            answer, failure = _asked(case, ask)
            if kept and answer is not None:
                kept.add(case.id, answer)
        results.append(scored(case, answer, library, failure))
    progress(len(cases), len(cases), "")
    return tuple(results)


def _asked(case: Case, ask: Ask) -> tuple[Answer | None, str]:
    """The answer, or none and the sentence with which the engine turned the question away."""
    try:
        return ask(Question(case.question, case.history, case.scope, case.id)), ""
    except UserError as error:
        return None, str(error)


def scored(
    case: Case,
    answer: Answer | None,
    library: Library,
    failure: str = "",
    metrics: Sequence[Metric] = METRICS,
) -> Result:
    """A case with the scores of its answer."""
    told = renamed(answer, library) if answer else _NONE
    scores = {metric.name: metric.score(case, told) for metric in metrics}
    there = {name: score for name, score in scores.items() if score is not None}
    if answer is None:
        worst = {m.name: float(not m.higher_is_better) for m in metrics if m.unit == "share"}
        there = {name: worst[name] for name in there if name in worst}
    return Result(case, answer, there, failure)


@dataclass(frozen=True, slots=True)
class Kept:
    """The answers of a run in progress, a line each, so that an interruption loses none.

    The first line is the key of the run: the cases, the library, the engine and its code. A file
    with another key is begun anew.
    """

    path: Path
    answers: dict[str, Answer]

    def add(self, id_: str, answer: Answer) -> None:
        """Keeps an answer."""
        self.answers[id_] = answer
        line = json.dumps([id_, _ANSWER.dump_python(answer, mode="json")], ensure_ascii=False)
        with self.path.open("a", encoding="utf-8") as file:
            file.write("\n" + line)

    def forget(self) -> None:
        """The run is complete: nothing is left to resume."""
        self.path.unlink(missing_ok=True)


def kept_in(folder: Path, key: str) -> Kept:
    """What an interrupted run with this key left in ``folder``, or an empty beginning."""
    path = folder / "answers.part.jsonl"
    answers = dict(_lines(path, key))
    if not answers:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(key), encoding="utf-8")
        except OSError as error:
            raise UserError(f"写不了 {folder}：{error.strerror or error}。") from None
    return Kept(path, answers)


def _lines(path: Path, key: str) -> Iterable[tuple[str, Answer]]:
    """The whole lines of a file that begins with the key; one cut short is left out."""
    if not path.is_file():
        return
    first, *lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    if first != json.dumps(key):
        return
    for line in lines:
        try:
            id_, answer = json.loads(line)
            yield str(id_), _ANSWER.validate_python(answer)
        except (ValueError, TypeError, ValidationError):
            continue


def key_of(cases: Sequence[Case], library: Library, engine: str) -> str:
    """What a run must have in common with one that it resumes."""
    found = hashlib.sha256(f"{engine}\n{sys.version}\n{cases!r}".encode())
    for name, text in sorted(library.text.items()):
        found.update(f"{name}\n{text}".encode())
    project = Path(__file__).parent.parent
    for path in sorted(p for name in _CODE for p in (project / name).rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
