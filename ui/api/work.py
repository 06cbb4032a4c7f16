"""Work that blocks, beside the event loop: so much at once, so much more waiting, no more."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import dataclass
from threading import Event, Semaphore
from typing import Generic, TypeVar

from starlette.types import Receive

from ui.api.errors import ApiError

T = TypeVar("T")

RUNNING = 4
WAITING = 16


@dataclass(frozen=True, slots=True)
class _Item(Generic[T]):
    value: T


class Workers:
    """Threads that step through iterators which block."""

    def __init__(self, running: int = RUNNING, waiting: int = WAITING) -> None:
        self._threads = ThreadPoolExecutor(running, thread_name_prefix="zhengwen-api")
        self._places = Semaphore(running + waiting)
        self._under_way: set[Event] = set()

    async def each(self, begin: Callable[[], Iterator[T]]) -> AsyncGenerator[T]:
        """What an iterator yields, begun and stepped through in a thread.

        It is given up at its next item where this generator is closed or cancelled. Raises
        ApiError 429 where too much waits already, else what the iterator raises.
        """
        if not self._places.acquire(blocking=False):
            raise ApiError(429, "同时提问的太多，请稍后再试。", "rate_limit_error", "too_many")
        loop, arrived, gone = asyncio.get_running_loop(), asyncio.Queue[_Item[T] | None](), Event()

        def put(item: _Item[T] | None) -> None:
            loop.call_soon_threadsafe(arrived.put_nowait, item)

        self._under_way.add(gone)
        future = self._threads.submit(_step_through, begin, put, gone)
        future.add_done_callback(self._freed)
        try:
            while item := await arrived.get():
                yield item.value
            await asyncio.wrap_future(future)
        finally:
            gone.set()
            future.cancel()
            self._under_way.discard(gone)

    async def last(self, begin: Callable[[], Iterator[T]]) -> T:
        """The last thing that an iterator yields; errors as with ``each``."""
        found: list[T] = []
        async with aclosing(self.each(begin)) as items:
            async for item in items:
                found = [item]
        return found[0]

    def close(self) -> None:
        """What runs is given up at its next item, what waits at once."""
        for gone in list(self._under_way):
            gone.set()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _freed(self, _: "Future[None]") -> None:
        self._places.release()


async def while_there(receive: Receive, work: Coroutine[None, None, None]) -> None:
    """Runs ``work`` to its end; cancels it where the other side goes away first.

    ``receive`` must have given the whole body already.
    """
    task, left = asyncio.ensure_future(work), asyncio.ensure_future(_left(receive))
    try:
        await asyncio.wait({task, left}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
    finally:
        for each in (task, left):
            each.cancel()
        await asyncio.gather(task, left, return_exceptions=True)


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _step_through(
    begin: Callable[[], Iterator[T]], put: Callable[[_Item[T] | None], None], gone: Event
) -> None:
    items: Iterator[T] = iter(())
    try:
        if not gone.is_set():
            items = begin()
        for item in items:
            if gone.is_set():
                break
            put(_Item(item))
    finally:
        if isinstance(items, Generator):
            items.close()
        put(None)
