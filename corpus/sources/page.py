"""From a page's bytes to its title, text and links."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from corpus.sources.address import absolute
from corpus.sources.types import Link, Page

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "x-gbk", "gb18030", "hz-gb-2312"}
_ANCHOR = re.compile(r"<a\s[^>]{0,800}>.{0,400}?</a>", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"""["']((?:https?:|[./])?[^"'\s]*?\.[a-z]{2,5}(?:\?[^"'\s]*)?)["']""")
_ROWS = ("li", "tr", "dd", "p")
_LONGEST_ROW = 120


def decoded(body: bytes, content_type: str = "") -> str:
    """The text of a page: UTF-8 if it is that, else as it declares, else GB18030."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    declared = _CHARSET.search(content_type.encode()), _CHARSET.search(body[:2048])
    names = [found[1].decode("ascii").lower() for found in declared if found]
    for name in ("utf-8-sig", *names, "gb18030"):
        try:
            return body.decode("gb18030" if name in _CHINESE else name)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("gb18030", "replace")


def read_page(html: str, url: str) -> Page:
    """The page at ``url``; one without any markup has its text as it is."""
    tree = _tree(html)
    if tree is None:
        return Page(url, "", "", ())
    links = tuple(_links(tree, url))
    for element in tree.iter("script", "style", "noscript"):
        element.text = None
    headings = [*tree.iter("title"), *tree.iter("h1")]
    title = next(filter(None, (_plain(heading.text_content()) for heading in headings)), "")
    lines = (_plain(line) for line in _lines(tree))
    return Page(url, title, "\n".join(filter(None, lines)), links)


def _tree(html: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        return lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _links(tree: Any, base: str) -> Iterator[Link]:
    """The links of the page, those that a script would write included, each address once."""
    seen: set[str] = set()
    for anchor in _anchors(tree):
        target = _target(anchor)
        url = absolute(target, base) if target else ""
        if url and url not in seen:
            seen.add(url)
            label = " ".join(filter(None, (anchor.text_content(), anchor.get("title"))))
            yield Link(url, _plain(label), _near(anchor))


def _anchors(tree: Any) -> Iterator[Any]:
    yield from tree.iter("a")
    for script in list(tree.iter("script")):
        for found in _ANCHOR.finditer((script.text or "").replace("\\", "")):
            fragment = _tree(found[0])
            if fragment is not None:
                yield from fragment.iter("a")


def _target(anchor: Any) -> str:
    """Where a link leads; one that calls a script has its address among the arguments."""
    target = str(anchor.get("href") or "").strip()
    if target and target != "#" and not target.lower().startswith("javascript:"):
        return target
    found = _QUOTED.search(f"{target} {anchor.get('onclick') or ''}")
    return found[1] if found else ""


def _near(anchor: Any) -> str:
    """The row that a link stands in, if it is short and has no other link."""
    row = next(anchor.iterancestors(*_ROWS), None)
    if row is None or sum(1 for _ in row.iter("a")) > 1:
        return ""
    text = _plain(row.text_content())
    return text if len(text) <= _LONGEST_ROW else ""


def _lines(tree: Any) -> Iterator[str]:
    for text in tree.itertext():
        yield from text.split("\n")


def _plain(text: str) -> str:
    """One line, full-width characters and white space folded."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
