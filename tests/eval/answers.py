"""Hand-made cases, and answers to them that can be read off by hand.

Sources are the documents' names, as ``eval.gold.renamed`` leaves them.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from eval.case import Case, Cell, Evidence
from eval.gold import Library
from eval.metrics import METRICS
from eval.run import Result
from rag.types import Answer, AnswerKind, Citation, Retrieved, Row, Table

QUOTE = "今年的目标是城镇新增就业118万人以上，粮食产量755亿斤以上。"
OTHER = "实施六大工程，即产业强链工程、算力筑基工程。"


def case(type_: str = "number", **fields: object) -> Case:
    """A case of the given type with one fact and one quote, some fields replaced."""
    whole = Case(
        id="1",
        type=type_,
        question="江苏就业目标？",
        must=(("118万人以上", "118万人"),),
        evidence=(Evidence("2026", QUOTE),),
        answer="118万人以上",
    )
    return replace(whole, **fields)  # type: ignore[arg-type]


def citation(
    text: str = QUOTE, source: str = "2026", number: int = 1, year: int | None = None
) -> Citation:
    return Citation(number, source, "报告", "江苏", year, (), None, 0, len(text), text)


def answer(
    text: str = "城镇新增就业118万人以上[1]。",
    *citations: Citation,
    kind: AnswerKind = "number",
    **fields: Any,
) -> Answer:
    """An answer that cites what is given, the quote where nothing is."""
    cited = citations or (citation(),)
    question = "江苏就业目标？"
    return Answer(question, question, kind, True, text, citations=cited, **fields)


def retrieved(text: str, source: str = "2026") -> Retrieved:
    return Retrieved(source, 0, len(text), text, 1.0)


def table(*rows: tuple[str, int | None, str], citations: Sequence[Citation] = ()) -> Answer:
    """A table of place, year and value; each row cites all that is given."""
    numbers = tuple(c.number for c in citations)
    lines = tuple(Row(place, year, value, numbers) for place, year, value in rows)
    told = answer("", kind="table", table=Table(("地区", "目标"), lines))
    return replace(told, citations=tuple(citations))


def result(id_: str, told: Answer | None = None, failure: str = "", **fields: Any) -> Result:
    """A result with all its scores; without an answer the worst, as a run gives them."""
    asked = case(**fields, id=id_)
    scores = {m.name: m.score(asked, told) for m in METRICS} if told else {"correct": 0.0}
    return Result(asked, told, {n: s for n, s in scores.items() if s is not None}, failure)


SHELF = Library({}, {})
"""No documents: every source keeps its own name."""
EMPTY = Answer("？", "？", "number", True, "")
REFUSAL = Answer(
    "江苏就业目标？", "江苏就业目标？", "refusal", False, "没有，无法回答。", reason="没有"
)
CELLS = (
    Cell("a", "浙江", 2026, ("5%以上", "不低于5%")),
    Cell("b", "江苏", 2026, ("4.8%左右",)),
    Cell("c", "安徽", 2026),
    Cell("d", "福建", 2026),
)
GOLD: dict[str, tuple[Case, Answer]] = {
    "number": (case(), answer()),
    "enumeration": (
        case(
            "enumeration",
            must=(("产业强链",), ("算力筑基",)),
            evidence=(Evidence("2026", OTHER),),
        ),
        answer("产业强链工程、算力筑基工程[1]。", citation(OTHER), kind="enumeration"),
    ),
    "yesno": (
        case("yesno", answer="是，118万人以上。"),
        answer("是。城镇新增就业118万人以上[1]。", kind="yesno"),
    ),
    "claim": (
        case("claim", verdict="refuted", error="wrong_figure", must=()),
        answer(
            "不符：原文是“118万人以上”[1]。",
            kind="claim",
            verdict="refuted",
            error="wrong_figure",
        ),
    ),
    "table": (
        case("table", must=(), evidence=(), cells=CELLS),
        table(("浙江", 2026, "5%以上"), ("江苏", 2026, "4.8%左右"), ("安徽", 2026, "")),
    ),
    "unanswerable": (case("unanswerable", must=(), evidence=()), REFUSAL),
}
"""A case of each kind that is scored in its own way, with an answer that is right."""
