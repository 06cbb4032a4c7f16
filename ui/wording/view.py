"""A phrase over the years and two reports beside each other, as HTML.

Every sentence that can be opened carries its number among ``sources``.
"""

from collections.abc import Sequence
from decimal import Decimal

from rag.types import Citation, Row, Table
from rag.wordings.tracker import Compared, Course, Termed
from ui import named
from ui.markup import element, text
from ui.plot.line import line
from ui.plot.points import Point
from ui.sheet.table import table
from ui.types import Language
from ui.wording import words
from ui.wording.changed import changed

Shown = Course | Compared


def sources(shown: Sequence[Shown]) -> tuple[Citation, ...]:
    """All sentences that the view leads to, in the order of their numbers."""
    return tuple(citation for one in shown for citation in _of(one))


def view(shown: Sequence[Shown], language: Language) -> str:
    """What was looked for, one below the other; before that, what can be."""
    if not shown:
        return element("p", text(words.hint(language)), class_="hint")
    drawn, before = [], 0
    for one in shown:
        drawn.append(
            _course(one, before, language)
            if isinstance(one, Course)
            else _compared(one, before, language)
        )
        before += len(_of(one))
    return element("div", "".join(drawn), class_="answer")


def _of(shown: Shown) -> tuple[Citation, ...]:
    if isinstance(shown, Course):
        return tuple(used.citation for used in shown.used)
    termed = tuple(one.citation for one in (*shown.new, *shown.dropped))
    return (*termed, *(c for pair in shown.reworded for c in (pair.old, pair.new)))


def _course(course: Course, before: int, language: Language) -> str:
    if not course.used:
        return element("p", text(words.never(language, phrase=course.phrase)))
    count = sum(used.count for used in course.used)
    said = words.used(language, documents=len(course.used), phrase=course.phrase, count=count)
    if course.first is not None:
        first = course.first.citation
        where = named.place(first.place, language)
        said += " " + words.first(language, place=where, year=first.year)
    held = element("p", text(words.held(language, years=len(course.counts))), class_="hint")
    return element(
        "section",
        element("h3", text(course.phrase))
        + element("p", text(said))
        + _drawn(course, language)
        + held
        + _uses(course, before, language),
    )


def _drawn(course: Course, language: Language) -> str:
    """How often a document of each year uses it, so that years of many documents do not tower."""
    points = [
        Point(
            "",
            one.year,
            Decimal(one.mentions) / one.held,
            words.of_held(language, count=one.mentions, held=one.held),
        )
        for one in course.counts
    ]
    title = words.course_of(language, phrase=course.phrase)
    return element("div", line(points, title), class_="plot") if len(points) > 1 else ""


def _uses(course: Course, before: int, language: Language) -> str:
    rows = tuple(
        Row(one.citation.place, one.citation.year, _short(one.citation.text), (at,), one.count)
        for at, one in enumerate(course.used)
    )
    heads = (words.place_column, words.year_column, words.sentence_column, words.count_column)
    found = Table(tuple(head(language) for head in heads), rows)

    def linked(numbers: object) -> str:
        assert isinstance(numbers, tuple)
        return "".join(_marker(f"[{n + 1}]", before + n) for n in numbers)

    return table(found, linked, language)


def _compared(compared: Compared, before: int, language: Language) -> str:
    head = words.compared(
        language,
        place=named.place(compared.place, language),
        before=compared.before,
        after=compared.after,
    )
    dropped = before + len(compared.new)
    pairs = dropped + len(compared.dropped)
    sentences = "".join(
        element(
            "li",
            element("p", changed(pair.old.text, pair.new.text))
            + _marker(f"{compared.before}", pairs + 2 * at)
            + _marker(f"{compared.after}", pairs + 2 * at + 1),
        )
        for at, pair in enumerate(compared.reworded)
    )
    none = element("p", text(words.none(language)), class_="hint")
    return element(
        "section",
        element("h3", text(head))
        + element("h4", text(words.new(language)))
        + (_terms(compared.new, before, language) or none)
        + element("h4", text(words.dropped(language)))
        + (_terms(compared.dropped, dropped, language) or none)
        + element("h4", text(words.reworded(language)))
        + (element("ul", sentences, class_="pairs") if sentences else none),
    )


def _terms(terms: Sequence[Termed], before: int, language: Language) -> str:
    return "".join(
        _marker(
            one.text + (f" {words.times(language, count=one.count)}" if one.count > 1 else ""),
            before + at,
            "term",
        )
        for at, one in enumerate(terms)
    )


def _marker(said: str, number: int, kind: str = "cite") -> str:
    return element(
        "a",
        text(said),
        class_=kind,
        href="#zw-wording-viewer",
        data_event="open",
        data_index=str(number),
    )


def _short(sentence: str, room: int = 90) -> str:
    said = " ".join(sentence.split())
    return said if len(said) <= room else f"{said[:room]}…"
