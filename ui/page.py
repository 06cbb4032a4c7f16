"""What happens at each event of the page. Gradio calls these; what they show is pure."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

import gradio as gr

from corpus.errors import UserError
from index.types import EVERYWHERE, Scope
from rag import journal
from rag.types import Question, Turn
from ui import conversation, evidence, feedback, rating, scope, viewer, words
from ui.conversation import Exchanges
from ui.header import header, notice
from ui.markup import element, text
from ui.tab import switched_to
from ui.thread import thread
from ui.types import Chain, Exchange, Language, Library, Opened, Rating, Shelf

CARDS = Opened()

Payload = Mapping[str, str]
Updates = dict[Any, Any]
"""Gradio components, each with its new value."""

log = logging.getLogger(__name__)


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
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    places: gr.Dropdown
    years: gr.Dropdown
    automatic: gr.Button


@dataclass(frozen=True, slots=True)
class Page:
    """The engine and the library behind the parts of one page.

    ``feedback`` is the file that ratings go to; None where answers are not rated.
    """

    chain: Chain
    library: Library
    examples: tuple[str, ...]
    parts: Parts
    feedback: Path | None = None

    def load(self, language: Language) -> Updates:
        """The welcome, and the choices of place and year as the library is now."""
        entries = self.library.entries()
        return {
            self.parts.places: gr.update(choices=scope.places(entries)),
            self.parts.years: gr.update(choices=self._years(language)),
            **self._shown((), CARDS, language),
        }

    def ask_typed(
        self, typed: str, exchanges: Exchanges, hand: Scope, language: Language
    ) -> Iterator[Updates]:
        """What stands in the field is asked; where it cannot be, one sentence says why."""
        complaint = conversation.complaint(typed, exchanges, language)
        if complaint:
            yield {self.parts.notice: notice(complaint)}
            return
        question = self._question(typed.strip(), conversation.history(exchanges), hand)
        yield {self.parts.box: "", self.parts.notice: ""}
        yield from self._answer(exchanges, question, language)

    def ask_clicked(
        self, exchanges: Exchanges, hand: Scope, language: Language, event: gr.EventData
    ) -> Iterator[Updates]:
        """An example or a suggestion is asked; what stands in the field stays."""
        asked = _payload(event)["question"]
        complaint = conversation.complaint(asked, exchanges, language)
        yield {self.parts.notice: notice(complaint)}
        if not complaint:
            bound = scope.giving_way(hand, asked, self.library.entries())
            question = self._question(asked, conversation.history(exchanges), bound)
            yield from self._answer(exchanges, question, language)

    def narrow(
        self, exchanges: Exchanges, language: Language, event: gr.EventData
    ) -> Iterator[Updates]:
        """The same question again, without one value of the scope its answer had."""
        payload = _payload(event)
        number = int(payload["exchange"])
        before = exchanges[number]
        complaint = conversation.complaint(before.question.text, exchanges, language)
        yield {self.parts.notice: notice(complaint)}
        if complaint or before.answer is None:
            return
        field = next(field for field in scope.FIELDS if field == payload["field"])
        hand = scope.without(before.answer.scope, field, payload["value"], self.library.entries())
        yield self._by_hand(hand)
        question = self._question(before.question.text, before.question.history, hand)
        yield from self._answer(exchanges, question, language)

    def stop(self, exchanges: Exchanges, language: Language) -> Updates:
        """The answer so far stays and is marked as stopped."""
        return {**self._talk(conversation.stopped(exchanges), CARDS, language), **self._idle()}

    def redraw(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        """The conversation again, in the language that was chosen while it was answered."""
        return self._drawn(exchanges, opened, language)

    def rate(self, exchanges: Exchanges, language: Language, event: gr.EventData) -> Updates:
        """A thumb or reason that was clicked; it is shown as kept only once it is."""
        if conversation.busy(exchanges):
            return {self.parts.notice: notice(words.busy(language))}
        payload = _payload(event)
        number = int(payload["exchange"])
        before = exchanges[number]
        now = rating.clicked(before.rating, payload["thumb"], payload.get("reason", ""))
        try:
            self._keep(before, now)
        except OSError as error:
            log.warning("a rating was not kept: %s", error)
            return {self.parts.notice: notice(words.not_kept(language, path=self.feedback))}
        rated = (*exchanges[:number], replace(before, rating=now), *exchanges[number + 1 :])
        return {
            self.parts.exchanges: rated,
            self.parts.thread: thread(rated, self.library.entries(), self.examples, language),
            self.parts.notice: "",
        }

    def open(
        self, exchanges: Exchanges, opened: Opened, language: Language, event: gr.EventData
    ) -> Updates:
        """The source of a card or marker that was clicked, its span marked."""
        payload = _payload(event)
        shelf: Shelf = "near" if payload["shelf"] == "near" else "citation"
        number, index = int(payload["exchange"]), int(payload["index"])
        now = Opened(number, shelf, index, opened.opening + 1)
        return {
            self.parts.opened: now,
            self.parts.evidence: evidence.panel(exchanges, now, language),
            self.parts.viewer: self._source(exchanges, now, language),
        }

    def close(self, opened: Opened) -> Updates:
        """The cards again in place of the source."""
        return {
            self.parts.opened: Opened(opened.exchange, opening=opened.opening),
            self.parts.viewer: "",
        }

    def switch(self, exchanges: Exchanges, opened: Opened, event: gr.EventData) -> Updates:
        """The whole page in the other language; what was asked and answered stays as it is."""
        language = switched_to(event)
        return {
            self.parts.language: language,
            self.parts.notice: "",
            self.parts.years: gr.update(choices=self._years(language), label=words.year(language)),
            self.parts.places: gr.update(label=words.place(language)),
            self.parts.box: gr.update(
                label=words.ask_label(language), placeholder=words.ask_hint(language)
            ),
            self.parts.send: gr.update(value=words.send(language)),
            self.parts.stop: gr.update(value=words.stop(language)),
            self.parts.automatic: gr.update(value=words.automatic(language)),
            **self._shown(exchanges, opened, language),
        }

    def fresh(self, language: Language) -> Updates:
        """An empty conversation; the scope set by hand is left as well."""
        return {
            self.parts.notice: "",
            **self._by_hand(EVERYWHERE),
            **self._shown((), CARDS, language),
            **self._idle(),
        }

    def choose_places(self, chosen: list[str], hand: Scope) -> Updates:
        """The places in the list bind the next questions."""
        return self._bind(replace(hand, places=tuple(chosen)))

    def choose_years(self, chosen: list[int], hand: Scope) -> Updates:
        """The years in the list bind the next questions."""
        return self._bind(replace(hand, years=tuple(chosen)))

    def automatic(self) -> Updates:
        """The scope is read from each question again."""
        return self._by_hand(EVERYWHERE)

    def _question(self, asked: str, history: tuple[Turn, ...], hand: Scope) -> Question:
        """A question, with an id of its own where its answer may be rated."""
        return Question(asked, history, hand, id=token_hex(8) if self.feedback else "")

    def _keep(self, exchange: Exchange, now: Rating) -> None:
        """A rating that says something new goes to the file. Raises OSError where it cannot."""
        if self.feedback and exchange.answer and rating.differs(exchange.rating, now):
            when = datetime.now(UTC)
            entry = feedback.entry(exchange.question, exchange.answer, now, when)
            journal.append(self.feedback, entry)

    def _answer(
        self, exchanges: Exchanges, question: Question, language: Language
    ) -> Iterator[Updates]:
        """The answer as it grows, its evidence beside it, the stop button while it does."""
        parts = self.parts
        yield {
            parts.send: gr.update(visible=False),
            parts.stop: gr.update(visible=True),
            parts.opened: CARDS,
            parts.viewer: "",
        }
        for now in conversation.ask(self.chain, exchanges, question, language):
            yield self._talk(now, CARDS, language)
        yield self._idle()

    def _talk(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        return {
            self.parts.exchanges: exchanges,
            **self._drawn(exchanges, opened, language),
        }

    def _drawn(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        entries = self.library.entries()
        return {
            self.parts.thread: thread(exchanges, entries, self.examples, language),
            self.parts.evidence: evidence.panel(exchanges, opened, language),
        }

    def _shown(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        return {
            **self._talk(exchanges, opened, language),
            self.parts.opened: opened,
            self.parts.header: header(language),
            self.parts.viewer: self._source(exchanges, opened, language),
        }

    def _idle(self) -> Updates:
        return {
            self.parts.send: gr.update(visible=True),
            self.parts.stop: gr.update(visible=False),
        }

    def _bind(self, hand: Scope) -> Updates:
        return {self.parts.hand: hand, self.parts.automatic: gr.update(visible=bool(hand))}

    def _by_hand(self, hand: Scope) -> Updates:
        """``hand`` in force and shown in the lists; a field that holds all shows nothing."""
        entries = self.library.entries()
        places = [] if scope.is_all(hand, "places", entries) else list(hand.places)
        years = [] if scope.is_all(hand, "years", entries) else list(hand.years)
        known_places, known_years = scope.places(entries), scope.years(entries)
        return {
            **self._bind(hand),
            self.parts.places: [place for place in places if place in known_places],
            self.parts.years: [year for year in years if year in known_years],
        }

    def _years(self, language: Language) -> list[tuple[str, int]]:
        years = scope.years(self.library.entries())
        return [(words.in_year(language, year=year), year) for year in years]

    def _source(self, exchanges: Exchanges, opened: Opened, language: Language) -> str:
        """The source that is open, as a sheet over the cards; nothing where none is."""
        citation = evidence.cited(exchanges, opened)
        if citation is None:
            return ""
        try:
            document = self.library.document(citation.source)
        except UserError as error:
            inner = element("p", text(error), class_="failure", role="alert")
        else:
            inner = viewer.view(document, citation, opened.shelf, language)
        return viewer.sheet(inner, opened.opening, language)


def _payload(event: gr.EventData) -> Payload:
    """What the clicked element carries in its data attributes."""
    payload: Payload = event._data
    return payload
