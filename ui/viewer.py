"""A source with the cited span marked. Pure.

All offsets are code points of ``document.text``, as Python counts them, so the marking
is done here: JavaScript would count UTF-16 units.
"""

from collections.abc import Iterator
from itertools import pairwise

from corpus.types import Document, Heading
from rag.types import Citation
from ui import words
from ui.evidence import opening, place_in_document
from ui.markup import button, element, text
from ui.phrase import Phrase
from ui.types import Language, Opened, Shelf

MARK_ID = "cited"
_NO_EVIDENCE: dict[Shelf, Phrase] = {"near": words.near_misses, "passage": words.uncited_hint}


def view(document: Document, citation: Citation, shelf: Shelf, language: Language) -> str:
    """The whole text of ``document``, its headings styled, the cited span in ``<mark>``.

    Where the span no longer holds the quoted text, nothing is marked and the page says so.
    What comes close, or was only looked at, says above the text that it is no evidence.
    """
    faithful = document.text[citation.start : citation.end] == citation.text != ""
    span = (citation.start, citation.end) if faithful else (0, 0)
    whole = shelf == "link" and citation.start == 0
    notice = (
        "" if faithful or whole else element("p", text(words.unmarked(language)), class_="unmarked")
    )
    if shelf in _NO_EVIDENCE:
        notice += element("p", text(_NO_EVIDENCE[shelf](language)), class_="unmarked")
    return (
        element("h2", text(citation.title or document.identity.title or document.source))
        + element("p", text(place_in_document(citation, language)), class_="where")
        + notice
        + element("div", marked(document, *span), class_=f"source {shelf}", lang="zh-CN")
    )


def sheet(inner: str, opening: int, language: Language, tools: str = "") -> str:
    """``inner`` under the button that closes it; ``opening`` tells one opening from the next.

    ``tools`` stand beside that button.
    """
    back = button(words.back(language), "close", class_="back")
    bar = element("div", back + tools, class_="sheet-bar")
    page = element(
        "div", inner, class_="sheet-page", tabindex=0, role="region",
        aria_label=words.source_text(language),
    )  # fmt: skip
    return element("div", bar + page, class_="sheet", data_opening=opening)


def turning(opened: Opened, count: int, language: Language) -> str:
    """Which of ``count`` sources of a shelf is open, between the buttons to its neighbours."""
    if opened.index is None or count < 2:
        return ""
    at = f"{opened.index + 1}/{count}"
    said = words.which_source(language, number=opened.index + 1, count=count)
    return element(
        "span",
        _turn("‹", words.previous_source(language), opened, -1, count)
        + element("span", at, class_="at", role="status", aria_label=said)
        + _turn("›", words.next_source(language), opened, +1, count),
        class_="turning",
        role="group",
        aria_label=words.sources(language),
    )


def _turn(sign: str, label: str, opened: Opened, step: int, count: int) -> str:
    """The button to the source before or after; there is none beyond the first and the last."""
    index = (opened.index or 0) + step
    inside = 0 <= index < count
    return element(
        "button",
        sign,
        type="button",
        title=label,
        aria_label=label,
        data_turn=step,
        disabled=not inside,
        **(opening(opened.exchange, opened.shelf, index) if inside else {}),
    )


def marked(document: Document, start: int, end: int) -> str:
    """The text as paragraphs, ``text[start:end]`` in marks of which the first has ``MARK_ID``.

    One line is one paragraph; a span over several lines gets one mark in each of them.
    """
    html = "".join(
        _paragraph(document, left, right, start, end) for left, right in lines(document.text)
    )
    return html.replace("<mark>", f'<mark id="{MARK_ID}">', 1)


def lines(document: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank, without its line break."""
    left = 0
    for line in document.split("\n"):
        if line.strip():
            yield left, left + len(line)
        left += len(line) + 1


def _paragraph(document: Document, left: int, right: int, start: int, end: int) -> str:
    """One line: a heading where a heading fills it, else a paragraph."""
    headings = [h for h in document.headings if h.start < right and left < h.end]
    whole = next((h for h in headings if _fills(h, document.text, left, right)), None)
    if whole is None:
        return element("p", "".join(_pieces(document.text, left, right, start, end, headings)))
    inner = "".join(_pieces(document.text, left, right, start, end, []))
    return element("h3", inner, class_=f"level-{min(whole.level, 4)}")


def _fills(heading: Heading, document: str, left: int, right: int) -> bool:
    """Whether nothing but space stands beside the heading in its line."""
    before, after = document[left : max(left, heading.start)], document[heading.end : right]
    return not before.strip() and not after.strip()


def _pieces(
    document: str, left: int, right: int, start: int, end: int, headings: list[Heading]
) -> Iterator[str]:
    """The slices of one line between the edges of its headings and of the mark, as HTML."""
    edges = {left, right, start, end, *(h.start for h in headings), *(h.end for h in headings)}
    for a, b in pairwise(sorted(edge for edge in edges if left <= edge <= right)):
        piece = text(document[a:b])
        if any(h.start <= a and b <= h.end for h in headings):
            piece = element("strong", piece)
        yield element("mark", piece) if start <= a and b <= end else piece
