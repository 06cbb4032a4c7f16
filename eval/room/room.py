"""Where evaluations are run, one at a time, and their reports lie."""

import json
import os
import shutil
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from corpus.errors import UserError
from eval.case import load
from eval.command import BUNDLED, need
from eval.report import JSON
from eval.room.job import Job, work
from eval.room.state import State

_FORMS = {"html": "index.html", "markdown": "report.md", "json": JSON}
_END_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """Which library cases of one's own are asked over, as ``zhengwen serve`` was told."""

    home: Path | None = None
    today: str | None = None
    reranker: str | None = None


class Room:
    """Evaluations of three sets of cases: "bundled", over the bundled documents; "feedback", what
    was rated on the page, and "uploaded", both over the library in use.

    Reports and the uploaded cases lie in ``folder``. A run goes on when nobody looks; one that was
    stopped is taken up where it was when it is begun again.
    """

    def __init__(self, folder: Path, feedback: Path, opening: Opening) -> None:
        self._folder = folder
        self._opening = opening
        self._cases = {
            "bundled": BUNDLED,
            "feedback": (feedback,),
            "uploaded": (folder / "uploaded.jsonl",),
        }
        self._lock = threading.Lock()
        self._state = State()
        self._process: SpawnProcess | None = None

    def sets(self) -> tuple[str, ...]:
        """The sets of cases that are there."""
        there = (name for name, files in self._cases.items() if all(f.is_file() for f in files))
        return tuple(there)

    def state(self) -> State:
        """How the last evaluation stands."""
        return self._state

    def report(self, which: str) -> Mapping[str, Any] | None:
        """The last report on a set as ``eval.record.to_dict`` makes it; None without one."""
        try:
            told = json.loads((self._of(which) / JSON).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return told if isinstance(told, dict) and "metrics" in told else None

    def latest(self) -> str:
        """The set that was last reported on; the first one where none was."""
        dated = [
            ((self._of(which) / JSON).stat().st_mtime_ns, which)
            for which in self.sets()
            if (self._of(which) / JSON).is_file()
        ]
        return max(dated)[1] if dated else self.sets()[0]

    def file(self, which: str, form: str) -> bytes:
        """The last report on a set as a file: "html", "markdown" or "json".

        Raises UserError where there is none.
        """
        try:
            return (self._of(which) / _FORMS[form]).read_bytes()
        except OSError:
            raise UserError("这组题还没有评测报告。") from None

    def take(self, path: Path) -> None:
        """Uploaded cases take the place of those uploaded before. Raises ``UserError`` that names
        the line and field of a malformed one; nothing is changed then."""
        if not load(path):
            raise UserError("文件里没有题目。")
        with self._lock:
            self._refuse_two()
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = self._folder / "uploaded.new"
            shutil.copyfile(path, fresh)
            os.replace(fresh, *self._cases["uploaded"])

    def begin(self, which: str) -> None:
        """Begins an evaluation. Raises ``UserError`` while another runs, for cases that are not
        there, and where a package that evaluations need is missing."""
        need("eval")
        with self._lock:
            self._refuse_two()
            if which not in self.sets():
                raise UserError("这组题不在了，请另选一组。")
            folder = self._of(which)
            job = Job(
                cases=self._cases[which],
                folder=folder,
                bundled=which == "bundled",
                home=self._opening.home,
                today=self._opening.today,
                reranker=self._opening.reranker,
                compare=folder / JSON if self.report(which) else None,
            )
            self._state = State(which, "running")
            self._start(job)

    def stop(self) -> None:
        """Ends the evaluation that runs; the answers that it has are kept for the next."""
        with self._lock:
            process = self._process
            if process is None or self._state.status != "running":
                return
            self._state = replace(self._state, status="stopped")
        process.terminate()
        process.join(_END_SECONDS)

    def _start(self, job: Job) -> None:
        spawning = get_context("spawn")
        here, there = spawning.Pipe(duplex=False)
        self._process = spawning.Process(target=work, args=(job, there), daemon=True)
        self._process.start()
        there.close()
        threading.Thread(target=self._follow, args=(self._process, here), daemon=True).start()

    def _follow(self, process: SpawnProcess, told: Connection) -> None:
        """What the process tells until it ends; one that was stopped stays so."""
        with told:
            last = self._heard(process, told)
        process.join()
        with self._lock:
            if self._process is not process or self._state.status != "running":
                return
            if last == "":
                self._state = replace(self._state, status="ended")
            else:
                self._state = replace(self._state, status="failed", failure=last or "")

    def _heard(self, process: SpawnProcess, told: Connection) -> str | None:
        """The last sentence of the process, "" where all went well, None where it left none."""
        while True:
            try:
                message = told.recv()
            except (EOFError, OSError):
                return None
            if isinstance(message, str):
                return message
            done, total = message
            with self._lock:
                if self._process is process:
                    self._state = replace(self._state, done=done, total=total)

    def _refuse_two(self) -> None:
        if self._state.status == "running":
            raise UserError("已经有一次评测在进行，请等它结束，或先停止它。")

    def _of(self, which: str) -> Path:
        """The folder of the reports on a set."""
        return self._folder / which
