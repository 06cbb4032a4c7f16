"""The MCP tools as the real client sees them, over bundled documents."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import httpx2
import openai
import pytest
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult, TextContent

from index.build import build
from index.embedders import encoder
from rag import keys
from rag.bundled import SAMPLES
from rag.chain import Chain, open_chain
from rag.proofread.desk import desk
from rag.types import Question
from tests.ui.api.answering import answering, bare
from ui.api.cited import cited
from ui.api.doors import Doors
from ui.api.over import over

NAMES = ("zhejiang-2025", "jiangsu-2025", "jiangsu-2026", "guizhou-2025", "xinchang-2021-1236")
GROWTH = "2025年浙江GDP增长目标是多少"
TOKEN = keys.new_token()
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    build([SAMPLES / f"{name}.txt" for name in NAMES], home, encoder())
    return home


@pytest.fixture(scope="module")
def chain(home: Path) -> Chain:
    return open_chain(home, date(2026, 3, 1))


@pytest.fixture(scope="module")
def url(chain: Chain, home: Path) -> Iterator[str]:
    api = over(chain, chain, desk(chain, 2026, None, "li"), home, home / "api.jsonl")
    with answering(bare(Doors(api, loopback=True))) as found:
        yield found


@asynccontextmanager
async def connected(url: str, mode: str = "auto", token: str = "") -> AsyncIterator[Client]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with httpx2.AsyncClient(trust_env=False, headers=headers) as http:
        transport = streamable_http_client(f"{url}/mcp", http_client=http)
        async with Client(transport, mode=mode) as client:
            yield client


async def called(url: str, name: str, **arguments: Any) -> CallToolResult:
    async with connected(url) as client:
        return await client.call_tool(name, arguments)


def fields(result: CallToolResult) -> dict[str, Any]:
    assert not result.is_error, text(result)
    found: dict[str, Any] = result.structured_content or {}
    return found


def text(result: CallToolResult) -> str:
    (said,) = result.content
    assert isinstance(said, TextContent)
    return said.text


def logged(home: Path) -> dict[str, Any]:
    last = (home / "api.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    entry: dict[str, Any] = json.loads(last)
    return entry


async def test_the_tools_are_listed_with_what_they_take_and_give(url: str) -> None:
    async with connected(url) as client:
        tools = (await client.list_tools()).tools
    assert [tool.name for tool in tools] == ["ask", "check", "search", "table", "open_passage"]
    for tool in tools:
        assert tool.title
        assert tool.description
        assert tool.annotations
        assert tool.annotations.read_only_hint
        assert tool.output_schema
        assert tool.output_schema["type"] == "object"
        assert all("description" in taken for taken in tool.input_schema["properties"].values())


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_an_answer_is_that_of_the_page_in_either_protocol(
    url: str, chain: Chain, mode: str
) -> None:
    async with connected(url, mode) as client:
        result = await client.call_tool("ask", {"question": GROWTH})
    answer = chain.invoke(Question(GROWTH))
    assert fields(result)["answer"] == answer.answer
    assert fields(result)["citations"] == [cited(citation) for citation in answer.citations]
    assert "zhejiang-2025.txt 264–288" in text(result)


async def test_a_follow_up_and_a_scope_are_understood(url: str, home: Path) -> None:
    history = [{"role": "user", "content": GROWTH}]
    found = fields(await called(url, "ask", question="那江苏呢", history=history))
    assert "5%以上" in found["answer"]
    assert logged(home)["sources"] == [{"source": "jiangsu-2025.txt", "start": 403, "end": 427}]
    found = fields(await called(url, "ask", question="GDP增长目标是多少", places=["浙江省"]))
    assert {citation["place"] for citation in found["citations"]} == {"浙江"}


async def test_a_refusal_is_no_error(url: str, home: Path) -> None:
    found = fields(await called(url, "ask", question="2025年浙江足球队拿了第几名"))
    assert (found["answered"], found["citations"]) == (False, [])
    assert found["near_misses"]
    assert (logged(home)["door"], logged(home)["outcome"]) == ("ask", "refused")


async def test_a_statement_is_checked(url: str) -> None:
    result = await called(url, "check", text="江苏2025年地区生产总值增长目标是5.5%左右。")
    (finding,) = fields(result)["findings"]
    assert (finding["verdict"], finding["error"]) == ("refuted", "wrong_place")
    assert finding["citations"][0]["source"] == "jiangsu-2025.txt"
    assert fields(result)["summary"]["refuted"] == 1
    assert text(result).startswith("不符（地区错位）")


async def test_a_manuscript_is_checked_sentence_by_sentence(url: str) -> None:
    draft = (
        "浙江省2025年政府工作报告\n今年，全省生产总值增长目标是7%左右。城镇新增就业100万人以上。"
    )
    found = fields(await called(url, "check", text=draft))
    verdicts = [finding["verdict"] for finding in found["findings"]]
    assert verdicts == [None, "refuted", "supported"]
    assert found["summary"]["checked"] == 2


async def test_sentences_are_found_within_a_scope(url: str) -> None:
    found = fields(await called(url, "search", query="城镇新增就业", places=["江苏"], limit=3))
    passages = found["passages"]
    assert len(passages) == 3
    assert {passage["place"] for passage in passages} == {"江苏"}
    assert "就业" in passages[0]["text"]
    scores = [passage["score"] for passage in passages]
    assert scores == sorted(scores, reverse=True)


async def test_an_indicator_is_put_in_a_table_with_its_gaps(url: str) -> None:
    found = fields(await called(url, "table", indicator="GDP", years=[2025, 2026], role="target"))
    rows = {(row["place"], row["year"]): row for row in found["table"]["rows"]}
    assert rows["浙江", 2025]["value"] == "5.5%左右"
    assert rows["新昌", 2025]["value"] == ""
    assert len(rows) == 4 * 2
    cell = rows["江苏", 2025]
    (number,) = cell["citations"]
    assert "5%以上" in found["citations"][number - 1]["text"]
    assert found["answer"].startswith("3/4个地方的文件给出了2025年地区生产总值增速目标；")


async def test_a_passage_is_opened_with_what_stands_around_it(url: str, chain: Chain) -> None:
    found = fields(
        await called(url, "open_passage", source="zhejiang-2025.txt", start=264, end=288, around=60)
    )
    whole = found["before"] + found["passage"]["text"] + found["after"]
    assert whole in chain.document("zhejiang-2025.txt").text
    assert found["before"].endswith("二、2025年的主要目标\n")
    assert found["passage"]["headings"] == ["二、2025年的主要目标"]


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("ask", {"question": "！"}, "请输入问题。"),
        ("ask", {"question": "目标", "places": ["火星"]}, "文库里没有“火星”的文件；有的地方："),
        ("search", {"query": "就业", "years": [1990]}, "文库里没有1990年的文件；有的年份：2021、"),
        ("check", {"text": " "}, "要核对的话是空的。"),
        ("check", {"text": "字" * 20_001}, "要核对的太长（20001字）"),
        ("check", {"text": "增长5%。", "today": "三月"}, "today 要写成 2026-03-01"),
        ("table", {"indicator": "幸福指数"}, "“幸福指数”列不成表；能列的指标有：地区生产总值、"),
        ("open_passage", {"source": "a.txt", "start": 0, "end": 9}, "文库里没有 a.txt。"),
        (
            "open_passage",
            {"source": "zhejiang-2025.txt", "start": 9, "end": 99_999},
            "没有从 9 到 99999 的一段",
        ),
    ],
)
async def test_what_cannot_be_done_is_an_error_of_the_tool(
    url: str, home: Path, name: str, arguments: dict[str, Any], said: str
) -> None:
    result = await called(url, name, **arguments)
    assert result.is_error
    assert said in text(result)
    assert logged(home)["outcome"] == "failed"


def test_the_openai_client_gets_the_same_from_the_same_process(url: str, chain: Chain) -> None:
    http = openai.DefaultHttpxClient(trust_env=False)
    with openai.OpenAI(base_url=f"{url}/v1", api_key="none", http_client=http) as client:
        stream = client.chat.completions.create(
            model="zhengwen", messages=[{"role": "user", "content": GROWTH}], stream=True
        )
        *told, last = stream
    answer = chain.invoke(Question(GROWTH))
    assert "".join(c.choices[0].delta.content or "" for c in told) == answer.answer
    assert last.citations == [cited(c) for c in answer.citations]  # type: ignore[attr-defined]


async def test_the_same_keys_hold_for_tools(url: str, home: Path) -> None:
    when = datetime(2026, 3, 1, tzinfo=UTC)
    keys.save(home, keys.with_key((), "桌面", TOKEN, when))
    try:
        got = httpx.post(f"{url}/mcp", json={}, trust_env=False)
        assert (got.status_code, got.json()["error"]["code"]) == (401, "missing_api_key")
        async with connected(url, token=TOKEN) as client:
            result = await client.call_tool("ask", {"question": GROWTH})
        assert fields(result)["answered"]
        assert logged(home)["key"] == "桌面"
    finally:
        (home / keys.FILE).unlink()
