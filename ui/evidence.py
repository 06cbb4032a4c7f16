"""Cited sentences as cards: what stands beside an answer. Pure."""

from collections.abc import Sequence

from rag.types import Citation
from ui import words
from ui.markup import element, text
from ui.types import Exchange, Language, Opened, Shelf


def panel(exchanges: Sequence[Exchange], opened: Opened, language: Language) -> str:
    """The cards of the exchange that ``opened`` points at, under the heading of the panel."""
    head = element("h2", text(words.evidence(language)))
    if not exchanges:
        return head + element("p", text(words.evidence_hint(language)), class_="hint")
    number = opened.exchange % len(exchanges)
    shown = exchanges[number]
    if shown.answer and shown.answer.citations:
        return head + cards(shown.answer.citations, number, "citation", language)
    hint = words.evidence_hint if shown.status == "working" else words.no_evidence
    return head + element("p", text(hint(language)), class_="hint")


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


def cited(exchanges: Sequence[Exchange], opened: Opened) -> Citation | None:
    """The citation or near miss that ``opened`` points at, None where it points at cards."""
    if opened.index is None or opened.exchange >= len(exchanges):
        return None
    answer = exchanges[opened.exchange].answer
    if answer is None:
        return None
    shelf = answer.near_misses if opened.shelf == "near" else answer.citations
    return shelf[opened.index] if opened.index < len(shelf) else None


def place_in_document(citation: Citation, language: Language) -> str:
    """Place, year, heading path and page in one line, whatever of them is known."""
    parts = [citation.place]
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
