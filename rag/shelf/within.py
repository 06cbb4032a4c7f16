"""Words looked for within one document."""

from corpus.types import Document
from index.plain import comparable, plain


def spans_of(words: str, document: Document) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text, whatever their width, case, spaces and quotation marks."""
    asked = comparable(words.strip())
    if not asked:
        return ()
    text = plain(document.text)
    return tuple(text.span(at, at + len(asked)) for at in text.find(asked))
