"""A library of three invented documents and a chain whose answers can be read off by hand."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import UserError
from corpus.types import Document, Heading, Identity
from index.types import Scope
from rag.lookup import Role, Sighting
from rag.proofread.desk import Desk
from rag.proofread.types import Checker, Judged
from rag.types import (
    Answer,
    Citation,
    Lock,
    Part,
    Question,
    Retrieved,
    Row,
    Suggestion,
    Table,
)
from ui.api.types import Api

EVIL = '<img src=x onerror="window.evil=1">'

PROJECTS = (
    "实施“强基1236”行动，重点抓好六大工程：一是种业提升工程，二是水网联通工程，"
    "三是智造焕新工程，四是绿能扩容工程，五是医教均衡工程，六是数字治理工程。"
)
GROWTH = "今年经济社会发展的主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业42万人以上。"
RESULT = "一年来，全省地区生产总值达到2.36万亿元、增长5.7%，规上工业增加值增长7.1%。"
GROWTH_2026 = "地区生产总值增长5%以上，城镇新增就业40万人以上，粮食产量稳定在1200万吨。"

FILLER = (
    "我们坚持稳中求进，把发展经济的着力点放在实体经济上，推动科技创新和产业创新融合，"
    "持续优化营商环境，让各类企业放心投资、安心经营。城乡面貌有了新的变化，群众的获得感更加充实。"
)


def report(place: str, year: int, *sections: tuple[str, str]) -> Document:
    """A report of titled sections; the headings stand where the text has them."""
    parts: list[str] = []
    headings: list[Heading] = []
    length = 0
    for title, body in ((f"{place}{year}年政府工作报告", "各位代表：𠮷年🌾安康。"), *sections):
        headings.append(Heading(2 if headings else 1, title, length, length + len(title)))
        section = f"{title}\n{body}\n"
        parts.append(section)
        length += len(section)
    identity = Identity(f"{place}{year}年政府工作报告", place, year, "report", speaker="林远")
    return Document(f"{place}-{year}.txt", "".join(parts), identity, tuple(headings))


YUNZE_2025 = report(
    "云泽",
    2025,
    ("一、2024年工作回顾", RESULT + "\n" + "\n".join([FILLER] * 12)),
    ("二、2025年总体要求和目标", FILLER + GROWTH + FILLER),
    (
        "三、2025年重点任务",
        "\n".join([FILLER] * 8) + "\n" + PROJECTS + "\n" + "\n".join([FILLER] * 9),
    ),
)
YUNZE_2026 = report("云泽", 2026, ("一、2026年目标", FILLER + GROWTH_2026))
HOSTILE = Document(
    f"{EVIL}.txt",
    f"{EVIL}标题\n正文里有 {EVIL} 和 ${{alert(1)}} 和 {{{{value}}}}。\n",
    Identity(f"{EVIL}题", f"{EVIL}地", 2020, "other"),
    (Heading(1, f"{EVIL}标题", 0, len(EVIL) + 2),),
)
DOCUMENTS = (YUNZE_2025, YUNZE_2026, HOSTILE)


@dataclass(frozen=True)
class FakeEntry:
    source: str
    identity: Identity


@dataclass(frozen=True)
class FakeLibrary:
    """The three documents; a source that is not among them is gone."""

    held: tuple[Document, ...] = DOCUMENTS

    def entries(self) -> tuple[FakeEntry, ...]:
        return tuple(FakeEntry(document.source, document.identity) for document in self.held)

    def document(self, source: str) -> Document:
        for document in self.held:
            if document.source == source:
                return document
        raise UserError(f"找不到文件 {source}，请重新建库。")


def cite(document: Document, number: int, quoted: str, *headings: str) -> Citation:
    """The citation of ``quoted`` where it first stands in ``document``."""
    start = document.text.index(quoted)
    identity = document.identity
    return Citation(
        number,
        document.source,
        identity.title,
        identity.place,
        identity.year,
        headings,
        None,
        start,
        start + len(quoted),
        quoted,
    )


SIX = Answer(
    question="六大工程是哪些",
    resolved="2025年云泽“强基1236”行动的六大工程是哪些",
    kind="enumeration",
    answered=True,
    answer=(
        "“强基1236”行动的六大工程是：[1]\n"
        "1. 种业提升工程\n2. 水网联通工程\n3. 智造焕新工程\n"
        "4. 绿能扩容工程\n5. 医教均衡工程\n6. 数字治理工程\n"
        "同一份报告提出，地区生产总值增长5.5%左右。[2]"
    ),
    citations=(
        cite(YUNZE_2025, 1, PROJECTS, "三、2025年重点任务"),
        cite(YUNZE_2025, 2, GROWTH, "二、2025年总体要求和目标"),
    ),
    suggestions=(
        Suggestion("种业提升工程怎么做", "云泽的种业提升工程怎么做"),
        Suggestion("2026年还有吗", "2026年云泽报告还提六大工程吗"),
    ),
    lock=Lock(checked=3, held=3),
    scope=Scope(places=("云泽",), years=(2025,)),
    seconds=0.42,
)


def retrieved(document: Document, quoted: str) -> Retrieved:
    """The passage ``quoted`` where it first stands in ``document``."""
    start = document.text.index(quoted)
    return Retrieved(document.source, start, start + len(quoted), quoted, 0.5)


LOOKED = replace(
    SIX,
    question="看过哪些段落",
    resolved="看过哪些段落",
    passages=(
        retrieved(YUNZE_2025, PROJECTS[:20]),
        retrieved(YUNZE_2025, RESULT),
        retrieved(YUNZE_2026, GROWTH_2026),
    ),
)
"""The first of its passages is cited, the others are not."""

TABLE = Answer(
    question="历年GDP目标",
    resolved="历年GDP目标",
    kind="table",
    answered=True,
    answer="云泽两份报告都给出了地区生产总值目标。",
    citations=(cite(YUNZE_2025, 1, GROWTH), cite(YUNZE_2026, 2, GROWTH_2026)),
    table=Table(
        ("地区", "年份", "地区生产总值增长目标"),
        (
            Row("云泽", 2025, "5.5%左右", (1,)),
            Row("云泽", 2026, "5%以上", (2,)),
            Row("海陵", 2026, "", ()),
        ),
    ),
    lock=Lock(checked=2, held=2, computed=1),
)
CLAIM = Answer(
    question="云泽2025年GDP目标是6%",
    resolved="云泽2025年GDP目标是6%",
    kind="claim",
    answered=True,
    answer="报告写的是增长5.5%左右，不是6%。[1]",
    verdict="refuted",
    error="数值不符",
    citations=(cite(YUNZE_2025, 1, GROWTH),),
    parts=(
        Part("GDP目标是6%", "refuted", "数值不符", (1,)),
        Part("目标在2025年报告中提出", "supported", None, (1,)),
    ),
    lock=Lock(checked=1, held=0),
)
REFUSAL = Answer(
    question="云泽2025年的海洋生产总值是多少",
    resolved="云泽2025年的海洋生产总值是多少",
    kind="refusal",
    answered=False,
    answer="云泽2025年的报告没有给出海洋生产总值。",
    near_misses=(cite(YUNZE_2025, 1, RESULT, "一、2024年工作回顾"),),
    suggestions=(Suggestion("看地区生产总值", "云泽2025年地区生产总值目标"),),
    scope=Scope(places=("云泽",), years=(2025,)),
)
HOSTILE_ANSWER = Answer(
    question=EVIL,
    resolved=f"{EVIL}?",
    kind="how",
    answered=True,
    answer=f"{EVIL}[1]",
    citations=(cite(HOSTILE, 1, f"正文里有 {EVIL}", f"{EVIL}标题"),),
    suggestions=(Suggestion(EVIL, EVIL),),
    scope=Scope(places=(f"{EVIL}地",), sources=(HOSTILE.source,)),
)
EXAMPLES = (SIX.question, TABLE.question, REFUSAL.question)
ANSWERS = {a.question: a for a in (SIX, LOOKED, TABLE, CLAIM, REFUSAL, HOSTILE_ANSWER)}


class FakeChain:
    """Answers by the text of the question, in three snapshots; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Question] = []

    def stream(self, question: Question, /) -> Iterator[Answer]:
        """ "坏" raises a UserError, "崩" any other error, "慢" takes a minute."""
        self.asked.append(question)
        if question.text == "坏":
            raise UserError("索引还没有建好，请先运行 zhengwen index。")
        if question.text == "崩":
            raise RuntimeError("a bug")
        if question.text == "慢":
            yield from self._slowly(question)
            return
        answer = self._answer(question)
        for share in (3, 2, 1):
            yield replace(answer, answer=answer.answer[: len(answer.answer) // share])

    def _answer(self, question: Question) -> Answer:
        answer = ANSWERS.get(question.text, SIX)
        known = replace(answer, question=question.text)
        if question.text == "我问过什么":
            asked = "、".join(turn.content for turn in question.history if turn.role == "user")
            known = replace(known, answer=f"问过：{asked}")
        return replace(known, scope=question.scope) if question.scope else known

    def _slowly(self, question: Question) -> Iterator[Answer]:
        for second in range(60):
            yield replace(SIX, question=question.text, answer=f"已经等了{second}秒", citations=())
            time.sleep(1)


def judge(statement: str) -> Judged:
    """What says 6% is refuted, what says 慢 takes a while, "崩" is a bug, all else is supported."""
    if "崩" in statement:
        raise RuntimeError("a bug")
    if "慢" in statement:
        time.sleep(0.4)
    if "6%" in statement:
        return Judged(replace(CLAIM, question=statement, error="wrong_figure", parts=()))
    cited = replace(
        CLAIM, verdict="supported", error=None, answer="属实：增长5.5%左右[1]。", parts=()
    )
    return Judged(replace(cited, question=statement))


def fake_desk(home: Path | None = None) -> Desk:
    """A desk over these verdicts, whose checks are noted under the name li."""
    checker = Checker(judge, lambda quote, said: None, frozenset({"云泽"}))
    return Desk(lambda: checker, 2025, home, "li")


@dataclass(frozen=True)
class FakeFinder:
    """Knows 云泽 in 2025 and one table."""

    def scope(self, places: Sequence[str], years: Sequence[int]) -> Scope:
        if set(places) - {"云泽"}:
            raise UserError("文库里没有这个地方的文件。")
        return Scope(tuple(places), tuple(years))

    def search(self, query: str, limit: int, scope: Scope) -> tuple[Sighting, ...]:
        return ()

    def table(
        self, indicator: str, places: Sequence[str], years: Sequence[int], role: Role
    ) -> Answer:
        return TABLE


def api_of(chain: FakeChain, desk: Desk) -> Api:
    """The doors for programs over the fakes: no key was made, nothing is noted."""
    return Api(chain, FakeLibrary(), desk, FakeFinder(), lambda: None)
