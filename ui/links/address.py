"""The addresses themselves, and the buttons that copy them. Pure."""

from urllib.parse import urlencode

from corpus.types import Document
from rag.types import Answer, Citation
from ui.links import words
from ui.markup import element, text
from ui.phrase import Phrase
from ui.types import Language, Span

_LONGEST = 1000
"""From this length in characters a question is not put into an address: browsers differ in what
they take."""

_ENDS = "。！？；\n"


def of_question(answer: Answer, language: Language) -> str:
    """A button that copies the address of a question, as it was understood; nothing where it is
    too long."""
    asked = answer.resolved or answer.question
    return _button({"q": asked}, words.link_hint, language) if len(asked) <= _LONGEST else ""


def of_source(citation: Citation, language: Language) -> str:
    """A button that copies the address of a sentence."""
    at = {"doc": citation.source, "start": citation.start, "end": citation.end}
    return _button(at, words.source_hint, language)


def span(told: dict[str, str]) -> Span:
    """What an address names; a place that is no number is the beginning.

    >>> span({"doc": "a.txt", "start": "7"})
    Span(source='a.txt', start=7, end=0)
    """
    return Span(told.get("doc", ""), _number(told.get("start")), _number(told.get("end")))


def cited(document: Document, span: Span) -> Citation:
    """The sentence of a document that an address names, to its end where the address does not say
    how far; nothing of it where the place lies outside the document."""
    identity = document.identity
    start = min(span.start, len(document.text))
    end = span.end if span.end > start else _sentence_end(document.text, start)
    chosen = document.text[start:end] if span.start or span.end else ""
    return Citation(
        number=0,
        source=document.source,
        title=identity.title,
        place=identity.place,
        year=identity.year,
        headings=(),
        page=None,
        start=start,
        end=start + len(chosen),
        text=chosen,
    )


def _sentence_end(text: str, start: int) -> int:
    ends = [at for sign in _ENDS if (at := text.find(sign, start)) >= 0]
    return min(ends) + 1 if ends else len(text)


def _number(told: str | None) -> int:
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 10 else 0


def _button(query: dict[str, object], hint: Phrase, language: Language) -> str:
    return element(
        "button",
        text(words.link(language)),
        type="button",
        class_="linking",
        title=hint(language),
        data_copy=f"?{urlencode(query)}",
        data_link=True,
        data_copied=words.copied(language),
    )
