"""What happens at each event of the tab 核稿. Gradio calls these; what they show is pure."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import gradio as gr

from corpus.errors import UserError
from rag.proofread.desk import Desk, word_bytes
from rag.proofread.manuscript import Manuscript, of_text, open_manuscript
from rag.proofread.types import Finding, Result
from ui import named, scope, viewer
from ui import words as shared
from ui.desk import view, words
from ui.header import notice
from ui.markup import element, text
from ui.tab import switched_to
from ui.types import Language, Library

LIMIT = 1_000_000
"""The longest pasted manuscript in characters."""

_EVERY_SECONDS = 0.3

Updates = dict[Any, Any]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked manuscript of one visit, and its Word file with comments."""

    result: Result
    word: bytes


@dataclass(frozen=True, slots=True)
class DeskParts:
    """The components of the tab; the first two hold the visit, the rest show it."""

    checked: gr.State
    looked: gr.State
    box: gr.Textbox
    upload: gr.UploadButton
    send: gr.Button
    stop: gr.Button
    place: gr.Dropdown
    day: gr.Textbox
    notice: gr.HTML
    summary: gr.HTML
    text: gr.HTML
    evidence: gr.HTML
    viewer: gr.HTML


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The desk and the library behind the parts of the tab."""

    desk: Desk
    library: Library
    parts: DeskParts

    def load(self, language: Language) -> Updates:
        """An empty tab, with the places of the library to choose from."""
        return {**self.refresh(language), **self._shown(None, 0, language)}

    def refresh(self, language: Language) -> Updates:
        """The places to choose from, as the library now is."""
        choices = named.places(scope.places(self.library.entries()), language)
        return {self.parts.place: gr.update(choices=choices, label=shared.place(language))}

    def check_pasted(
        self, pasted: str, place: str | None, day: str, language: Language
    ) -> Iterator[Updates]:
        """What stands in the field is checked; where it cannot be, one sentence says why."""
        if not pasted.strip():
            yield {self.parts.notice: notice(words.empty_manuscript(language))}
        elif len(pasted) > LIMIT:
            said = words.long_manuscript(language, length=f"{len(pasted):,}", limit=f"{LIMIT:,}")
            yield {self.parts.notice: notice(said)}
        else:
            yield from self._check(of_text(pasted, ""), place, day, language)

    def check_uploaded(
        self, path: str, place: str | None, day: str, language: Language
    ) -> Iterator[Updates]:
        """An uploaded file is read and removed, then checked."""
        file = Path(path)
        try:
            manuscript = open_manuscript(file)
        except UserError as error:
            yield {self.parts.notice: notice(str(error))}
            return
        finally:
            file.unlink(missing_ok=True)
        yield from self._check(manuscript, place, day, language)

    def stop(self) -> Updates:
        """The check is given up; what was shown before stays."""
        return {self.parts.summary: "", **self._idle()}

    def look(self, checked: Checked | None, language: Language, event: gr.EventData) -> Updates:
        """The evidence of a sentence that was clicked."""
        number = int(event._data["number"])
        return {
            self.parts.looked: number,
            self.parts.evidence: view.evidence(_result(checked), number, language),
            self.parts.viewer: "",
        }

    def open(
        self, checked: Checked | None, looked: int, language: Language, event: gr.EventData
    ) -> Updates:
        """The source of a card that was clicked, its span marked."""
        if checked is None or not looked:
            return {self.parts.notice: gr.skip()}
        citations = checked.result.findings[looked - 1].citations
        citation = citations[int(event._data["index"])]
        try:
            document = self.library.document(citation.source)
        except UserError as error:
            inner = element("p", text(error), class_="failure", role="alert")
        else:
            inner = viewer.view(document, citation, "citation", language)
        return {self.parts.viewer: viewer.sheet(inner, time.monotonic_ns(), language)}

    def close(self) -> Updates:
        """The evidence again in place of the source."""
        return {self.parts.viewer: ""}

    def switch(self, checked: Checked | None, looked: int, event: gr.EventData) -> Updates:
        """The tab in the other language; the manuscript and what was found stay as they are."""
        language = switched_to(event)
        parts = self.parts
        return {
            parts.box: gr.update(
                label=words.manuscript(language), placeholder=words.manuscript_hint(language)
            ),
            parts.upload: gr.update(label=words.upload(language)),
            parts.send: gr.update(value=words.proofread(language)),
            parts.stop: gr.update(value=shared.stop(language)),
            **self.refresh(language),
            parts.day: gr.update(
                label=words.written_on(language), placeholder=words.written_on_hint(language)
            ),
            **self._shown(checked, looked, language),
        }

    def _check(
        self, manuscript: Manuscript, place: str | None, day: str, language: Language
    ) -> Iterator[Updates]:
        """The findings as far as they are, then the manuscript with all of them."""
        parts = self.parts
        try:
            written_on = date.fromisoformat(day.strip()) if day.strip() else None
        except ValueError:
            yield {parts.notice: notice(words.wrong_day(language, day=day))}
            return
        yield {
            **self._shown(None, 0, language),
            parts.send: gr.update(visible=False),
            parts.stop: gr.update(visible=True),
        }
        try:
            found: list[Finding] = []
            for done in self._counted(manuscript, place or "", written_on, found):
                total = len(manuscript.sentences)
                yield {parts.summary: view.progress(done, total, language)}
            yield self._done(manuscript, tuple(found), language)
        except Exception:
            log.exception("a manuscript was not checked: %s", manuscript.name)
            yield {parts.notice: notice(words.proofread_broken(language)), parts.summary: ""}
        yield self._idle()

    def _counted(
        self, manuscript: Manuscript, place: str, day: date | None, found: list[Finding]
    ) -> Iterator[int]:
        """Fills ``found``; how many there are by now, a few times a second."""
        last = 0.0
        for one in self.desk.findings(manuscript, place, day):
            found.append(one)
            now = time.monotonic()
            if now - last > _EVERY_SECONDS:
                last = now
                yield len(found)

    def _done(
        self, manuscript: Manuscript, found: tuple[Finding, ...], language: Language
    ) -> Updates:
        """The whole result, noted in the log and made a Word file."""
        when = datetime.now(UTC)
        result = Result(manuscript.name, manuscript.blocks, found)
        shown = self._shown(Checked(result, word_bytes(manuscript, result, when)), 0, language)
        try:
            self.desk.note(result, when)
        except OSError as error:
            log.warning("checks were not logged: %s", error)
            shown[self.parts.notice] = notice(words.not_logged(language))
        return shown

    def _shown(self, checked: Checked | None, looked: int, language: Language) -> Updates:
        parts, result = self.parts, _result(checked)
        return {
            parts.checked: checked,
            parts.looked: looked,
            parts.notice: "",
            parts.summary: view.summary(checked.result, checked.word, language) if checked else "",
            parts.text: view.manuscript(result, language) if result else "",
            parts.evidence: view.evidence(result, looked, language),
            parts.viewer: "",
        }

    def _idle(self) -> Updates:
        return {
            self.parts.send: gr.update(visible=True),
            self.parts.stop: gr.update(visible=False),
        }


def _result(checked: Checked | None) -> Result | None:
    return checked.result if checked else None
