"""The page over the fakes, in a process of its own: ``python -m tests.ui.served [FEEDBACK]``."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag.conversations.store import Conversations
from tests.ui.evaluation.fakes import FakeEvaluations
from tests.ui.fakes import EVIL, EXAMPLES, FakeChain, FakeFinder, FakeLibrary, api_of, fake_desk
from ui.app import serve
from ui.tabs import House, tabs

READY = "政问已就绪："
END_SECONDS = 20


@contextmanager
def served(root: Path, *feedback: Path) -> Iterator[str]:
    """The address of a page at a free port, for as long as the block lasts.

    Answers can be rated where a file for ``feedback`` is named; what is checked is noted, and
    conversations are kept, beside it.
    """
    command = [sys.executable, "-m", "tests.ui.served", *map(str, feedback)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith(READY), line
        try:
            yield line.removeprefix(READY).strip()
        finally:
            process.terminate()
            process.wait(END_SECONDS)


if __name__ == "__main__":
    kept = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    desk = fake_desk(kept.parent if kept else None)
    library = FakeLibrary()
    serve(
        FakeChain(),
        library,
        port=0,
        examples=(*EXAMPLES, EVIL),
        feedback=kept,
        tabs=tabs(House(library, desk, tables=FakeFinder(), evaluations=FakeEvaluations())),
        conversations=Conversations(kept.parent / "conversations") if kept else None,
        api=api_of(FakeChain(), desk),
    )
