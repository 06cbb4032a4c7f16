"""What happens at each event of the tab 数据表. Gradio calls these; what they show is pure."""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

import gradio as gr

from corpus.errors import UserError
from rag.lookup import Role
from rag.types import Answer
from ui import scope, viewer
from ui import words as shared
from ui.data import choices, view, words
from ui.header import notice
from ui.markup import element, text
from ui.tab import payload, switched_to
from ui.take.menu import link
from ui.types import Language, Library

Updates = dict[Any, Any]

log = logging.getLogger(__name__)


class Tables(Protocol):
    """What the tab asks of the engine."""

    def table(
        self, indicator: str, places: Sequence[str], years: Sequence[int], role: Role
    ) -> Answer:
        """A row a place and year. Raises ``UserError``."""


@dataclass(frozen=True, slots=True)
class DataParts:
    """The components of the tab; the first holds the table, the rest show it."""

    answer: gr.State
    indicator: gr.Dropdown
    places: gr.Dropdown
    years: gr.Dropdown
    role: gr.Dropdown
    notice: gr.HTML
    taken: gr.HTML
    sheet: gr.HTML
    evidence: gr.HTML
    viewer: gr.HTML


@dataclass(frozen=True, slots=True)
class DataPage:
    """The tables and the library behind the parts of the tab."""

    tables: Tables
    library: Library
    parts: DataParts

    def refresh(
        self,
        indicator: str,
        places: list[str],
        years: list[int],
        role: Role,
        language: Language,
    ) -> Updates:
        """The choices as the library now is, and the table of what is chosen."""
        return {**self._choices(language), **self.draw(indicator, places, years, role, language)}

    def draw(
        self,
        indicator: str,
        places: list[str],
        years: list[int],
        role: Role,
        language: Language,
    ) -> Updates:
        """The table of what is chosen; where there is none, one sentence says why."""
        entries = self.library.entries()
        when = sorted(years) or scope.years(entries)[:1]
        there = choices.meant(places, entries) or choices.able(entries, when)
        try:
            answer = self.tables.table(indicator, there, when, role)
        except UserError as error:
            return {**self._shown(None, language), self.parts.notice: notice(str(error))}
        return self._shown(answer, language)

    def open(self, answer: Answer | None, language: Language, event: gr.EventData) -> Updates:
        """The source of a value that was clicked, its sentence marked."""
        index = int(payload(event)["index"])
        if answer is None or index >= len(answer.citations):
            return {self.parts.notice: gr.skip()}
        citation = answer.citations[index]
        try:
            inner = viewer.view(
                self.library.document(citation.source), citation, "citation", language
            )
        except UserError as error:
            inner = element("p", text(error), class_="failure", role="alert")
        return {self.parts.viewer: viewer.sheet(inner, time.monotonic_ns(), language)}

    def close(self) -> Updates:
        """The evidence again in place of the source."""
        return {self.parts.viewer: ""}

    def take(self, answer: Answer | None, language: Language, event: gr.EventData) -> Updates:
        """The table as a file, handed to this visitor's browser alone."""
        if answer is None:
            return {self.parts.notice: gr.skip()}
        try:
            return {self.parts.taken: link((answer,), payload(event)["form"], datetime.now(UTC))}
        except Exception:
            log.exception("a table was not made a file")
            return {self.parts.notice: notice(shared.not_taken(language))}

    def switch(self, answer: Answer | None, event: gr.EventData) -> Updates:
        """The tab in the other language; the table stays as it is."""
        language = switched_to(event)
        parts = self.parts
        return {
            **self._choices(language),
            parts.role: gr.update(label=words.role(language), choices=_roles(language)),
            **self._shown(answer, language),
        }

    def _choices(self, language: Language) -> Updates:
        entries, parts = self.library.entries(), self.parts
        return {
            parts.indicator: gr.update(
                label=words.indicator(language), choices=choices.indicators(language)
            ),
            parts.places: gr.update(
                label=shared.place(language), choices=choices.places(entries, language)
            ),
            parts.years: gr.update(
                label=shared.year(language),
                choices=[(shared.in_year(language, year=y), y) for y in scope.years(entries)],
            ),
        }

    def _shown(self, answer: Answer | None, language: Language) -> Updates:
        parts = self.parts
        return {
            parts.answer: answer,
            parts.notice: "",
            parts.sheet: view.shown(answer, language) if answer else "",
            parts.evidence: view.evidence(answer, language),
            parts.viewer: "",
        }


def _roles(language: Language) -> list[tuple[str, Role]]:
    return [(name(language), role) for role, name in words.roles.items()]
