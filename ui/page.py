"""What happens at each event of the page. Gradio calls these; what they show is pure."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

import gradio as gr

from index.types import EVERYWHERE, Scope
from rag import journal
from rag.types import Question, Turn, Writing
from ui import conversation, feedback, rating, scope, words
from ui.conversation import Exchanges
from ui.header import notice
from ui.shown import CARDS, Parts, Shown, Updates
from ui.tab import payload, switched_to
from ui.take.menu import answers, link
from ui.thread import thread
from ui.types import Chain, Exchange, Language, Opened, Rating

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Page:
    """The engine and the library behind the parts of one page.

    ``feedback`` is the file that ratings go to; None where answers are not rated.
    """

    chain: Chain
    shown: Shown
    feedback: Path | None = None

    @property
    def parts(self) -> Parts:
        """The components of the page."""
        return self.shown.parts

    def load(self, language: Language) -> Updates:
        """The welcome, and the choices of place and year as the library is now."""
        return {
            **self.shown.choices(language),
            **self.shown.everything((), CARDS, language),
        }

    def refresh(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        """The choices of place and year as the library now is, and the welcome where nothing has
        been asked; a conversation stays as it is."""
        welcome = {} if exchanges else self.shown.drawn(exchanges, opened, language)
        return {
            **self.shown.choices(language),
            **welcome,
        }

    def ask_typed(
        self, typed: str, exchanges: Exchanges, hand: Scope, by_model: bool, language: Language
    ) -> Iterator[Updates]:
        """What stands in the field is asked; where it cannot be, one sentence says why."""
        complaint = conversation.complaint(typed, exchanges, language)
        if complaint:
            yield {self.parts.notice: notice(complaint)}
            return
        question = self._question(typed.strip(), conversation.history(exchanges), hand, by_model)
        yield {self.parts.box: "", self.parts.notice: ""}
        yield from self._answer(exchanges, question, language)

    def ask_clicked(
        self,
        exchanges: Exchanges,
        hand: Scope,
        by_model: bool,
        language: Language,
        event: gr.EventData,
    ) -> Iterator[Updates]:
        """An example or a suggestion is asked; what stands in the field stays."""
        asked = payload(event)["question"]
        complaint = conversation.complaint(asked, exchanges, language)
        yield {self.parts.notice: notice(complaint)}
        if not complaint:
            bound = scope.giving_way(hand, asked, self.shown.library.entries())
            question = self._question(asked, conversation.history(exchanges), bound, by_model)
            yield from self._answer(exchanges, question, language)

    def narrow(
        self, exchanges: Exchanges, by_model: bool, language: Language, event: gr.EventData
    ) -> Iterator[Updates]:
        """The same question again, with the scope that its answer had but for one value: without
        it, or with another that was chosen in its place or beside it."""
        clicked = payload(event)
        number = int(clicked["exchange"])
        before = exchanges[number]
        complaint = conversation.complaint(before.question.text, exchanges, language)
        yield {self.parts.notice: notice(complaint)}
        if complaint or before.answer is None:
            return
        field = next(field for field in scope.FIELDS if field == clicked["field"])
        held, entries = before.answer.scope, self.shown.library.entries()
        value, chosen = clicked.get("value", ""), clicked.get("chosen", "")
        if chosen:
            hand = scope.instead(held, field, value, chosen, entries)
        else:
            hand = scope.without(held, field, value, entries)
        yield self.shown.by_hand(hand)
        question = self._question(before.question.text, before.question.history, hand, by_model)
        yield from self._answer(exchanges, question, language)

    def stop(self, exchanges: Exchanges, language: Language) -> Updates:
        """The answer so far stays and is marked as stopped."""
        return {
            **self.shown.talk(conversation.stopped(exchanges), CARDS, language),
            **self.shown.idle(),
        }

    def redraw(self, exchanges: Exchanges, opened: Opened, language: Language) -> Updates:
        """The conversation again, in the language that was chosen while it was answered."""
        return self.shown.drawn(exchanges, opened, language)

    def rate(self, exchanges: Exchanges, language: Language, event: gr.EventData) -> Updates:
        """A thumb or reason that was clicked; it is shown as kept only once it is."""
        if conversation.busy(exchanges):
            return {self.parts.notice: notice(words.busy(language))}
        clicked = payload(event)
        number = int(clicked["exchange"])
        before = exchanges[number]
        now = rating.clicked(before.rating, clicked["thumb"], clicked.get("reason", ""))
        try:
            self._keep(before, now)
        except OSError as error:
            log.warning("a rating was not kept: %s", error)
            return {self.parts.notice: notice(words.not_kept(language, path=self.feedback))}
        rated = (*exchanges[:number], replace(before, rating=now), *exchanges[number + 1 :])
        return {
            self.parts.exchanges: rated,
            self.parts.thread: thread(
                rated, self.shown.library.entries(), self.shown.examples, language
            ),
            self.parts.notice: "",
        }

    def export(self, exchanges: Exchanges, language: Language, event: gr.EventData) -> Updates:
        """An answer or the whole talk as a file, handed to this visitor's browser alone."""
        clicked = payload(event)
        taken = answers(exchanges, clicked.get("exchange", ""))
        if not taken:
            return {self.parts.notice: ""}
        try:
            return {self.parts.taken: link(taken, clicked["form"], datetime.now(UTC))}
        except Exception:
            log.exception("an answer was not made a file")
            return {self.parts.notice: notice(words.not_taken(language))}

    def switch(self, exchanges: Exchanges, opened: Opened, event: gr.EventData) -> Updates:
        """The whole page in the other language; what was asked and answered stays as it is."""
        language = switched_to(event)
        return {
            self.parts.language: language,
            self.parts.notice: "",
            **self.shown.labels(language),
            **self.shown.everything(exchanges, opened, language),
        }

    def fresh(self, language: Language) -> Updates:
        """An empty conversation; the scope set by hand is left as well."""
        return {
            self.parts.notice: "",
            **self.shown.by_hand(EVERYWHERE),
            **self.shown.everything((), CARDS, language),
            **self.shown.idle(),
        }

    def choose_places(self, chosen: list[str], hand: Scope) -> Updates:
        """The places in the list bind the next questions."""
        return self.shown.bind(replace(hand, places=tuple(chosen)))

    def choose_years(self, chosen: list[int], hand: Scope) -> Updates:
        """The years in the list bind the next questions."""
        return self.shown.bind(replace(hand, years=tuple(chosen)))

    def automatic(self) -> Updates:
        """The scope is read from each question again."""
        return self.shown.by_hand(EVERYWHERE)

    def _question(
        self, asked: str, history: tuple[Turn, ...], hand: Scope, by_model: bool
    ) -> Question:
        """A question, with an id of its own where its answer may be rated."""
        number = token_hex(8) if self.feedback else ""
        return Question(asked, history, hand, number, author(self.shown.model, by_model))

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
        yield self.shown.asking()
        for now in conversation.ask(self.chain, exchanges, question, language):
            yield self.shown.talk(now, CARDS, language)
        yield self.shown.idle()


def author(model: str, by_model: bool) -> Writing:
    """Who is to write the answer on a page whose language model has this name, empty for none."""
    if not model:
        return ""
    return "model" if by_model else "extract"
