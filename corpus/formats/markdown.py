"""Markdown: what is shown, without marks; tables as rows, front matter as in plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.formats.rows import Cell, row_lines
from corpus.formats.text import read_text
from corpus.formats.types import Format, Raw

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LONGEST_PARAGRAPH = 20_000
_TAG = re.compile(r"<!--(?:(?!<!--).)*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


def _read(path: Path) -> Raw:
    raw = read_text(path)
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    tokens = parser.parse(raw.text)
    parser.enable("inline")
    return replace(raw, text="\n".join(_lines(tokens, parser)))


def _lines(tokens: "Sequence[Token]", parser: "MarkdownIt") -> Iterator[str]:
    """A line a line of the source; the number of a list stands before its first line."""
    number = ""
    rows: list[list[Cell]] = []
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}. " if token.info else ""
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(Cell("", len(rows[-1])))
        elif token.type == "table_close":
            yield from row_lines(rows, 1)
            rows = []
        elif token.type == "inline" and rows:
            rows[-1][-1] = Cell(_shown(token.content, parser), len(rows[-1]) - 1)
        elif token.type == "inline":
            yield from (number + _shown(token.content, parser)).split("\n")
            number = ""
        elif token.type in ("fence", "code_block"):
            yield from token.content.split("\n")
        elif token.type == "html_block":
            yield from _TAG.sub("", token.content).split("\n")


def _shown(text: str, parser: "MarkdownIt") -> str:
    """The text of a paragraph: words of links and emphasis kept, pictures left out.

    A paragraph too long to be one is left as it is: its marks would take minutes to pair.
    """
    if len(text) > _LONGEST_PARAGRAPH:
        return text
    pieces = []
    [inline] = parser.parseInline(text)
    for inner in inline.children or ():
        if inner.type in ("text", "code_inline"):
            pieces.append(inner.content)
        elif inner.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
    return "".join(pieces)


MARKDOWN = Format("Markdown", (".md", ".markdown"), _read)
