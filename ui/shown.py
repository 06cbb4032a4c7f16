"""What the parts of the page show: components, each with its new value. Gradio draws them."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import UserError
from index.types import Scope
from rag.users.present import PRESENT
from ui import evidence, named, scope, shelves, viewer, words
from ui.conversation import Exchanges
from ui.header import header
from ui.links.address import cited, of_source
from ui.markup import element, text
from ui.thread import thread
from ui.types import Language, Library, Opened, Span

CARDS = Opened()

Updates = dict[Any, Any]
"""Gradio components, each with its new value."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The components of the page; the first four hold the visit, the rest show it."""

    exchanges: gr.State
    opened: gr.State
    hand: gr.State
    language: gr.State
    header: gr.HTML
    thread: gr.HTML
    evidence: gr.HTML
    viewer: gr.HTML
    notice: gr.HTML
    taken: gr.HTML
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    places: gr.Dropdown
    years: gr.Dropdown
    automatic: gr.Button
    writer: gr.Checkbox


@dataclass(frozen=True, slots=True)
class Shown:
    """The parts of one page over a library; ``examples`` are offered before the first question.

    ``model`` is the name of the language model that may write; empty where none does.
    """

    library: Library
    examples: tuple[str, ...]
    parts: Parts
    model: str = ""

    def everything(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        """The whole page but the field under the conversation."""
        return {
            **self.talk(exchanges, opened, language),
            self.parts.opened: opened,
            self.parts.header: header(language, PRESENT.get()),
            self.parts.viewer: self.source(exchanges, opened, language),
        }

    def talk(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        """The conversation as it is now, and its evidence."""
        return {self.parts.exchanges: exchanges, **self.drawn(exchanges, opened, language)}

    def drawn(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        """The same, where the conversation itself has not changed."""
        entries = self.library.entries()
        return {
            self.parts.thread: thread(exchanges, entries, self.examples, language),
            self.parts.evidence: evidence.panel(exchanges, opened, entries, language),
        }

    def asking(self) -> Updates:
        """The cards again, and the button that stops in place of the one that sends."""
        return {
            self.parts.send: gr.update(visible=False),
            self.parts.stop: gr.update(visible=True),
            self.parts.opened: CARDS,
            self.parts.viewer: "",
        }

    def idle(self) -> Updates:
        """The button that sends in place of the one that stops."""
        return {
            self.parts.send: gr.update(visible=True),
            self.parts.stop: gr.update(visible=False),
        }

    def bind(self, hand: Scope) -> Updates:
        """``hand`` in force for the next questions."""
        return {self.parts.hand: hand, self.parts.automatic: gr.update(visible=bool(hand))}

    def by_hand(self, hand: Scope) -> Updates:
        """``hand`` in force and shown in the lists; a field that holds all shows nothing."""
        entries = self.library.entries()
        places = [] if scope.is_all(hand, "places", entries) else list(hand.places)
        years = [] if scope.is_all(hand, "years", entries) else list(hand.years)
        known_places, known_years = scope.places(entries), scope.years(entries)
        return {
            **self.bind(hand),
            self.parts.places: [place for place in places if place in known_places],
            self.parts.years: [year for year in years if year in known_years],
        }

    def labels(self, language: Language) -> Updates:
        """The field and its buttons in a language."""
        parts = self.parts
        return {
            **self.choices(language),
            parts.box: gr.update(
                label=words.ask_label(language), placeholder=words.ask_hint(language)
            ),
            parts.send: gr.update(value=words.send(language)),
            parts.stop: gr.update(value=words.stop(language)),
            parts.automatic: gr.update(value=words.automatic(language)),
            parts.writer: gr.update(label=words.by_model(language, name=self.model)),
        }

    def choices(self, language: Language) -> Updates:
        """The places and years of the library as lists to choose from."""
        entries = self.library.entries()
        places = named.places(scope.places(entries), language)
        years = [(words.in_year(language, year=year), year) for year in scope.years(entries)]
        return {
            self.parts.places: gr.update(choices=places, label=words.place(language)),
            self.parts.years: gr.update(choices=years, label=words.year(language)),
        }

    def source(self, exchanges: Exchanges, opened: Opened, language: Language) -> str:
        """The source that is open, as a sheet over the cards; nothing where none is."""
        if opened.span is not None:
            return self._linked(opened.span, opened, language)
        shelf = shelves.opened_on(exchanges, opened, self.library.entries())
        if not shelf or opened.index is None:
            return ""
        citation = shelf[opened.index]
        try:
            document = self.library.document(citation.source)
        except UserError as error:
            inner = element("p", text(error), class_="failure", role="alert")
        else:
            inner = viewer.view(document, citation, opened.shelf, language)
        turn = of_source(citation, language) + viewer.turning(opened, len(shelf), language)
        return viewer.sheet(inner, opened.opening, language, turn)

    def _linked(self, span: Span, opened: Opened, language: Language) -> str:
        """What an address names; a document that is not there leaves nothing open."""
        try:
            document = self.library.document(span.source)
        except UserError:
            return ""
        inner = viewer.view(document, cited(document, span), "link", language)
        return viewer.sheet(inner, opened.opening, language)
