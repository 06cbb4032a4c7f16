"""The questions that went wrong: what was due beside what was given, as HTML."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from ui.evaluation import words
from ui.evaluation.types import ALL, Report
from ui.evaluation.view import type_name
from ui.markup import element, text
from ui.types import Language

MOST = 60
"""So many questions are listed; the downloaded report has all."""

Result = Mapping[str, Any]


def listing(report: Report | None, type_: str, language: Language) -> str:
    """The questions of a type, or of all, that were not answered right; those that were right in
    the run before come first."""
    if report is None:
        return element("p", text(words.failed_hint(language)), class_="hint")
    lost = set(report["change"]["lost"]) if report.get("change") else set()
    wrong = [one for one in report["results"] if one["scores"].get("correct", 0.0) < 1.0]
    wrong = [one for one in wrong if type_ in (ALL, one["case"]["type"])]
    wrong.sort(key=lambda one: one["case"]["id"] not in lost)
    said = words.failed(language, name=type_name(type_, language), count=len(wrong))
    head = element("h2", text(said), class_="side-head")
    if not wrong:
        return head + element("p", text(words.none_failed(language)), class_="hint")
    rest = element("p", text(words.first_ones(language, most=MOST)), class_="hint")
    listed = "".join(_one(one, one["case"]["id"] in lost, language) for one in wrong[:MOST])
    return head + listed + (rest if len(wrong) > MOST else "")


def _one(result: Result, lost: bool, language: Language) -> str:
    """A question, folded; opened it shows both answers."""
    case = result["case"]
    flag = element("span", text(words.turned_wrong(language)), class_="state") if lost else ""
    kind = element("span", text(type_name(case["type"], language)), class_="kind")
    head = element("summary", kind + text(case["question"]) + flag)
    again = element(
        "a",
        text(words.again(language)),
        href=f"?{urlencode({'q': case['question']})}",
        target="_blank",
        rel="noopener",
    )
    inner = _due(case, language) + _given(result, language) + element("p", again)
    return element("details", head + inner)


def _due(case: Mapping[str, Any], language: Language) -> str:
    said = " ".join(filter(None, (case["verdict"], case["error"], case["answer"])))
    if not said and case["type"] == "unanswerable":
        said = words.refuse(language)
    facts = "、".join(spellings[0] for spellings in case["must"])
    quotes = "".join(_quote(one["quote"], one["doc"]) for one in case["evidence"])
    return _side(words.due(language), said or facts, quotes)


def _given(result: Result, language: Language) -> str:
    answer = result["answer"]
    if answer is None:
        return _side(words.given(language), words.no_answer(language, why=result["failure"]), "")
    quotes = "".join(_quote(one["text"], one["source"]) for one in answer["citations"][:4])
    told = _cells(result, language) or quotes
    return _side(words.given(language), answer["answer"], told)


def _cells(result: Result, language: Language) -> str:
    """The rows of a table that are not as they should be."""
    table = result["answer"]["table"]
    given = {row["place"]: row["value"] for row in table["rows"]} if table else {}
    none = words.no_value(language)
    lines = [
        words.cell(
            language,
            place=cell["place"],
            due=" / ".join(cell["accepted"]) or none,
            given=given.get(cell["place"]) or none,
        )
        for cell in result["case"]["cells"]
        if (given.get(cell["place"]) or "") not in (cell["accepted"] or ("",))
    ]
    return "".join(element("p", text(line), class_="cell") for line in lines)


def _side(head: str, said: str, told: str) -> str:
    return element("h3", text(head)) + element("p", text(said), class_="said-so") + told


def _quote(quote: str, source: str) -> str:
    return element("blockquote", text(quote) + element("cite", text(source)))
