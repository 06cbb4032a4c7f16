"""Text made harmless where a program would read more than text in it."""

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~])")
_BEGINS = re.compile(r"^(\s*)([#>+-]|\d+[.)])(?=\s)")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f￾￿]")


def cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell("5.5%左右")
    ("'=1+1", '5.5%左右')
    """
    plain = writable(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def markdown(text: str) -> str:
    """One line of text in which Markdown finds no marks.

    >>> markdown("# 标题 [1]")
    '\\\\# 标题 \\\\[1\\\\]'
    """
    line = _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(r"\1\\\2", line)


def writable(text: str) -> str:
    """A text without the characters that XML cannot hold, replaced one for one."""
    return _UNWRITABLE.sub("\ufffd", text)
