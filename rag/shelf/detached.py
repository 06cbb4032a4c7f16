"""Work that goes on though nobody watches it any more."""

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

Step = TypeVar("Step")


@dataclass(frozen=True, slots=True)
class _End:
    """The end of the steps, and what they raised."""

    error: BaseException | None = None


def detached(steps: Iterator[Step]) -> Iterator[Step]:
    """The steps, drawn by a thread of their own: to the end, also where this iterator is left.

    Steps that come faster than they are asked for are passed over, but for the last. What the
    steps raise is raised here.
    """
    came: queue.Queue[Step | _End] = queue.Queue()

    def draw() -> None:
        try:
            for step in steps:
                came.put(step)
            came.put(_End())
        except BaseException as error:
            came.put(_End(error))

    threading.Thread(target=draw, name="zhengwen-library", daemon=True).start()
    while True:
        waiting = [came.get()]
        while not came.empty():
            waiting.append(came.get())
        steps_now = [step for step in waiting if not isinstance(step, _End)]
        yield from steps_now[-1:]
        last = waiting[-1]
        if isinstance(last, _End):
            if last.error:
                raise last.error
            return
