"""Cited sentences as cards: what stands beside an answer. Pure."""

from collections.abc import Sequence

from rag.types import Citation
from ui import named, shelves, words
from ui.markup import element, text
from ui.types import Entry, Exchange, Language, Opened, Shelf


def panel(
    exchanges: Sequence[Exchange], opened: Opened, entries: Sequence[Entry], language: Language
) -> str:
    """The cards of the exchange that ``opened`` points at, under the heading of the panel.

    What was looked at and not cited stands apart, folded, once the answer is whole.
    """
    head = element("h2", text(words.evidence(language)))
    if not exchanges:
        return head + element("p", text(words.evidence_hint(language)), class_="hint")
    number = opened.exchange % len(exchanges)
    shown = exchanges[number]
    working = shown.status == "working"
    apart = "" if working else _uncited(shown, number, entries, language)
    if shown.answer and shown.answer.citations:
        return head + cards(shown.answer.citations, number, "citation", language) + apart
    hint = words.evidence_hint if working else words.no_evidence
    return head + element("p", text(hint(language)), class_="hint") + apart


def cards(citations: Sequence[Citation], exchange: int, shelf: Shelf, language: Language) -> str:
    """One card a citation; a click on it opens the source. Near misses carry no number."""
    return "".join(
        card(citation, exchange, shelf, index, language) for index, citation in enumerate(citations)
    )


def card(citation: Citation, exchange: int, shelf: Shelf, index: int, language: Language) -> str:
    """A citation as a card. ``index`` is its place on the shelf, from 0."""
    number = f"[{citation.number}]" if shelf == "citation" else ""
    head = element("span", text(number), class_="number") if number else ""
    head += element("span", text(citation.title or citation.source), class_="title")
    return element(
        "a",
        element("span", head, class_="head")
        + element("span", text(place_in_document(citation, language)), class_="where")
        + element("q", text(citation.text), class_="quote"),
        class_=f"card {shelf}",
        id=card_id(exchange, shelf, index),
        href=f"#{card_id(exchange, shelf, index)}",
        **opening(exchange, shelf, index),
    )


def place_in_document(citation: Citation, language: Language) -> str:
    """Place, year, heading path and page in one line, whatever of them is known."""
    parts = [named.place(citation.place, language)]
    if citation.year is not None:
        parts.append(words.in_year(language, year=citation.year))
    parts.append(" › ".join(title for title in citation.headings if title != citation.title))
    if citation.page is not None:
        parts.append(words.page(language, page=citation.page))
    return " · ".join(part for part in parts if part)


def card_id(exchange: int, shelf: Shelf, index: int) -> str:
    """The id of a card in the page."""
    return f"{shelf}-{exchange}-{index}"


def opening(exchange: int, shelf: Shelf, index: int) -> dict[str, object]:
    """The attributes that make a click open a source in the viewer."""
    return {
        "data_event": "open",
        "data_exchange": exchange,
        "data_shelf": shelf,
        "data_index": index,
    }


def _uncited(exchange: Exchange, number: int, entries: Sequence[Entry], language: Language) -> str:
    found = shelves.passages(exchange.answer, entries) if exchange.answer else ()
    if not found:
        return ""
    head = element("summary", text(words.uncited(language, count=len(found))))
    hint = element("p", text(words.uncited_hint(language)), class_="hint")
    shown = cards(found, number, "passage", language)
    return element("details", head + hint + shown, class_="uncited")
