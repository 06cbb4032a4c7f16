"""What happens at each event of the tab 提法. Gradio calls these; what they show is pure."""

import re
import time
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import UserError
from rag.wordings.tracker import Tracker
from ui import named, scope, viewer
from ui import words as shared
from ui.header import notice
from ui.markup import element, text
from ui.tab import payload, switched_to
from ui.types import Language, Library
from ui.wording import view, words
from ui.wording.view import Shown

Updates = dict[Any, Any]

MOST = 4
"""How many phrases are followed at once."""

_BETWEEN = re.compile(r"[、，,；;\n]+")


@dataclass(frozen=True, slots=True)
class WordingParts:
    """The components of the tab; the first holds what is shown, the rest show it."""

    shown: gr.State
    box: gr.Textbox
    follow: gr.Button
    place: gr.Dropdown
    earlier: gr.Dropdown
    later: gr.Dropdown
    compare: gr.Button
    notice: gr.HTML
    sheet: gr.HTML
    evidence: gr.HTML
    viewer: gr.HTML


@dataclass(frozen=True, slots=True)
class WordingPage:
    """The tracker and the library behind the parts of the tab."""

    tracker: Tracker
    library: Library
    parts: WordingParts

    def refresh(self, shown: tuple[Shown, ...], language: Language) -> Updates:
        """The places and years to choose from, as the library now is; before the first search, what
        can be looked for."""
        return {
            **self._choices(language),
            **({} if shown else self._shown((), language)),
        }

    def follow(self, typed: str, language: Language) -> Updates:
        """Each phrase over the years; where one cannot be followed, one sentence says why."""
        phrases = [one for one in _BETWEEN.split(typed) if one.strip()]
        if len(phrases) > MOST:
            return {self.parts.notice: notice(words.too_many(language, most=MOST))}
        try:
            found = tuple(self.tracker.course(one) for one in phrases or [""])
        except UserError as error:
            return {self.parts.notice: notice(str(error))}
        return self._shown(found, language)

    def compare(
        self, place: str | None, earlier: int | None, later: int | None, language: Language
    ) -> Updates:
        """Two reports of a place; where one is missing, one sentence says so."""
        if not (place and earlier and later):
            return {self.parts.notice: notice(words.choose(language))}
        try:
            found = self.tracker.compared(place, int(earlier), int(later))
        except UserError as error:
            return {self.parts.notice: notice(str(error))}
        return self._shown((found,), language)

    def open(self, shown: tuple[Shown, ...], language: Language, event: gr.EventData) -> Updates:
        """The source of what was clicked, its sentence marked."""
        cited = view.sources(shown)
        index = int(payload(event)["index"])
        if not 0 <= index < len(cited):
            return {self.parts.notice: gr.skip()}
        try:
            document = self.library.document(cited[index].source)
            inner = viewer.view(document, cited[index], "citation", language)
        except UserError as error:
            inner = element("p", text(error), class_="failure", role="alert")
        return {self.parts.viewer: viewer.sheet(inner, time.monotonic_ns(), language)}

    def close(self) -> Updates:
        """The hint again in place of the source."""
        return {self.parts.viewer: ""}

    def switch(self, shown: tuple[Shown, ...], event: gr.EventData) -> Updates:
        """The tab in the other language; what is shown stays."""
        language = switched_to(event)
        parts = self.parts
        return {
            **self._choices(language),
            parts.box: gr.update(
                label=words.phrase(language), placeholder=words.phrase_hint(language)
            ),
            parts.follow: gr.update(value=words.follow(language)),
            parts.compare: gr.update(value=words.compare(language)),
            **self._shown(shown, language),
        }

    def _choices(self, language: Language) -> Updates:
        entries, parts = self.library.entries(), self.parts
        places = named.places(scope.places(entries), language)
        years = [(shared.in_year(language, year=year), year) for year in scope.years(entries)]
        return {
            parts.place: gr.update(choices=places, label=shared.place(language)),
            parts.earlier: gr.update(choices=years, label=words.earlier(language)),
            parts.later: gr.update(choices=years, label=words.later(language)),
        }

    def _shown(self, shown: tuple[Shown, ...], language: Language) -> Updates:
        hint = element("h2", text(shared.evidence(language)), class_="side-head")
        hint += element("p", text(words.evidence_hint(language)), class_="hint")
        return {
            self.parts.shown: shown,
            self.parts.notice: "",
            self.parts.sheet: view.view(shown, language),
            self.parts.evidence: hint,
            self.parts.viewer: "",
        }
