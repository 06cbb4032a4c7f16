"""A document that was opened: what is known of it, its outline, its text with what was found.
Pure."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.types import Document, Heading
from rag.card import Said
from rag.shelf.types import Book, Original
from ui.markup import button, element, text
from ui.shelf import words
from ui.shelf.facts import fact
from ui.types import Language
from ui.viewer import lines

Span = tuple[int, int]

_AROUND = 24
_MOST_HITS = 100
_DEEPEST = 3


def page(document: Document | None, title: str, found: Sequence[Span], language: Language) -> str:
    """The whole text; headings can be gone to, and what was found stands in marks."""
    head = element("h2", text(title))
    if document is None:
        return head + element("p", text(words.unread(language)), class_="hint")
    starts = {heading.start: number for number, heading in enumerate(document.headings)}
    marks = {span[0]: number for number, span in enumerate(found)}
    body = "".join(
        _paragraph(document, left, right, found, starts, marks)
        for left, right in lines(document.text)
    )
    return head + element("div", body, class_="source")


def card(book: Book, said: Sequence[Said], language: Language) -> str:
    """What a document is and what says so, its warnings, its versions, what can be done with it."""
    row = book.volume.row
    state = element(
        "span", text(words.statuses[row.status](language)), class_=f"state {row.status}"
    )
    reason = element("span", text(row.reason), class_="hint") if row.reason else ""
    told = (fact(one, language) for one in said)
    facts = [_fact(one.name, one.value, one.why) for one in told]
    facts.append(_fact(words.file_name(language), row.source, ""))
    facts += [_fact(words.warning(language), one, "") for one in book.volume.warnings]
    return (
        element("h2", text(row.title or row.source))
        + element("p", state + reason)
        + _actions(book, language)
        + element("dl", "".join(facts))
        + _versions(book, language)
        + _outline(book.document, language)
    )


def surely(book: Book, language: Language) -> str:
    """Asks once more before a document is removed."""
    row = book.volume.row
    asked = words.surely(language, title=row.title or row.source)
    yes = button(words.yes_remove(language), "removed", class_="danger")
    no = button(words.cancel(language), "keep")
    return element("div", element("p", text(asked)) + yes + no, class_="surely", role="alertdialog")


def hits(document: Document, asked: str, found: Sequence[Span], language: Language) -> str:
    """Where the words stand, each with what stands around it; a click goes there."""
    if not asked.strip():
        return ""
    if not found:
        return element("p", text(words.not_found(language, words=asked)), class_="hint")
    count = element("p", text(words.found(language, count=len(found))), class_="hint")
    items = "".join(
        element("li", element("a", _around(document.text, span), href=f"#zw-found-{number}"))
        for number, span in enumerate(found[:_MOST_HITS])
    )
    return count + element("ol", items)


def taken(original: Original, language: Language) -> str:
    """A file to be taken away. It is part of the page: nothing of it can be fetched by another."""
    size = len(original.content)
    told = f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} KB"
    return element(
        "a",
        text(words.taken(language, name=original.name, size=told)),
        class_="download",
        download=original.name,
        href=f"data:application/octet-stream;base64,{b64encode(original.content).decode()}",
    )


def _actions(book: Book, language: Language) -> str:
    if book.volume.row.status == "removed":
        inner = button(words.take_back(language), "back")
    else:
        inner = button(words.correct(language), "edit") if book.document else ""
        inner += button(words.remove(language), "remove")
    if book.digest in book.held:
        inner += button(words.take(language), "take", data_version=book.digest)
    return element("div", inner, class_="acts")


def _fact(name: str, value: str, why: str) -> str:
    told = text(value) + (element("span", text(why), class_="why") if why else "")
    return element("dt", text(name)) + element("dd", told)


def _versions(book: Book, language: Language) -> str:
    if not book.versions:
        return ""
    items = []
    for version in book.versions:
        told = f"{version.read.replace('T', ' ')} · {version.digest[:8]}"
        inner = element("span", text(told))
        if version.digest == book.digest:
            inner += element("span", text(words.version_now(language)), class_="state current")
        elif version.digest in book.held:
            inner += button(words.take(language), "take", data_version=version.digest)
        items.append(element("li", inner))
    head = element("summary", text(f"{words.versions(language)} {len(items)}"))
    return element("details", head + element("ul", "".join(items)), class_="versions")


def _outline(document: Document | None, language: Language) -> str:
    if document is None or not document.headings:
        return ""
    items = "".join(
        element(
            "li",
            element("a", text(heading.title), href=f"#zw-heading-{number}"),
            class_=f"level-{heading.level}",
        )
        for number, heading in enumerate(document.headings)
        if heading.level <= _DEEPEST
    )
    head = element("summary", text(words.outline(language)))
    return element("details", head + element("ul", items), class_="outline", open=True)


def _paragraph(
    document: Document,
    left: int,
    right: int,
    found: Sequence[Span],
    starts: dict[int, int],
    marks: dict[int, int],
) -> str:
    """One line: a heading where a heading fills it, else a paragraph."""
    headings = [h for h in document.headings if h.start < right and left < h.end]
    spans = [span for span in found if span[0] < right and left < span[1]]
    inner = "".join(_pieces(document.text, left, right, headings, spans, starts, marks))
    whole = next((h for h in headings if not _beside(h, document.text, left, right)), None)
    return element("h3", inner, class_=f"level-{whole.level}") if whole else element("p", inner)


def _beside(heading: Heading, document: str, left: int, right: int) -> str:
    """What stands in the line of a heading beside it."""
    return (document[left : max(left, heading.start)] + document[heading.end : right]).strip()


def _pieces(
    document: str,
    left: int,
    right: int,
    headings: Sequence[Heading],
    spans: Sequence[Span],
    starts: dict[int, int],
    marks: dict[int, int],
) -> Iterator[str]:
    """The slices of one line between the edges of its headings and marks, as HTML."""
    ranges = [*((h.start, h.end) for h in headings), *spans]
    edges = {left, right, *(edge for span in ranges for edge in span)}
    for a, b in pairwise(sorted(edge for edge in edges if left <= edge <= right)):
        piece = text(document[a:b])
        if any(start <= a and b <= end for start, end in spans):
            number = marks.get(a)
            name = None if number is None else f"zw-found-{number}"
            piece = element("mark", piece, id=name)
        if any(h.start <= a and b <= h.end for h in headings):
            number = starts.get(a)
            name = None if number is None else f"zw-heading-{number}"
            piece = element("strong", piece, id=name)
        yield piece


def _around(document: str, span: Span) -> str:
    """A span in its mark with what stands around it in its line."""
    start, end = span
    left = max(document.rfind("\n", 0, start) + 1, start - _AROUND)
    line_end = document.find("\n", end)
    right = min(len(document) if line_end < 0 else line_end, end + _AROUND)
    mark = element("mark", text(document[start:end]))
    return text(document[left:start]) + mark + text(document[end:right])
