"""The conversation as HTML: each question with its answer, or the welcome before the first."""

from collections.abc import Sequence

from rag.types import Answer, Question, Suggestion
from ui import named, rating, render, scope, words
from ui.links.address import of_question
from ui.markup import button, element, text
from ui.take import menu as take
from ui.text import plain, reference
from ui.types import Entry, Exchange, Language

LONG = 300
"""From this length on a question is shown folded."""


MANY_LINES = 8
CHOSEN: tuple[scope.Field, ...] = ("places", "years")
"""The fields of a scope for which another value can be chosen."""


def thread(
    exchanges: Sequence[Exchange],
    entries: Sequence[Entry],
    examples: Sequence[str],
    language: Language,
) -> str:
    """All exchanges in order, the suggestions under the last only.

    It is drawn anew with each piece of an answer, so it is the script that says aloud, once,
    what was answered.
    """
    if not exchanges:
        return welcome(entries, examples, language)
    last = len(exchanges) - 1
    talk = "".join(
        _exchange(exchange, number, number == last, entries, language)
        for number, exchange in enumerate(exchanges)
    )
    name = words.talk(language)
    said = element("div", talk, role="log", aria_live="off", aria_label=name)
    return said + _choices(entries, language)


def welcome(entries: Sequence[Entry], examples: Sequence[str], language: Language) -> str:
    """What the library holds and a few questions one click away."""
    questions = "".join(
        button(example, "ask", class_="example", data_question=example) for example in examples
    )
    asking = element("p", text(words.try_asking(language)), class_="hint")
    return element(
        "div",
        element("h2", text(words.welcome(language)))
        + element("p", text(holdings(entries, language)), class_="holdings")
        + (asking + element("div", questions, class_="examples") if questions else ""),
        class_="welcome",
    )


def holdings(entries: Sequence[Entry], language: Language) -> str:
    """How many documents, places and years the library holds, in one line."""
    if not entries:
        return words.holdings_empty(language)
    places, years = scope.places(entries), scope.years(entries)
    parts = [words.holdings(language, documents=len(entries))]
    if places:
        parts.append(words.holdings_places(language, places=len(places)))
    if years:
        parts.append(words.holdings_years(language, first=years[-1], last=years[0]))
    return " · ".join(parts)


def _exchange(
    exchange: Exchange, number: int, last: bool, entries: Sequence[Entry], language: Language
) -> str:
    asked = _question(exchange.question.text, language)
    kind = exchange.answer.kind if exchange.answer else "none"
    said = element(
        "article",
        _said(exchange, number, entries, language),
        class_=f"answer is-{exchange.status} kind-{kind}",
        aria_busy="true" if exchange.status == "working" else "",
    )
    follow = _suggestions(exchange, language) if last else ""
    return element("section", asked + said + follow, class_="exchange", data_exchange=number)


def _question(asked: str, language: Language) -> str:
    """The question; a long one, or one of many lines, folded with a button that unfolds it."""
    if len(asked) <= LONG and asked.count("\n") < MANY_LINES:
        return element("p", text(asked), class_="question")
    unfold = element(
        "button",
        text(words.unfold(language)),
        type="button",
        class_="unfold",
        data_unfold=words.fold(language),
        aria_expanded="false",
    )
    return element("p", text(asked), class_="question folded") + unfold


def _said(exchange: Exchange, number: int, entries: Sequence[Entry], language: Language) -> str:
    if exchange.status == "failed":
        return element("p", text(exchange.message), class_="failure", role="alert")
    inner = render.body(exchange.answer, number, language) if exchange.answer else ""
    if exchange.status == "working":
        return inner + element("p", text(words.working(language)), class_="working")
    foot = _foot(exchange, number, entries, language) + _rated(exchange, number, language)
    return inner + foot + _printed(exchange.answer, language)


def _foot(exchange: Exchange, number: int, entries: Sequence[Entry], language: Language) -> str:
    """Under a finished answer: its labels, the scope it was given, thumbs and copy button."""
    if exchange.answer is None:
        return element("footer", text(words.stopped(language)), class_="foot")
    if exchange.status == "stopped":
        said = element("span", text(words.stopped(language)))
    else:
        said = render.meta(exchange.answer, language)
        said += _scope(exchange.question, exchange.answer, number, entries, language)
    acts = rating.thumbs(exchange.rating, number, language) if _ratable(exchange) else ""
    acts += _copy(exchange.answer, language) + of_question(exchange.answer, language)
    acts += take.menu(exchange.answer, number, language) if exchange.status == "done" else ""
    return element("footer", said + element("span", acts, class_="acts"), class_="foot")


def _printed(answer: Answer | None, language: Language) -> str:
    """The sentences cited, which on paper stand under the answer instead of beside it."""
    if answer is None or not answer.citations:
        return ""
    listed = "".join(element("p", text(reference(one, language))) for one in answer.citations)
    return element("div", listed, class_="printed")


def _rated(exchange: Exchange, number: int, language: Language) -> str:
    return rating.below(exchange.rating, number, language) if _ratable(exchange) else ""


def _ratable(exchange: Exchange) -> bool:
    return exchange.status == "done" and exchange.question.id != ""


def _scope(
    question: Question, answer: Answer, number: int, entries: Sequence[Entry], language: Language
) -> str:
    shown = scope.chips(answer.scope, entries, language)
    if not shown:
        return ""
    label = words.scope_by_hand if question.scope else words.scope
    head = element("span", text(label(language)), class_="label")
    chips = "".join(_chip(chip, number, language) for chip in shown)
    added = "".join(_adding(field, number, language) for field in CHOSEN)
    return element("span", head + chips + added, class_="scope")


def _adding(field: scope.Field, number: int, language: Language) -> str:
    """A list whose choice is asked for as well."""
    name = scope.name(field, language)
    label = words.add_short(language, field=name)
    return _select(field, "", label, words.add(language, field=name), number)


def _select(field: scope.Field, value: str, label: str, hint: str, number: int) -> str:
    """A list of one choice; the script adds the others when it is about to be used."""
    return element(
        "select",
        element("option", text(label), value=value or None, selected=True),
        class_="other" if value else "add",
        title=hint,
        aria_label=hint,
        data_event="narrow",
        data_exchange=number,
        data_field=field,
        data_value=value,
        data_choices=f"zw-choices-{field}",
    )


def _choices(entries: Sequence[Entry], language: Language) -> str:
    """The places and years of the library, once for all chips."""
    shorts = scope.places(entries)
    places = ((short, label) for label, short in named.places(shorts, language))
    years = ((str(y), words.in_year(language, year=y)) for y in scope.years(entries))
    return "".join(
        element(
            "datalist",
            "".join(element("option", text(label), value=value) for value, label in known),
            id=f"zw-choices-{field}",
        )
        for field, known in zip(CHOSEN, (places, years), strict=True)
    )


def _chip(chip: scope.Chip, number: int, language: Language) -> str:
    if not chip.removable:
        return element("span", text(chip.label), class_="chip fixed")
    said = text(chip.label)
    if chip.field in CHOSEN:
        hint = words.replace(language, value=chip.label)
        said = _select(chip.field, chip.value, chip.label, hint, number)
    remove = words.remove(language, value=chip.label)
    cross = element(
        "button",
        "×",
        type="button",
        title=remove,
        aria_label=remove,
        data_event="narrow",
        data_exchange=number,
        data_field=chip.field,
        data_value=chip.value,
    )
    return element("span", said + cross, class_="chip")


def _copy(answer: Answer, language: Language) -> str:
    return element(
        "button",
        text(words.copy(language)),
        type="button",
        class_="copy",
        data_copy=plain(answer, language),
        data_copied=words.copied(language),
    )


def _suggestions(exchange: Exchange, language: Language) -> str:
    if exchange.status != "done" or not exchange.answer or not exchange.answer.suggestions:
        return ""
    head = element("span", text(words.you_could_ask(language)), class_="label")
    chips = "".join(_suggestion(suggestion) for suggestion in exchange.answer.suggestions)
    return element("div", head + chips, class_="suggestions")


def _suggestion(suggestion: Suggestion) -> str:
    return button(
        suggestion.label,
        "ask",
        class_="suggestion",
        data_question=suggestion.question,
        title=suggestion.question,
    )
