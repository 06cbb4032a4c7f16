"""Front matter: ``key: value`` lines between two lines of ``---`` at the top of a text."""

import re

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z_]+)\s*[:：]\s*(.*)")


def split_front(text: str) -> tuple[dict[str, str], str]:
    """The fields (keys in lower case) and the text below them; no fields where there is no block.

    A block with a line that is no field is text like any other.

    >>> split_front("---\\nplace: 浙江\\n---\\n正文")
    ({'place': '浙江'}, '正文')
    """
    block = _BLOCK.match(text)
    if not block:
        return {}, text
    lines = [line.strip() for line in block.group(1).splitlines() if line.strip()]
    found = [_FIELD.fullmatch(line) for line in lines]
    if not all(found):
        return {}, text
    return {field[1].lower(): field[2].strip() for field in found if field}, text[block.end() :]
