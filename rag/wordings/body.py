"""A report without what is annexed to it: glossaries and tables word nothing themselves."""

import re
from dataclasses import replace

from corpus.types import Document

_ANNEX = re.compile(r"附件|附录|附表|.{0,16}(?:名词|用语|术语)(?:解释|注释|说明)|注释")


def body(document: Document) -> Document:
    """The document up to its first annex; offsets stay those of the whole."""
    end = next((h.start for h in document.headings if _ANNEX.match(h.title)), None)
    if end is None:
        return document
    kept = tuple(heading for heading in document.headings if heading.start < end)
    return replace(document, text=document.text[:end], headings=kept)
