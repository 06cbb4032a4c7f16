"""One person with the page open, who asks a question every few seconds."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex

import httpx

from eval.load.page import Page

_API = "/gradio_api"


@dataclass(frozen=True, slots=True)
class Wait:
    """A question, the seconds until its first and its last sign, and what went wrong, "" where
    nothing did."""

    question: str
    first: float
    last: float
    fault: str = ""


async def visit(
    client: httpx.AsyncClient, page: Page, questions: Sequence[str], every: float, late: float
) -> list[Wait]:
    """Asks each question ``every`` seconds after the one before, the first after ``late``."""
    session, began, waits = token_hex(6), time.perf_counter() + late, []
    for at, question in enumerate(questions):
        await asyncio.sleep(max(0.0, began + at * every - time.perf_counter()))
        try:
            waits.append(await ask(client, page, session, question))
        except (httpx.HTTPError, ValueError, KeyError) as error:
            waits.append(Wait(question, 0.0, 0.0, f"{type(error).__name__}: {error}"))
    return waits


async def ask(client: httpx.AsyncClient, page: Page, session: str, question: str) -> Wait:
    """A question through the queue, its answer as it grows, and what the browser sends then."""
    began = time.perf_counter()
    body = {"fn_index": page.ask, "data": page.asking(question), "session_hash": session}
    joined = await client.post(f"{_API}/queue/join", json=body)
    joined.raise_for_status()
    first, fault = await _followed(client, session, joined.json()["event_id"], began)
    last = time.perf_counter() - began
    for number, data in page.after:
        told = {"fn_index": number, "data": list(data), "session_hash": session}
        done = await client.post(f"{_API}/run/predict", json=told)
        fault = fault or ("" if done.is_success else f"HTTP {done.status_code}")
    return Wait(question, first, last, fault)


async def _followed(
    client: httpx.AsyncClient, session: str, event: str, began: float
) -> tuple[float, str]:
    """The seconds until the first sign of the answer, and what went wrong with it."""
    first = 0.0
    async with client.stream("GET", f"{_API}/queue/data?session_hash={session}") as stream:
        async for line in stream.aiter_lines():
            told = json.loads(line.removeprefix("data: ")) if line else {}
            if told.get("event_id") != event:
                continue
            if told["msg"] == "process_generating" and not first:
                first = time.perf_counter() - began
            if told["msg"] == "process_completed":
                fault = "" if told["success"] else f"{told['output'].get('error')}"
                return first, fault
    return first, "the stream ended before the answer"
