"""A citation as programs get it: where it stands, its words, and a link that opens it."""

from typing import Any
from urllib.parse import urlencode

from rag.json import citation_dict
from rag.types import Citation


def cited(citation: Citation) -> dict[str, Any]:
    """The citation as JSON types, with a link that opens it.

    ``url`` is a path below the page's address, so that it holds behind any name of the host.
    """
    return {**citation_dict(citation), "url": link(citation.source, citation.start, citation.end)}


def link(source: str, start: int, end: int) -> str:
    """The page with a document open and a span of it marked: ``/?doc=…&start=…&end=…``."""
    return "/?" + urlencode({"doc": source, "start": start, "end": end})
