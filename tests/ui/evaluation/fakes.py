"""Evaluations of three questions that a test ends by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.errors import UserError
from tests.ui.fakes import EVIL
from ui.evaluation.types import Report, Status


def estimate(value: float, n: int) -> dict[str, float | int]:
    return {"value": value, "low": 0.1, "high": 0.9, "n": n}


def metric(name: str, title: str, unit: str = "share") -> dict[str, object]:
    return {"name": name, "title": title, "unit": unit, "higher_is_better": True}


def result(number: str, kind: str, question: str, correct: float, **more: Any) -> dict[str, Any]:
    case: dict[str, Any] = {"id": number, "type": kind, "question": question}
    case |= {"answer": "", "verdict": ""}
    case |= {"error": "", "must": [], "evidence": [], "cells": [], **more.pop("case", {})}
    answer = {"answer": "云泽省5.5%。", "citations": [], "table": None, **more.pop("given", {})}
    return {"case": case, "answer": answer, "failure": "", "scores": {"correct": correct}, **more}


REPORT: Report = {
    "engine": "zhengwen",
    "documents": 3,
    "when": "2026-03-01T08:30:00+00:00",
    "version": "0.1.0",
    "metrics": [
        metric("mrr", "倒数排名"),
        metric("correct", "答对"),
        metric("p50", "用时中位", "seconds"),
    ],
    "types": {
        "number": {"correct": estimate(0.5, 2)},
        "table": {"correct": estimate(0.0, 1)},
        "all": {"correct": estimate(0.33, 3), "mrr": estimate(1.0, 2), "p50": estimate(0.0514, 3)},
    },
    "confusion": {"refuted_f1": 0.875},
    "change": {"common": 3, "gained": ["a"], "lost": ["c"]},
    "unscored": [{"id": "x", "why": f"文库里没有 {EVIL}"}],
    "results": [
        result("a", "number", "云泽省2025年增长目标是多少", 1.0),
        result(
            "b",
            "number",
            EVIL,
            0.0,
            case={"answer": "5%", "evidence": [{"doc": EVIL, "quote": "增长5%以上"}]},
            given={"citations": [{"text": "增长5.5%左右", "source": EVIL}]},
        ),
        result(
            "c",
            "table",
            "各省2026年目标",
            0.0,
            case={
                "cells": [
                    {"place": "云泽省", "accepted": ["5%"]},
                    {"place": "海陵省", "accepted": []},
                ]
            },
            given={"table": {"rows": [{"place": "云泽省", "value": "6%"}]}},
        ),
    ],
}


@dataclass(frozen=True, slots=True)
class FakeState:
    which: str = ""
    status: Status = "idle"
    done: int = 0
    total: int = 0
    failure: str = ""


@dataclass(slots=True)
class FakeEvaluations:
    """Begins with no report; each look at a run brings it a question further, up to its report."""

    now: FakeState = FakeState()
    reports: dict[str, Report] = field(default_factory=dict)
    taken: bytes = b""

    def sets(self) -> Sequence[str]:
        return ("bundled", "uploaded") if self.taken else ("bundled",)

    def latest(self) -> str:
        return "bundled"

    def report(self, which: str) -> Report | None:
        return self.reports.get(which)

    def file(self, which: str, form: str) -> bytes:
        if which not in self.reports:
            raise UserError("这组题还没有评测报告。")
        return f"{which} as {form}".encode()

    def take(self, path: Path) -> None:
        self.taken = path.read_bytes()
        if not self.taken.startswith(b"{"):
            self.taken = b""
            raise UserError(f"{path}:1 不是 JSON。")

    def begin(self, which: str) -> None:
        if self.now.status == "running":
            raise UserError("已经有一次评测在进行。")
        self.now = FakeState(which, "running", 0, 3)

    def state(self) -> FakeState:
        if self.now.status == "running":
            self.now = replace(self.now, done=self.now.done + 1)
            if self.now.done > 6:
                self.reports[self.now.which] = REPORT
                self.now = replace(self.now, status="ended", done=3)
        return self.now

    def stop(self) -> None:
        self.now = replace(self.now, status="stopped")
