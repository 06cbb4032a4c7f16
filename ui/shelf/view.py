"""The documents of a library as a list, as a grid of places and years, and what is wrong with
them. Pure."""

from collections import defaultdict
from collections.abc import Sequence

from corpus.types import KIND_NAMES, Kind
from rag.shelf.types import Finding, Volume
from ui import named
from ui.markup import button, element, text
from ui.shelf import words
from ui.shelf.rows import COLUMNS, VIEWS, Board, Column, in_order, places_of, years_of
from ui.types import Language

MOST = 200
"""Rows that are shown until all are asked for."""

_FEW = 10


def switch(board: Board, shown: int, total: int, language: Language) -> str:
    """The three ways to look at the library, and how many documents are shown."""
    buttons = "".join(
        button(
            words.views[view](language),
            "view",
            data_view=view,
            aria_pressed="true" if view == board.view else "false",
        )
        for view in VIEWS
    )
    told = words.counted if shown == total else words.counted_of
    count = element("span", text(told(language, shown=shown, all=total)), role="status")
    return element("div", element("div", buttons, class_="views") + count, class_="switch")


def listing(volumes: Sequence[Volume], board: Board, language: Language) -> str:
    """The documents as a table; its heads sort, its titles open."""
    if not volumes:
        return element("p", text(words.none_found(language)), class_="hint")
    ordered = in_order(volumes, board.by, board.falling, language)
    shown = ordered if board.whole else ordered[:MOST]
    heads = element("tr", "".join(_head(column, board, language) for column in COLUMNS))
    rows = "".join(_row(volume, language) for volume in shown)
    more = len(ordered) - len(shown)
    rest = button(words.more(language, count=more), "more", class_="more") if more else ""
    return element("table", element("thead", heads) + element("tbody", rows)) + rest


def grid(volumes: Sequence[Volume], language: Language) -> str:
    """Places by years; a cell opens its document, or lists its documents where there are more."""
    if not volumes:
        return element("p", text(words.none_found(language)), class_="hint")
    cells: dict[tuple[str, int], list[Volume]] = defaultdict(list)
    for volume in volumes:
        cells[volume.row.place, volume.row.year or 0].append(volume)
    years = years_of(volumes)
    heads = "".join(
        element("th", text(year or words.no_year(language)), scope="col") for year in years
    )
    rows = "".join(
        element(
            "tr",
            element("th", text(_place(place, language)), scope="row")
            + "".join(_cell(place, year, cells[place, year], language) for year in years),
        )
        for place in places_of(volumes, language)
    )
    table = element(
        "table",
        element("thead", element("tr", element("td") + heads)) + element("tbody", rows),
        class_="grid",
    )
    hint = element("p", text(words.grid_hint(language)), class_="hint")
    return hint + element("div", table, class_="across", tabindex=0)


def findings(found: Sequence[Finding], language: Language) -> str:
    """What is wrong, with what to do; the documents it is about can be opened."""
    if not found:
        return element("p", text(words.healthy(language)), class_="hint")
    ordered = sorted(found, key=lambda one: one.level != "wrong")
    return element("ul", "".join(_finding(one, language) for one in ordered), class_="findings")


def kind_name(kind: Kind | None, language: Language) -> str:
    """The name of a kind of document, empty for none."""
    return "" if kind is None else KIND_NAMES[kind] if language == "zh" else kind


def _head(column: Column, board: Board, language: Language) -> str:
    name = words.columns[column](language)
    sorted_by = column == board.by
    arrow = ("↓" if board.falling else "↑") if sorted_by else ""
    hint = words.sort_by(language, column=name)
    return element(
        "th",
        button(f"{name} {arrow}".strip(), "sort", data_by=column, title=hint),
        scope="col",
        class_=column,
        aria_sort=("descending" if board.falling else "ascending") if sorted_by else None,
    )


def _row(volume: Volume, language: Language) -> str:
    row = volume.row
    title = button(row.title or row.source, "open", data_source=row.source, class_="name")
    title += element("span", text(row.source), class_="file") if row.title else ""
    for warning in volume.warnings:
        title += element("span", text(warning), class_="warned")
    size = f"{volume.characters:,}" if volume.characters else ""
    said = element("span", text(words.statuses[row.status](language)), class_=f"state {row.status}")
    if row.reason and row.status != "removed":
        said += element("span", text(row.reason), class_="file")
    cells = (
        title,
        text(named.place(row.place, language)),
        text(row.year or ""),
        text(kind_name(row.kind, language)),
        size,
        said,
    )
    return element(
        "tr",
        "".join(element("td", c, class_=name) for name, c in zip(COLUMNS, cells, strict=True)),
    )


def _place(short: str, language: Language) -> str:
    return named.place(short, language) or words.no_place(language)


def _cell(place: str, year: int, held: Sequence[Volume], language: Language) -> str:
    names = {
        "place": _place(place, language),
        "year": year or words.no_year(language),
    }
    if not held:
        return element("td", "", class_="empty", title=words.empty_cell(language, **names))
    told = words.cell(language, count=len(held), **names)
    if len(held) == 1:
        row = held[0].row
        inner = button("✓", "open", data_source=row.source, title=row.title, aria_label=told)
    else:
        data = {"data_place": place, "data_year": str(year)}
        inner = button(str(len(held)), "cell", title=told, aria_label=told, **data)
    return element("td", inner)


def _finding(found: Finding, language: Language) -> str:
    name = words.wrong if found.level == "wrong" else words.note
    inner = element("span", text(name(language)), class_=f"state {found.level}")
    inner += element("span", text(found.what), class_="what")
    inner += "".join(
        button(source, "open", data_source=source, class_="file") for source in found.sources[:_FEW]
    )
    if len(found.sources) > _FEW:
        inner += element("span", text(words.and_more(language, count=len(found.sources))))
    if found.todo:
        inner += element("span", text(words.todo(language, what=found.todo)), class_="todo")
    return element("li", inner)
