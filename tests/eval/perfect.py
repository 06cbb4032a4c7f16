"""Answers built from the gold of a case: a perfect one, an empty one, a dump."""

import re
from dataclasses import replace
from typing import cast

from eval.case import Case
from eval.matching import stands
from eval.metrics.types import Metric
from rag.types import Answer, AnswerKind, Citation, Retrieved, Row, Table, Verdict

PASSAGE = 500


def perfect(case: Case) -> Answer:
    """The gold answer with all of the gold evidence cited and retrieved.

    A fact that the gold answer words in another way than ``must`` stands behind it.
    """
    if case.cells:
        return _table(case)
    if not case.answerable:
        return _answer(case, "refusal", False, "文库中没有，无法回答。")
    cited = tuple(_citation(n, e.doc, e.quote) for n, e in enumerate(case.evidence, 1))
    unsaid = [fact[0] for fact in case.must if not any(stands(s, case.answer) for s in fact)]
    told = _answer(
        case,
        "claim" if case.verdict else "number",
        True,
        "；".join([case.answer, *unsaid]) + "".join(f"[{c.number}]" for c in cited),
        cited,
    )
    return replace(told, verdict=cast(Verdict, case.verdict) or None, error=case.error or None)


def empty(case: Case) -> Answer:
    """An answer that says nothing."""
    return _answer(case, "number", True, "")


def dump(case: Case) -> Answer:
    """Everything that is in the gold, and whole passages around it."""
    whole = perfect(case)
    passages = [c.text.ljust(max(PASSAGE, 4 * len(c.text)), "字") for c in whole.citations]
    return replace(whole, answer=f"{whole.answer}\n" + "\n".join(passages))


def reaches(metric: Metric, case: Case) -> bool:
    """Whether the first k passages can hold all evidence of a case, one piece in each."""
    k = re.fullmatch(r"evidence@(\d+)", metric.name)
    return k is None or len(case.evidence) <= int(k[1])


def _answer(
    case: Case,
    kind: AnswerKind,
    answered: bool,
    text: str,
    cited: tuple[Citation, ...] = (),
) -> Answer:
    passages = tuple(Retrieved(c.source, 0, len(c.text), c.text, 1.0) for c in cited)
    answer = Answer(case.question, case.question, kind, answered, text)
    return replace(answer, citations=cited, passages=passages)


def _table(case: Case) -> Answer:
    """The first accepted value of each cell, with its quote behind it."""
    cited = [
        _citation(n, cell.doc, cell.quote) for n, cell in enumerate(case.cells, 1) if cell.accepted
    ]
    rows = [
        Row(cell.place, cell.year, cell.accepted[0], (n,))
        if cell.accepted
        else Row(cell.place, cell.year, "", ())
        for n, cell in enumerate(case.cells, 1)
    ]
    told = _answer(case, "table", True, "", tuple(cited))
    return replace(told, table=Table(("地区", "目标"), tuple(rows)))


def _citation(number: int, doc: str, quote: str) -> Citation:
    return Citation(number, doc, "", "", _year(doc), (), None, 0, len(quote), quote)


def _year(doc: str) -> int | None:
    """The year that a document's name tells (2025年…, jiangsu-2025, bg26-01)."""
    found = re.search(r"(19|20|bg)(\d\d)", doc)
    return int(found[1].replace("bg", "20") + found[2]) if found else None
