"""What happens at each event of the tab 评测. Gradio calls these; what they show is pure."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import gradio as gr

from corpus.errors import UserError
from ui.evaluation import failed, view, words
from ui.evaluation.types import ALL, Chosen, Evaluations
from ui.header import notice
from ui.roles import needs
from ui.tab import payload, switched_to
from ui.take.menu import link_to
from ui.types import Language

Updates = dict[Any, Any]

_MIMES = {"html": "text/html", "markdown": "text/markdown", "json": "application/json"}
_SUFFIXES = {"html": ".html", "markdown": ".md", "json": ".json"}


@dataclass(frozen=True, slots=True)
class EvaluationParts:
    """The components of the tab; the first holds what one visitor looks at."""

    chosen: gr.State
    timer: gr.Timer
    cases: gr.Dropdown
    upload: gr.UploadButton
    run: gr.Button
    stop: gr.Button
    notice: gr.HTML
    progress: gr.HTML
    sheet: gr.HTML
    failed: gr.HTML
    taken: gr.HTML


@dataclass(frozen=True, slots=True)
class EvaluationPage:
    """The evaluations behind the parts of the tab."""

    evaluations: Evaluations
    parts: EvaluationParts

    @needs("admin", noted=False)
    def refresh(self, chosen: Chosen, language: Language) -> Updates:
        """The sets of questions and their reports as they now are."""
        state = self.evaluations.state()
        running = state.which if state.status == "running" else ""
        which = running or chosen.which or self.evaluations.latest()
        return self._everything(replace(chosen, which=which), language)

    @needs("admin", noted=False)
    def choose(self, which: str, chosen: Chosen, language: Language) -> Updates:
        """The last report on the questions that were chosen."""
        return self._everything(replace(chosen, which=which, type=ALL), language)

    @needs("admin")
    def upload(self, path: str, chosen: Chosen, language: Language) -> Updates:
        """Uploaded questions are asked at once; where they cannot be, one sentence says why."""
        file = Path(path)
        try:
            self.evaluations.take(file)
        except UserError as error:
            said = str(error).replace(str(file), file.name)
            return {self.parts.notice: notice(said), self.parts.upload: None}
        finally:
            file.unlink(missing_ok=True)
        chosen = replace(chosen, which="uploaded", type=ALL)
        return {**self._begun(chosen, language), self.parts.upload: None}

    @needs("admin")
    def evaluate(self, chosen: Chosen, language: Language) -> Updates:
        """An evaluation of the chosen questions begins."""
        return self._begun(chosen, language)

    @needs("admin")
    def stop_evaluation(self, chosen: Chosen, language: Language) -> Updates:
        """The evaluation that runs is ended."""
        self.evaluations.stop()
        return self._everything(chosen, language)

    @needs("admin", noted=False)
    def follow(self, chosen: Chosen, language: Language) -> Updates:
        """How the evaluation stands; its report once it has ended."""
        state = self.evaluations.state()
        if state.status == "running":
            return {self.parts.progress: view.progress(state, language)}
        return self._everything(replace(chosen, which=state.which or chosen.which), language)

    @needs("admin", noted=False)
    def look(self, chosen: Chosen, language: Language, event: gr.EventData) -> Updates:
        """The questions of a type that went wrong."""
        return self._reported(replace(chosen, type=payload(event)["type"]), language)

    @needs("admin", noted=False)
    def take(self, chosen: Chosen, language: Language, event: gr.EventData) -> Updates:
        """The report as a file, handed to this visitor's browser alone."""
        form = payload(event)["form"]
        try:
            content = self.evaluations.file(chosen.which, form)
        except UserError as error:
            return {self.parts.notice: notice(str(error))}
        called = f"{words.evaluation(language)}-{chosen.which}{_SUFFIXES[form]}"
        return {self.parts.taken: link_to(content, called, _MIMES[form], datetime.now(UTC))}

    def switch(self, chosen: Chosen, event: gr.EventData) -> Updates:
        """The tab in the other language. What it shows is drawn once somebody who may looks."""
        language = switched_to(event)
        return self._everything(chosen, language) if chosen.which else self._named(language)

    def _begun(self, chosen: Chosen, language: Language) -> Updates:
        try:
            self.evaluations.begin(chosen.which)
        except UserError as error:
            return {**self._everything(chosen, language), self.parts.notice: notice(str(error))}
        return self._everything(chosen, language)

    def _everything(self, chosen: Chosen, language: Language) -> Updates:
        state, parts = self.evaluations.state(), self.parts
        running = state.status == "running"
        offered = [(words.sets[which](language), which) for which in self.evaluations.sets()]
        cases = {"choices": offered, "value": chosen.which, "interactive": not running}
        named = self._named(language)
        return {
            parts.timer: gr.update(active=running),
            parts.cases: {**named[parts.cases], **cases},
            parts.upload: {**named[parts.upload], "interactive": not running},
            parts.run: {**named[parts.run], "visible": not running},
            parts.stop: {**named[parts.stop], "visible": running},
            parts.notice: "",
            parts.progress: view.progress(state, language),
            **self._reported(chosen, language),
        }

    def _named(self, language: Language) -> Updates:
        """The names of the list and the buttons."""
        parts = self.parts
        return {
            parts.cases: gr.update(label=words.cases(language)),
            parts.upload: gr.update(label=words.upload(language)),
            parts.run: gr.update(value=words.run(language)),
            parts.stop: gr.update(value=words.stop(language)),
        }

    def _reported(self, chosen: Chosen, language: Language) -> Updates:
        report = self.evaluations.report(chosen.which)
        running = self.evaluations.state().status == "running"
        return {
            self.parts.chosen: chosen,
            self.parts.sheet: view.report(report, chosen, running, language),
            self.parts.failed: failed.listing(report, chosen.type, language),
        }
