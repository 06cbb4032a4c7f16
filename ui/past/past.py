"""What happens when a conversation is kept, opened again, renamed or removed."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

import gradio as gr

from corpus.errors import UserError
from index.types import EVERYWHERE
from rag.conversations.store import Conversations
from ui.conversation import Exchanges, busy
from ui.header import notice
from ui.past import again, words
from ui.past.view import view
from ui.shown import CARDS, Shown, Updates
from ui.tab import payload, switched_to
from ui.types import Language
from ui.visitor import visitor
from ui.words import busy as still_busy

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PastParts:
    """The conversation shown, by its id, empty for one that is not kept; and the list."""

    current: gr.State
    listed: gr.HTML


@dataclass(frozen=True, slots=True)
class Past:
    """The conversations kept, beside the parts of one page."""

    kept: Conversations
    shown: Shown
    parts: PastParts

    def load(self, language: Language, request: gr.Request) -> Updates:
        """The list, and a conversation that is not kept yet."""
        return {self.parts.current: "", **self._listed("", language, request)}

    def keep(
        self, exchanges: Exchanges, current: str, language: Language, request: gr.Request
    ) -> Updates:
        """The conversation as it now is goes to its file; where it cannot, a sentence says so."""
        if not exchanges:
            return {self.parts.current: current}
        try:
            head = self.kept.keep(
                visitor(request), current, again.kept(exchanges), datetime.now(UTC)
            )
        except OSError as error:
            log.warning("a conversation was not kept: %s", error)
            return {self.shown.parts.notice: notice(words.not_kept(language))}
        return {self.parts.current: head.id, **self._listed(head.id, language, request)}

    def reopen(
        self,
        exchanges: Exchanges,
        current: str,
        language: Language,
        request: gr.Request,
        event: gr.EventData,
    ) -> Updates:
        """A conversation of the list in place of the one shown, its answers as they were."""
        if busy(exchanges):
            return {self.shown.parts.notice: notice(still_busy(language))}
        id_ = payload(event)["conversation"]
        try:
            found = again.shown(self.kept.read(visitor(request), id_).exchanges)
        except UserError as error:
            listed = self._listed(current, language, request)
            return {self.shown.parts.notice: notice(str(error)), **listed}
        return {
            self.shown.parts.notice: "",
            self.parts.current: id_,
            **self.shown.by_hand(EVERYWHERE),
            **self.shown.everything(found, CARDS, language),
            **self._listed(id_, language, request),
        }

    def rename(
        self, current: str, language: Language, request: gr.Request, event: gr.EventData
    ) -> Updates:
        """Another title for a conversation of the list."""
        told = payload(event)
        try:
            self.kept.rename(visitor(request), told["conversation"], told["title"])
        except UserError as error:
            return {self.shown.parts.notice: notice(str(error))}
        return self._listed(current, language, request, unfolded=True)

    def forget(
        self, current: str, language: Language, request: gr.Request, event: gr.EventData
    ) -> Updates:
        """A conversation is removed; where it is the one shown, it stays until one goes on."""
        id_ = payload(event)["conversation"]
        self.kept.remove(visitor(request), id_)
        left = "" if id_ == current else current
        return {
            self.parts.current: left,
            **self._listed(left, language, request, unfolded=True),
        }

    def switch(self, current: str, request: gr.Request, event: gr.EventData) -> Updates:
        """The list in the other language."""
        return self._listed(current, switched_to(event), request)

    def _listed(
        self, current: str, language: Language, request: gr.Request, *, unfolded: bool = False
    ) -> Updates:
        listed = self.kept.listed(visitor(request))
        return {self.parts.listed: view(listed, current, language, unfolded=unfolded)}
