"""The MCP tools: ask, check, search, table, open_passage, over the engine of the page."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from corpus.errors import UserError
from rag.lookup import Role
from rag.proofread.manuscript import of_text
from rag.proofread.types import Finding, Result
from rag.surroundings import surroundings
from rag.types import Answer, Question, Turn
from ui.api import results
from ui.api.errors import ApiError
from ui.api.gate import CALLER
from ui.api.notes import Door, Notes, Use
from ui.api.request import Writer, remembered
from ui.api.results import Given
from ui.api.types import Api
from ui.api.work import Workers

T = TypeVar("T")

LONGEST_CHECK = 20_000
"""The longest text to check in characters; a longer one is a matter for the page."""

_MOST_FOUND = 50
_WIDEST = 5000


Places = Annotated[
    tuple[str, ...], Field(description="只看这些地方的文件，如 浙江、新昌；空为不限。")
]
Years = Annotated[tuple[int, ...], Field(description="只看这些年份的文件，如 2025；空为不限。")]


def server(api: Api, workers: Workers, notes: Notes) -> MCPServer[Any]:
    """The server with its tools, which only read."""
    made: MCPServer[Any] = MCPServer(
        "zhengwen",
        title="政问",
        instructions=(
            "回答关于政府工作报告和讲话的问题，逐句注明出处。所说的都摘自文库里的文件；"
            "文件没有说的，答案会说没有，不要替它补上。转述时保留数字原样和出处。"
        ),
        log_level="WARNING",
    )
    tools = Tools(api, workers, notes)
    readonly = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for title, tool in (
        ("提问", tools.ask),
        ("核对", tools.check),
        ("检索", tools.search),
        ("列表", tools.table),
        ("打开原文", tools.open_passage),
    ):
        made.add_tool(tool, title=title, annotations=readonly)
    return made


class Tools:
    """Each method is a tool; its docstring is what a model reads of it."""

    def __init__(self, api: Api, workers: Workers, notes: Notes) -> None:
        self._api = api
        self._workers = workers
        self._notes = notes

    async def ask(
        self,
        question: Annotated[str, Field(description="问题，可以是上一个问题的追问。")],
        context: Context[Any, Any],
        history: Annotated[tuple[Turn, ...], Field(description="之前的对话，追问时要有。")] = (),
        places: Places = (),
        years: Years = (),
        author: Annotated[
            Writer, Field(description="extract 为只要摘自原文的答案；空为按设置。")
        ] = "",
    ) -> Annotated[CallToolResult, results.AnswerResult]:
        """问一个关于政府工作报告和讲话的问题，得到摘自原文的答案；[n] 是第 n 条出处。"""

        def begin() -> Iterator[Answer]:
            scope = self._api.finder.scope(places, years)
            asked = Question(question, remembered(history), scope, author=author)
            yield from self._api.chain.stream(asked)

        return await self._given(context, "ask", question, begin, results.of_answer)

    async def check(
        self,
        text: Annotated[str, Field(description="一句话，或一段、一篇稿子。")],
        context: Context[Any, Any],
        place: Annotated[str, Field(description="没写地名的句子说的是哪里；空为看上文。")] = "",
        today: Annotated[
            str, Field(description="写稿的日期，如 2026-03-01，“今年”按它算；空为看题目。")
        ] = "",
    ) -> Annotated[CallToolResult, results.CheckResult]:
        """核对一句话或一份稿子：每个说了事实的句子属实、不符还是查无依据，错在哪里，原文怎么说。"""

        def begin() -> Iterator[Result]:
            yield from self._checked(text, place, today)

        return await self._given(context, "check", text, begin, results.of_check)

    async def search(
        self,
        query: Annotated[str, Field(description="要找的词句。")],
        context: Context[Any, Any],
        places: Places = (),
        years: Years = (),
        limit: Annotated[int, Field(description="最多几句。", ge=1, le=_MOST_FOUND)] = 8,
    ) -> Annotated[CallToolResult, results.SearchResult]:
        """在文库里找最接近的句子，最接近的在前；只是找到的，不是答案。"""
        finder = self._api.finder

        def begin() -> Iterator[Any]:
            yield finder.search(query, limit, finder.scope(places, years))

        return await self._given(context, "search", query, begin, results.of_search)

    async def table(
        self,
        indicator: Annotated[str, Field(description="指标，如 GDP增速、城镇新增就业、粮食产量。")],
        context: Context[Any, Any],
        places: Annotated[
            tuple[str, ...], Field(description="哪些地方；空为文库里所有地方。")
        ] = (),
        years: Annotated[
            tuple[int, ...], Field(description="数字是哪些年的；空为文库里最新的一年。")
        ] = (),
        role: Annotated[
            Role, Field(description="target 为目标，result 为实绩，both 两样都列，any 看哪个多。")
        ] = "any",
    ) -> Annotated[CallToolResult, results.AnswerResult]:
        """把一个指标列成表：每个地方、每年一行，每个数字都有出处，没说的留空。"""

        def begin() -> Iterator[Answer]:
            yield self._api.finder.table(indicator, places, years, role)

        return await self._given(context, "table", indicator, begin, results.of_answer)

    async def open_passage(
        self,
        source: Annotated[str, Field(description="出处里的 source。")],
        start: Annotated[int, Field(description="出处里的 start。", ge=0)],
        end: Annotated[int, Field(description="出处里的 end（不含）。", ge=1)],
        context: Context[Any, Any],
        around: Annotated[int, Field(description="前后各看多少个字符。", ge=0, le=_WIDEST)] = 300,
    ) -> Annotated[CallToolResult, results.PassageResult]:
        """打开一条出处的原文：它的上下文和所在的标题。"""

        def begin() -> Iterator[Any]:
            yield surroundings(self._api.library.document(source), start, end, around)

        asked = f"{source} {start}–{end}"
        return await self._given(context, "open_passage", asked, begin, results.of_passage)

    async def _given(
        self,
        context: Context[Any, Any],
        door: Door,
        asked: str,
        begin: Callable[[], Iterator[T]],
        show: Callable[[T], Given],
    ) -> CallToolResult:
        """The last thing that ``begin`` yields as a result; a UserError as an error of the tool.

        Each use is noted, also what fails and what nobody waits for any more.
        """
        use = Use(_caller(context), door, asked, "failed")
        try:
            given = show(await self._workers.last(begin))
            outcome: Literal["answered", "refused"] = "answered" if given.answered else "refused"
            use = replace(use, outcome=outcome, cited=given.cited)
            await self._notes.note(use)
            return _result(given.text, dict(given.fields))
        except (UserError, ApiError) as error:
            return _result(str(error), None)
        except asyncio.CancelledError:
            use = replace(use, outcome="gone")
            raise
        finally:
            if use.outcome in ("failed", "gone"):
                self._notes.later(use)

    def _checked(self, text: str, place: str, today: str) -> Iterator[Result]:
        """The findings so far, after each; the last are all."""
        if not text.strip():
            raise UserError("要核对的话是空的。")
        if len(text) > LONGEST_CHECK:
            raise UserError(f"要核对的太长（{len(text)}字），请缩短到{LONGEST_CHECK}字以内。")
        own = self._api.finder.scope((place,), ()).places[0] if place else ""
        day = _day(today) if today else None
        manuscript = of_text(text, "")
        if len(manuscript.sentences) < 2:
            yield Result("", manuscript.blocks, (self._api.desk.statement(text, own, day),))
            return
        found: tuple[Finding, ...] = ()
        for one in self._api.desk.findings(manuscript, own, day):
            found = (*found, one)
            yield Result("", manuscript.blocks, found)


def _caller(context: Context[Any, Any]) -> str:
    """The name of the key that the gate let in."""
    request = context.request_context.request
    return str(request.scope[CALLER]) if request else ""


def _result(text: str, fields: dict[str, Any] | None) -> CallToolResult:
    """A result of a tool; without fields an error."""
    said = TextContent(type="text", text=text)
    return CallToolResult(content=[said], structured_content=fields, is_error=fields is None)


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UserError(f"today 要写成 2026-03-01 这样的日期，不能是 {given[:20]}。") from None
