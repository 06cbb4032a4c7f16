"""What happens when a source is opened, turned over to the next, or closed."""

from dataclasses import dataclass
from typing import get_args

import gradio as gr

from ui import evidence
from ui.conversation import Exchanges
from ui.header import notice
from ui.links import words
from ui.links.address import span
from ui.shown import Shown, Updates
from ui.tab import payload
from ui.types import Language, Opened, Shelf


@dataclass(frozen=True, slots=True)
class Opening:
    """The viewer of one page, and the cards under it."""

    shown: Shown

    def open(
        self, exchanges: Exchanges, opened: Opened, language: Language, event: gr.EventData
    ) -> Updates:
        """The source of a card, a marker or a turn of the sheet that was clicked."""
        clicked = payload(event)
        shelf: Shelf = next(known for known in get_args(Shelf) if known == clicked["shelf"])
        number, index = int(clicked["exchange"]), int(clicked["index"])
        now = Opened(number, shelf, index, opened.opening + 1)
        entries = self.shown.library.entries()
        return {
            self.shown.parts.opened: now,
            self.shown.parts.evidence: evidence.panel(exchanges, now, entries, language),
            self.shown.parts.viewer: self.shown.source(exchanges, now, language),
        }

    def link(self, opened: Opened, language: Language, event: gr.EventData) -> Updates:
        """What the address of the page names; an unknown document is told in one sentence."""
        now = Opened(shelf="link", opening=opened.opening + 1, span=span(dict(payload(event))))
        sheet = self.shown.source((), now, language)
        if not sheet:
            return {self.shown.parts.notice: notice(words.unknown(language))}
        return {self.shown.parts.opened: now, self.shown.parts.viewer: sheet}

    def close(self, opened: Opened) -> Updates:
        """The cards again in place of the source."""
        return {
            self.shown.parts.opened: Opened(opened.exchange, opening=opened.opening),
            self.shown.parts.viewer: "",
        }
