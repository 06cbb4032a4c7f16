"""A small run whose texts would do harm if they were not escaped."""

from dataclasses import replace

from eval.gold import Unscored
from eval.record import Record, record
from rag.types import Answer
from tests.eval.answers import GOLD, answer, citation, result, table

SCRIPT = "<script>alert(1)</script>"
IMAGE = '<img src=x onerror="alert(1)">'


def run() -> Record:
    """Six results: a right one, wrong ones full of markup, a table, a statement, none at all."""
    claim, refuted = GOLD["claim"]
    cells, invented = GOLD["table"][0].cells, table(("浙江", 2026, IMAGE))
    return record(
        f"zhengwen {SCRIPT}",
        ["questions.jsonl", f"{IMAGE}.jsonl"],
        15,
        [
            result("right", answer(seconds=0.05, certainty=0.9)),
            result(f"wrong {SCRIPT}", hostile(), question=f"{SCRIPT}问", answer=IMAGE),
            result("none", None, f"问题太长{IMAGE}。", question="太长的问题？"),
            result("claim", refuted, type="claim", verdict=claim.verdict, error=claim.error),
            result("table", invented, type="table", cells=cells, evidence=(), must=()),
            result("false", answer(certainty=0.5), type="unanswerable", evidence=()),
        ],
        [Unscored("gone", f"文库里没有 {SCRIPT}")],
    )


def hostile() -> Answer:
    told = answer(f"不知道{SCRIPT}\n| 换行 | *星* [1]。", citation(f"{IMAGE}原文", f"{SCRIPT}.txt"))
    return replace(told, seconds=0.15, certainty=0.4)
