"""Work beside the event loop: in order, bounded, given up where nobody waits."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import aclosing

import pytest

from corpus.errors import UserError
from ui.api.errors import ApiError
from ui.api.work import Workers, while_there


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(running=1, waiting=1)
    yield made
    made.close()


async def test_items_come_in_order_and_the_last_is_last(workers: Workers) -> None:
    async with aclosing(workers.each(lambda: iter("abc"))) as items:
        assert [item async for item in items] == ["a", "b", "c"]
    assert await workers.last(lambda: iter("abc")) == "c"


async def test_false_items_are_items(workers: Workers) -> None:
    assert await workers.last(lambda: iter([1, 0])) == 0


async def test_an_error_of_the_work_is_raised_where_it_is_awaited(workers: Workers) -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise UserError("文件不见了。")

    with pytest.raises(UserError, match="文件不见了"):
        await workers.last(broken)


async def test_who_leaves_early_ends_the_work(workers: Workers) -> None:
    ended = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            ended.set()

    async with aclosing(workers.each(endless)) as items:
        await anext(items)
    assert await asyncio.to_thread(ended.wait, 5)


async def test_more_than_runs_and_waits_is_refused_until_there_is_room(workers: Workers) -> None:
    go = threading.Event()

    def slow() -> Iterator[bool]:
        yield go.wait(5)

    under_way = [asyncio.create_task(workers.last(slow)) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(ApiError) as refused:
        await workers.last(slow)
    assert refused.value.status == 429
    go.set()
    assert await asyncio.gather(*under_way) == [True, True]
    assert await workers.last(slow)


async def test_what_waits_and_is_given_up_never_begins(workers: Workers) -> None:
    go, begun = threading.Event(), threading.Event()

    def slow() -> Iterator[bool]:
        yield go.wait(5)

    def noted() -> Iterator[int]:
        begun.set()
        yield 1

    running = asyncio.create_task(workers.last(slow))
    waiting = asyncio.create_task(workers.last(noted))
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    go.set()
    assert await running
    assert await workers.last(slow)
    assert not begun.is_set()


async def test_work_is_cancelled_where_the_other_side_goes_away() -> None:
    begun, cancelled = asyncio.Event(), asyncio.Event()

    async def gone() -> dict[str, str]:
        await begun.wait()
        return {"type": "http.disconnect"}

    async def work() -> None:
        begun.set()
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    await while_there(gone, work())
    assert cancelled.is_set()
