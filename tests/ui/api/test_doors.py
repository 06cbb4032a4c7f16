"""Both doors behind one gate, over the fakes: what a tool's caller never learns, who goes away."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import TextContent

from rag.keys import load
from tests.ui.api.answering import Fakes, answering, bare
from tests.ui.fakes import REFUSAL
from ui.api.doors import Doors
from ui.api.types import MAX_BODY_BYTES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def fakes(tmp_path_factory: pytest.TempPathFactory) -> Fakes:
    return Fakes(tmp_path_factory.mktemp("library") / "api.jsonl")


@pytest.fixture(scope="module")
def url(fakes: Fakes) -> Iterator[str]:
    with answering(bare(Doors(fakes.api(), loopback=True))) as found:
        yield found


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[Client]:
    async with (
        httpx2.AsyncClient(trust_env=False) as http,
        Client(streamable_http_client(f"{url}/mcp", http_client=http)) as client,
    ):
        yield client


async def test_who_goes_away_from_a_tool_ends_its_work(url: str, fakes: Fakes) -> None:
    fakes.chain.ended.clear()
    async with connected(url) as client:
        asking = asyncio.create_task(client.call_tool("ask", {"question": "慢"}))
        await asyncio.sleep(0.4)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
    assert await asyncio.to_thread(fakes.chain.ended.wait, 5)
    await asyncio.sleep(0.2)
    last = json.loads(fakes.log.read_text(encoding="utf-8").splitlines()[-1])
    assert (last["door"], last["asked"], last["outcome"]) == ("ask", "慢", "gone")


async def test_a_bug_is_logged_and_not_told(url: str, caplog: pytest.LogCaptureFixture) -> None:
    async with connected(url) as client:
        result = await client.call_tool("ask", {"question": "崩"})
    (said,) = result.content
    assert isinstance(said, TextContent)
    assert result.is_error
    assert "a bug" not in said.text
    assert "a bug" in caplog.text


async def test_a_scope_is_handed_on_to_the_chain(url: str, fakes: Fakes) -> None:
    asked = {"question": REFUSAL.question, "places": ["云泽"], "years": [2025], "author": "extract"}
    async with connected(url) as client:
        await client.call_tool("ask", asked)
    last = fakes.chain.asked[-1]
    assert (last.scope.places, last.scope.years) == (("云泽",), (2025,))
    assert last.author == "extract"


async def test_a_request_that_is_far_too_long_is_refused(url: str) -> None:
    async with httpx2.AsyncClient(trust_env=False) as http:
        done = await http.post(f"{url}/mcp", content=b" " * (MAX_BODY_BYTES + 1))
    assert done.status_code == 413


def test_the_notice_says_for_whom_the_doors_open(tmp_path: Path) -> None:
    fakes, url = Fakes(tmp_path / "api.jsonl"), "http://127.0.0.1:7860"
    told = Doors(fakes.api(), loopback=True).notice(url)
    assert told == f"程序接口（本机不用密钥）：{url}/v1（OpenAI），{url}/mcp（MCP）"
    assert "先关着：zhengwen keys add" in Doors(fakes.api(), loopback=False).notice(url)
    fakes.keys = ()
    assert "要用密钥" in Doors(fakes.api(), loopback=False).notice(url)


def test_the_notice_says_what_is_wrong_with_the_keys(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{", encoding="utf-8")
    api = replace(Fakes(tmp_path / "api.jsonl").api(), keys=lambda: load(tmp_path))
    assert "keys.json 读不懂" in Doors(api, loopback=True).notice("")
