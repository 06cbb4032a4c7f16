"""A table answer as HTML. A click on a head sorts it, in the browser alone."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from rag.tables import Column, cells, columns_of, order_of
from rag.types import Row, Table
from ui import named, words
from ui.markup import element, text
from ui.plot.choice import plot
from ui.plot.points import AIMED
from ui.types import Language

Linked = Callable[[Iterable[int]], str]
"""The markers of some citation numbers as links."""


def table(answer: Table, linked: Linked, language: Language) -> str:
    """The rows, each value with its markers, and a drawing of them where they can be drawn."""
    columns = columns_of(answer)
    heads = "".join(
        _head(named.column(name, language), column, at, language)
        for at, (name, column) in enumerate(zip(answer.columns, columns, strict=True))
    )
    rows = "".join(element("tr", _cells(row, columns, linked, language)) for row in answer.rows)
    drawn = element("table", element("thead", element("tr", heads)) + element("tbody", rows))
    name = words.table(language)
    return element(
        "div", drawn, class_="table", tabindex=0, role="region", aria_label=name
    ) + _plotted(answer, language)


def _head(name: str, column: Column, at: int, language: Language) -> str:
    sort = element(
        "button",
        text(name),
        type="button",
        data_sort=str(at),
        title=words.sort_by(language, name=name),
    )
    return element("th", sort, scope="col", class_=f"of-{column}", aria_sort="none")


def _cells(row: Row, columns: tuple[Column, ...], linked: Linked, language: Language) -> str:
    shown = replace(row, place=named.place(row.place, language))
    told = cells(shown, columns, words.not_stated(language))
    told = tuple(said.replace(AIMED, words.as_target(language)) for said in told)
    return "".join(
        _value(row, said, linked) if column == "value" else element("td", text(said))
        for column, said in zip(columns, told, strict=True)
    )


def _value(row: Row, said: str, linked: Linked) -> str:
    """The value with its markers, and the number that it is sorted by."""
    number = order_of(row.value)
    return element(
        "td",
        text(said) + linked(row.citations),
        class_="value" if row.value else "silent",
        data_number=f"{number[0].normalize():f}" if number else "",
    )


def _plotted(answer: Table, language: Language) -> str:
    """The drawing, folded away; the course over years stands open."""
    drawn = plot(answer, language)
    if drawn is None:
        return ""
    head = element("summary", text(words.plot(language)))
    save = element("button", text(words.as_png(language)), type="button", data_png=True)
    return element("details", head + drawn.svg + save, class_="plot", open=drawn.course)
