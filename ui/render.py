"""Answer → HTML. Pure; every text from outside is escaped."""

import re
from collections.abc import Iterable, Mapping

from rag.types import Answer, Citation, Part, Verdict
from ui import words
from ui.evidence import card_id, cards, opening, place_in_document
from ui.markup import element, text
from ui.phrase import Phrase
from ui.sheet.table import table
from ui.types import Language

MARKER = re.compile(r"\[(\d{1,3})\]")
ITEM = re.compile(r"\s*(?:[-•·*]|\d{1,2}[.、．)](?!\d)|[（(]?[一二三四五六七八九十]{1,3}[、）)])")

VERDICTS: dict[Verdict, Phrase] = {
    "supported": words.supported,
    "refuted": words.refuted,
    "not_enough_info": words.unknown,
}


def body(answer: Answer, exchange: int, language: Language) -> str:
    """The answer itself: verdict, text with its markers as links, table, parts, near misses."""
    links = Links(answer.citations, exchange, language)
    return "".join(
        (
            _resolved(answer, language),
            _verdict(answer, language),
            prose(answer.answer, links),
            _reason(answer),
            table(answer.table, links.of, language) if answer.table else "",
            _parts(answer.parts, links, language),
            _problems(answer.problems, language),
            _near_misses(answer, exchange, language),
        )
    )


class Links:
    """The markers of one answer: a number that is cited becomes a link to its sentence."""

    def __init__(self, citations: Iterable[Citation], exchange: int, language: Language) -> None:
        self._html: Mapping[int, str] = {
            citation.number: _marker(citation, exchange, index, language)
            for index, citation in enumerate(citations)
        }

    def within(self, escaped: str) -> str:
        """HTML text with its ``[n]`` turned to links; a number that is not cited stays text."""
        return MARKER.sub(lambda m: self._html.get(int(m[1]), m[0]), escaped)

    def of(self, numbers: Iterable[int]) -> str:
        """The links of some citation numbers, in their order."""
        return "".join(self._html.get(number, "") for number in numbers)


def prose(answer: str, links: Links) -> str:
    """Text as paragraphs, one a line; a line that begins like a list item hangs."""
    lines = (line for line in answer.split("\n") if line.strip())
    paragraphs = (
        element("p", links.within(text(line.strip())), class_="item" if ITEM.match(line) else "")
        for line in lines
    )
    return element("div", "".join(paragraphs), class_="prose-text")


def badge(verdict: Verdict, language: Language) -> str:
    """What became of a claim, as a coloured word."""
    return element("span", text(VERDICTS[verdict](language)), class_=f"badge {verdict}")


def meta(answer: Answer, language: Language) -> str:
    """Who wrote the answer and whether its figures were found: one line under it."""
    return "".join((_author(answer, language), _lock(answer, language)))


def _marker(citation: Citation, exchange: int, index: int, language: Language) -> str:
    return element(
        "a",
        f"[{citation.number}]",
        class_="cite",
        href=f"#{card_id(exchange, 'citation', index)}",
        data_quote=citation.text,
        data_where=" · ".join(
            filter(None, (citation.title, place_in_document(citation, language)))
        ),
        aria_label=words.citation(language, number=citation.number),
        **opening(exchange, "citation", index),
    )


def _resolved(answer: Answer, language: Language) -> str:
    if not answer.resolved or answer.resolved == answer.question:
        return ""
    before, after = words.resolved(language, question="\0").split("\0")
    chip = element(
        "button", text(answer.resolved), type="button", class_="understood",
        title=words.change_question(language), data_fill=answer.resolved,
    )  # fmt: skip
    return element("p", text(before) + chip + text(after), class_="resolved")


def _verdict(answer: Answer, language: Language) -> str:
    if answer.kind == "refusal":
        return element("p", text(words.refused(language)), class_="refused")
    if answer.verdict is None:
        return ""
    said = badge(answer.verdict, language) + _error(answer.error, language)
    return element("p", said, class_="verdict")


def _error(kind: str | None, language: Language) -> str:
    return element("span", text(words.error(kind, language)), class_="error") if kind else ""


def _reason(answer: Answer) -> str:
    if not answer.reason or answer.reason in answer.answer:
        return ""
    return element("p", text(answer.reason), class_="reason")


def _parts(parts: tuple[Part, ...], links: Links, language: Language) -> str:
    """The facts of a statement one by one; a single fact is the statement itself."""
    if len(parts) < 2:
        return ""
    items = (
        element(
            "li",
            badge(part.verdict, language)
            + element("span", text(part.text) + links.of(part.citations))
            + _error(part.error, language),
        )
        for part in parts
    )
    return element("ul", "".join(items), class_="parts")


def _problems(problems: tuple[str, ...], language: Language) -> str:
    if not problems:
        return ""
    items = "".join(element("li", text(problem)) for problem in problems)
    head = element("strong", text(words.problems(language)))
    return element("div", head + element("ul", items), class_="problems")


def _near_misses(answer: Answer, exchange: int, language: Language) -> str:
    if not answer.near_misses:
        return ""
    head = element("h3", text(words.near_misses(language)))
    shown = cards(answer.near_misses, exchange, "near", language)
    return element("div", head + shown, class_="near-misses")


def _author(answer: Answer, language: Language) -> str:
    if answer.kind in ("refusal", "greeting"):
        return ""
    if answer.author == "extract":
        return element("span", text(words.extracted(language)), class_="author extract")
    used = answer.usage
    cost = words.written_by(language, name=used.model, read=used.read, written=used.written)
    return element("span", text(words.written(language)), class_="author model", title=cost)


def _lock(answer: Answer, language: Language) -> str:
    lock = answer.lock
    if lock.checked == 0:
        return ""
    hint = words.lock_hint(language, held=lock.held, checked=lock.checked)
    if lock.computed:
        hint += "；" + words.computed(language, count=lock.computed)
    label = words.lock(language, held=lock.held, checked=lock.checked)
    state = "held" if lock.held == lock.checked else "loose"
    return element("span", text(label), class_=f"lock {state}", title=hint)
