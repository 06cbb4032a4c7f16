"""What happens at each event of the tab 文库. Gradio calls these; what they show is pure."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from corpus.corrections import NAMES
from corpus.errors import UserError
from corpus.types import KIND_NAMES, Identity
from rag.shelf.shelf import Shelf
from rag.shelf.types import Book, Given, Volume
from rag.shelf.within import spans_of
from ui import named
from ui import words as shared
from ui.header import notice
from ui.markup import button, element, text
from ui.roles import needs
from ui.shelf import adding, book, view, words
from ui.shelf.rows import COLUMNS, VIEWS, Board, Wanted, clicked, filtered, places_of, years_of
from ui.tab import switched_to
from ui.types import Language

FIELDS = NAMES
"""The fields that can be corrected, in the order of the form."""

Updates = dict[Any, Any]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """The document that is open, and its identity as the person has it before them."""

    source: str
    seen: Identity | None


@dataclass(frozen=True, slots=True)
class ShelfParts:
    """The components of the tab; the first three hold the visit, the rest show it."""

    board: gr.State
    opened: gr.State
    sought: gr.State
    text: gr.Textbox
    places: gr.Dropdown
    years: gr.Dropdown
    kinds: gr.Dropdown
    statuses: gr.Dropdown
    shown: gr.HTML
    reader: gr.HTML
    notice: gr.HTML
    adding: gr.Column
    files: gr.File
    limits: gr.HTML
    progress: gr.HTML
    book: gr.HTML
    taken: gr.HTML
    form: gr.Column
    field_title: gr.Textbox
    field_place: gr.Textbox
    field_year: gr.Textbox
    field_kind: gr.Dropdown
    field_date: gr.Textbox
    field_speaker: gr.Textbox
    reset: gr.Button
    save: gr.Button
    find: gr.Textbox
    hits: gr.HTML


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """The shelf behind the parts of the tab."""

    shelf: Shelf
    parts: ShelfParts

    def refresh(self, board: Board, language: Language) -> Updates:
        """The library as it now is; what is open stays open."""
        return {**self._choices(language), **self._board(board, language)}

    def choose(self, *given: Any) -> Updates:
        """The documents that are now wanted: by text, places, years, kinds and statuses."""
        *chosen, board, language = given
        return self._board(replace(board, wanted=Wanted(*chosen), whole=False), language)

    def look(self, board: Board, language: Language, event: gr.EventData) -> Updates:
        """The library as a list, as a grid, or checked."""
        chosen = next(one for one in VIEWS if one == event._data["view"])
        return self._board(replace(board, view=chosen), language)

    def sort(self, board: Board, language: Language, event: gr.EventData) -> Updates:
        """The list by the column that was clicked."""
        by = next(one for one in COLUMNS if one == event._data["by"])
        return self._board(clicked(board, by), language)

    def more(self, board: Board, language: Language) -> Updates:
        """All of the list."""
        return self._board(replace(board, whole=True), language)

    def cell(self, board: Board, language: Language, event: gr.EventData) -> Updates:
        """The documents of a cell of the grid as a list."""
        place, year = str(event._data["place"]), int(event._data["year"])
        places, years = [place], [year] if year else []
        wanted = replace(board.wanted, places=places, years=years)
        return {
            self.parts.places: places,
            self.parts.years: years,
            **self._board(replace(board, view="list", wanted=wanted), language),
        }

    def open(self, language: Language, event: gr.EventData) -> Iterator[Updates]:
        """A document: its text at once, then what says what it is, for which its file is read."""
        yield from self._open(str(event._data["source"]), language)

    def close(self, board: Board, language: Language) -> Updates:
        """The list again."""
        return {**self._closed(), **self._board(board, language)}

    def find_within(self, asked: str, opened: Opened | None, language: Language) -> Updates:
        """Where words stand in the text that is open."""
        if opened is None:
            return {self.parts.notice: gr.skip()}
        try:
            now = self.shelf.book(opened.source)
        except UserError as error:
            return {self.parts.notice: notice(str(error))}
        if now.document is None:
            return {self.parts.notice: gr.skip()}
        found = spans_of(asked, now.document)
        return {
            self.parts.hits: book.hits(now.document, asked, found, language),
            self.parts.reader: self._sheet(now, found, language),
        }

    @needs("editor")
    def upload(self, files: Sequence[Given], board: Board, language: Language) -> Iterator[Updates]:
        """Files are taken into the library, each told of as it is read."""
        parts = self.parts
        try:
            yield {parts.notice: "", parts.progress: ""}
            for step in self.shelf.add(files):
                yield {parts.progress: adding.progress(step, language)}
            yield {parts.files: None, **self.refresh(board, language)}
        except UserError as error:
            yield {parts.files: None, parts.notice: notice(str(error)), parts.progress: ""}
        except Exception:
            log.exception("an upload was not taken in")
            said = notice(words.broken(language))
            yield {parts.files: None, parts.notice: said, parts.progress: ""}
        finally:
            for file in files:
                file.path.unlink(missing_ok=True)

    @needs("editor")
    def edit(self, opened: Opened | None, language: Language) -> Updates:
        """The fields of a document, to be corrected."""
        if opened is None or opened.seen is None:
            return {self.parts.notice: gr.skip()}
        return {self.parts.form: gr.update(visible=True), **self._fields(opened.seen)}

    @needs("editor")
    def save(self, opened: Opened | None, *given: Any) -> Iterator[Updates]:
        """What was changed in the fields is kept, unless somebody else changed them meanwhile."""
        *typed, board, language = given
        if opened is None or opened.seen is None:
            return
        before, seen, source = _told(opened.seen), opened.seen, opened.source
        now = {name: str(value or "").strip() for name, value in zip(FIELDS, typed, strict=True)}
        changed = {name: value for name, value in now.items() if value != before[name]}
        if not changed:
            yield {self.parts.notice: notice(words.nothing_changed(language))}
            return
        yield from self._changed(
            opened,
            board,
            language,
            words.saved(language),
            lambda: self.shelf.correct(source, changed, seen),
        )

    @needs("editor")
    def reset(self, opened: Opened | None, board: Board, language: Language) -> Iterator[Updates]:
        """What was corrected is forgotten."""
        if opened is None or opened.seen is None:
            return
        seen, source = opened.seen, opened.source
        said = words.saved(language)
        yield from self._changed(
            opened, board, language, said, lambda: self.shelf.correct(source, {}, seen, reset=True)
        )

    @needs("editor")
    def ask_to_remove(self, opened: Opened | None, language: Language) -> Updates:
        """Asked once more."""
        return self._carded(opened, language, book.surely)

    def keep(self, opened: Opened | None, language: Language) -> Updates:
        """The document stays."""
        return self._carded(opened, language)

    @needs("editor")
    def remove(self, opened: Opened | None, board: Board, language: Language) -> Iterator[Updates]:
        """A document is taken out of the library."""
        if opened is None:
            return
        title = (opened.seen.title if opened.seen else "") or opened.source
        source, said = opened.source, words.removed(language, title=title)
        yield from self._changed(None, board, language, said, lambda: self.shelf.remove(source))

    @needs("editor")
    def take_back(
        self, opened: Opened | None, board: Board, language: Language
    ) -> Iterator[Updates]:
        """A document that was removed is read again."""
        if opened is None:
            return
        source, said = opened.source, words.taken_back(language, title=opened.source)
        yield from self._changed(
            opened, board, language, said, lambda: self.shelf.take_back(source)
        )

    def take(self, opened: Opened | None, language: Language, event: gr.EventData) -> Updates:
        """The file of a version as part of the page, to be taken away."""
        if opened is None:
            return {self.parts.notice: gr.skip()}
        try:
            original = self.shelf.original(opened.source, str(event._data["version"]))
        except UserError as error:
            return {self.parts.taken: "", self.parts.notice: notice(str(error))}
        return {self.parts.taken: book.taken(original, language), self.parts.notice: ""}

    def switch(self, opened: Opened | None, board: Board, event: gr.EventData) -> Updates:
        """The tab in the other language; what is open and chosen stays."""
        language, parts = switched_to(event), self.parts
        kinds = [(view.kind_name(kind, language), kind) for kind in KIND_NAMES]
        statuses = [(name(language), status) for status, name in words.statuses.items()]
        updates = {
            parts.text: gr.update(
                label=words.search(language), placeholder=words.search_hint(language)
            ),
            parts.kinds: gr.update(label=words.kind(language), choices=kinds),
            parts.statuses: gr.update(label=words.status(language), choices=statuses),
            parts.files: gr.update(label=words.drop(language)),
            parts.find: gr.update(label=words.find(language)),
            parts.save: gr.update(value=words.save(language)),
            parts.reset: gr.update(value=words.reset(language)),
            parts.notice: "",
            parts.progress: "",
            parts.hits: "",
        }
        for name in FIELDS:
            label = words.fields[name](language)
            updates[getattr(parts, f"field_{name}")] = gr.update(label=label)
        updates[parts.field_kind] = gr.update(label=words.kind(language), choices=kinds)
        shown = {**updates, **self._choices(language), **self._board(board, language)}
        if opened is None:
            return shown
        *_, last = self._open(opened.source, language)
        return {**shown, parts.reader: self._reader(opened.source, language), **last}

    def _choices(self, language: Language) -> Updates:
        """The places and years to choose from, and what can be handed in, as the library now is."""
        volumes, _ = self.shelf.volumes()
        held = [place for place in places_of(volumes, language) if place]
        years = [year for year in years_of(volumes) if year]
        return {
            self.parts.places: gr.update(
                choices=named.places(held, language), label=shared.place(language)
            ),
            self.parts.years: gr.update(choices=years, label=shared.year(language)),
            self.parts.limits: adding.limits(self.shelf.is_own, language),
        }

    def _board(self, board: Board, language: Language) -> Updates:
        volumes, notes = self.shelf.volumes()
        wanted = filtered(volumes, board.wanted)
        held = sum(volume.row.status != "removed" for volume in volumes)
        inner = view.switch(board, len(wanted), max(held, len(wanted)), language)
        inner += "".join(element("p", text(note), class_="hint") for note in notes)
        inner += self._viewed(wanted, board, language)
        return {self.parts.board: board, self.parts.shown: inner}

    def _viewed(self, wanted: Sequence[Volume], board: Board, language: Language) -> str:
        if board.view == "grid":
            return view.grid(wanted, language)
        if board.view == "list":
            return view.listing(wanted, board, language)
        try:
            return view.findings(self.shelf.findings(), language)
        except UserError as error:
            return notice(str(error))

    def _open(self, source: str, language: Language) -> Iterator[Updates]:
        parts = self.parts
        try:
            now = self.shelf.book(source)
        except UserError as error:
            yield {parts.notice: notice(str(error))}
            return
        opened = Opened(source, now.document.identity if now.document else None)
        yield {
            **self._closed(),
            parts.opened: opened,
            parts.adding: gr.update(visible=False),
            parts.find: gr.update(value="", visible=now.document is not None),
            parts.reader: self._sheet(now, (), language),
            parts.book: book.card(now, (), language),
        }
        if now.document:
            yield {parts.book: book.card(now, self.shelf.said(source), language)}

    def _reader(self, source: str, language: Language) -> str:
        try:
            return self._sheet(self.shelf.book(source), (), language)
        except UserError as error:
            return notice(str(error))

    def _sheet(self, now: Book, found: Sequence[book.Span], language: Language) -> str:
        """The text as a sheet over the list; each time it is drawn it is another."""
        title = now.volume.row.title or now.volume.row.source
        inner = book.page(now.document, title, found, language)
        back = element("div", button(words.back(language), "close", class_="back"))
        page = element("div", inner, class_="sheet-page", tabindex=0)
        bar = element("div", back, class_="sheet-bar")
        return element("div", bar + page, class_="sheet", data_opening=time.monotonic_ns())

    def _carded(
        self,
        opened: Opened | None,
        language: Language,
        before: Callable[[Book, Language], str] = lambda now, language: "",
    ) -> Updates:
        """The card of the open document, with something before it."""
        if opened is None:
            return {self.parts.notice: gr.skip()}
        try:
            now = self.shelf.book(opened.source)
            said = self.shelf.said(opened.source) if now.document else ()
        except UserError as error:
            return {self.parts.notice: notice(str(error))}
        return {self.parts.book: before(now, language) + book.card(now, said, language)}

    def _changed(
        self,
        opened: Opened | None,
        board: Board,
        language: Language,
        said: str,
        change: Callable[[], Sequence[str]],
    ) -> Iterator[Updates]:
        """A change, then the library and the document as they now are; ``opened`` is None where
        that is gone. What could not be done is said, with the document as it is."""
        parts = self.parts
        try:
            sentence = " ".join((said, *change()))
        except UserError as error:
            sentence = str(error)
        except Exception:
            log.exception("the library was not changed")
            yield {parts.notice: notice(words.broken(language))}
            return
        else:
            if opened is None:
                yield {
                    **self._closed(),
                    **self.refresh(board, language),
                    parts.notice: notice(sentence),
                }
                return
        shown = self.refresh(board, language)
        if opened is not None:
            for step in self._open(opened.source, language):
                shown |= step
        yield {**shown, parts.notice: notice(sentence)}

    def _closed(self) -> Updates:
        parts = self.parts
        return {
            parts.opened: None,
            parts.reader: "",
            parts.book: "",
            parts.taken: "",
            parts.hits: "",
            parts.notice: "",
            parts.find: gr.update(value="", visible=False),
            parts.form: gr.update(visible=False),
            parts.adding: gr.update(visible=True),
        }

    def _fields(self, identity: Identity) -> Updates:
        return {
            getattr(self.parts, f"field_{name}"): value for name, value in _told(identity).items()
        }


def _told(identity: Identity) -> dict[str, str]:
    """The fields that can be corrected, as a person types them."""
    day = identity.delivered.isoformat() if identity.delivered else ""
    values = {"year": str(identity.year or ""), "date": day}
    return {name: values.get(name, str(getattr(identity, name, ""))) for name in FIELDS}
