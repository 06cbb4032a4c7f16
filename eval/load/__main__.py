"""Many people who ask at once: ``python -m eval.load``, or ``make load``.

Serves the page over a library, lets ``--people`` ask a question every ``--every`` seconds for
``--minutes`` through Gradio's own queue, and prints how long they waited, beside how long one who
is alone waits in the same run. Exit status 1 where a question went wrong.
"""

import argparse
import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from eval.case import load
from eval.command import BUNDLED
from eval.load.page import page
from eval.load.table import table
from eval.load.visitor import Wait, visit

_READY = "："
_ALONE = 20
_SECONDS = 60.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, help="the library; the bundled documents without one")
    parser.add_argument("--cases", type=Path, default=BUNDLED[0], help="where questions come from")
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--every", type=float, default=5.0, help="seconds between two questions")
    parser.add_argument("--minutes", type=float, default=2.0)
    given = parser.parse_args()
    questions = [case.question for case in load(given.cases) if not case.history]
    with served(given.home) as url:
        alone = asyncio.run(crowd(url, questions, 1, 0.0, _ALONE))
        each = max(1, round(60 * given.minutes / given.every))
        together = asyncio.run(crowd(url, questions, given.people, given.every, each))
    print(table({"one alone": alone, f"{given.people} people": together}))
    faults = [wait for wait in (*alone, *together) if wait.fault]
    for wait in faults[:20]:
        print(f"{wait.question}: {wait.fault}")
    sys.exit(bool(faults))


async def crowd(
    url: str, questions: Sequence[str], people: int, every: float, each: int
) -> list[Wait]:
    """What ``people`` waited who ask ``each`` so many questions, everyone others, spread over
    the time between two questions."""
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(
        base_url=url, trust_env=False, timeout=_SECONDS, limits=limits
    ) as client:
        shown = page((await client.get("/config")).json())
        own = [list(islice(cycle(questions), at * each, (at + 1) * each)) for at in range(people)]
        late = every / people
        visits = (visit(client, shown, asked, every, at * late) for at, asked in enumerate(own))
        return [wait for waits in await asyncio.gather(*visits) for wait in waits]


@contextmanager
def served(home: Path | None) -> Iterator[str]:
    """The address of the page over a copy of a library, or over the bundled documents, for as long
    as the block lasts: what is asked is kept in nobody's conversations."""
    with TemporaryDirectory() as folder:
        own = Path(folder) / "home"
        if home:
            shutil.copytree(home, own, ignore=shutil.ignore_patterns("conversations"))
        environment = {**os.environ, "ZHENGWEN_HOME": str(own)}
        command = [sys.executable, "-m", "rag.cli", "serve", "--port", "0"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, encoding="utf-8", env=environment
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            try:
                yield line.partition(_READY)[2].strip()
            finally:
                process.terminate()


if __name__ == "__main__":
    main()
