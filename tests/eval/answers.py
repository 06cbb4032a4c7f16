"""Hand-made cases with the answers that a perfect and an empty assistant would give."""

from dataclasses import replace

from eval.cases import Case, Evidence
from rag.types import Answer, AnswerKind, Citation, Retrieved, Verdict

QUOTE = "今年的目标是城镇新增就业118万人以上，粮食产量755亿斤以上。"
OTHER = "实施六大工程，即产业强链工程、算力筑基工程。"


def case(type_: str = "number", **fields: object) -> Case:
    """A case of the given type with one fact and one quote, some fields replaced."""
    whole = Case(
        id="1",
        type=type_,
        question="江苏就业目标？",
        must=(("118万人以上", "118万人"),),
        must_not=(),
        evidence=(Evidence("2026", QUOTE),),
        history=(),
        verdict="",
        answer="118万人以上",
    )
    return replace(whole, **fields)  # type: ignore[arg-type]


def citation(text: str = QUOTE, source: str = "江苏/2026.txt", number: int = 1) -> Citation:
    return Citation(number, source, "报告", "江苏", 2026, (), None, 0, len(text), text)


def answer(
    text: str = "城镇新增就业118万人以上[1]。",
    *citations: Citation,
    kind: AnswerKind = "number",
    verdict: Verdict | None = None,
    passages: tuple[Retrieved, ...] = (),
) -> Answer:
    """An answer that cites what is given, the quote where nothing is."""
    return Answer(
        *("江苏就业目标？", "江苏就业目标？", kind, True, text),
        verdict=verdict,
        citations=citations or (citation(),),
        passages=passages,
    )


def retrieved(text: str, source: str = "江苏/2026.txt") -> Retrieved:
    return Retrieved(source, 0, len(text), text, 1.0)


REFUSAL = Answer(
    "江苏就业目标？", "江苏就业目标？", "refusal", False, "没有，无法回答。", reason="没有"
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
        case("claim", verdict="refuted", must=()),
        answer("不符：原文是“118万人以上”[1]。", kind="claim", verdict="refuted"),
    ),
    "unanswerable": (case("unanswerable", must=(), evidence=()), REFUSAL),
}
