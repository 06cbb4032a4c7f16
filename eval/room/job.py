"""One evaluation, in a process of its own: who asks the page meanwhile is answered as quickly."""

import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from corpus.errors import UserError


@dataclass(frozen=True, slots=True)
class Job:
    """Cases, the library that they are asked over, and the folder that the report goes to.

    ``home`` None is the user's library, as ``zhengwen ask`` opens it; ``bundled`` the bundled
    documents. ``compare`` is the JSON of an earlier report, where there is one.
    """

    cases: tuple[Path, ...]
    folder: Path
    bundled: bool = False
    home: Path | None = None
    today: str | None = None
    reranker: str | None = None
    compare: Path | None = None


def work(job: Job, told: Connection) -> None:
    """Runs the job. Tells ``(done, total)`` before each question; at the end "", or the sentence
    that says why there is no report.

    An interruption at the terminal is for the server alone, which then ends this process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _run(job, told)
        told.send("")
    except UserError as error:
        told.send(str(error))
    except BrokenPipeError:
        return


def _run(job: Job, told: Connection) -> None:
    from eval import command
    from rag.opening import default_home, samples
    from rag.settings import settings

    chosen = settings()
    where = samples(chosen) if job.bundled else job.home or default_home(chosen)
    asked = command.over_home(where, job.cases, job.today, job.reranker)
    wanted = command.Wanted(report=job.folder, compare=job.compare)
    command.evaluate(asked, wanted, lambda done, total, _: told.send((done, total)))
