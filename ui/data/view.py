"""The table with its drawing and its sources as HTML."""

from rag.types import Answer
from ui import words as shared
from ui.data import words
from ui.data.coverage import coverage
from ui.evidence import cards
from ui.markup import button, element, text
from ui.render import Links, prose
from ui.sheet.table import table
from ui.types import Language

_NUMBER = 0


def shown(answer: Answer, language: Language) -> str:
    """What was found, how many places state it, and the rows."""
    if answer.table is None:
        return ""
    links = Links(answer.citations, _NUMBER, language)
    stated = prose(coverage(answer.answer, language), links)
    return element(
        "div",
        stated + _tools(language) + table(answer.table, links.of, language),
        class_="answer",
    )


def evidence(answer: Answer | None, language: Language) -> str:
    """The sentences that the values stand in."""
    head = element("h2", text(words.evidence(language)), class_="side-head")
    if answer is None or not answer.citations:
        return head + element("p", text(words.evidence_hint(language)), class_="hint")
    return head + cards(answer.citations, _NUMBER, "citation", language)


def _tools(language: Language) -> str:
    """A field that filters the rows, and the forms that they can be taken as."""
    field = element(
        "label",
        element("span", text(words.filter_rows(language)))
        + element(
            "input", type="search", data_filter=True, placeholder=words.filter_hint(language)
        ).removesuffix("</input>"),
        class_="filter",
    )
    forms = button(words.as_excel(language), "sheet", data_form="excel")
    forms += button(words.as_csv(language), "sheet", data_form="csv")
    label = element("span", text(shared.take(language)), class_="label")
    return element("div", field + element("span", label + forms, class_="forms"), class_="bar")
