"""A manuscript's text as blocks, and blocks as sentences. Pure.

Of Markdown the marks are left out of what is checked; offsets are those of the text with them.
"""

import re
from collections.abc import Sequence

from corpus.split import sentences as split
from rag.proofread.types import Block, Sentence

_HEADED = re.compile(r"#{1,6}\s")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+)*")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*+|`+|~~|<!--.*?-->|\[\^[^\]]*\]|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])")
_SPACE = re.compile(r"\s+")
_ENDS = re.compile(r"[。！？!?；;，,]\s*[”’」』）)]*\s*$")
_LONGEST_HEADING = 40


def text_blocks(text: str, markdown: bool = False) -> tuple[Block, ...]:
    """A block a line that is not blank; ``where`` counts them as paragraphs."""
    lines = [line for line in text.split("\n") if line.strip()]
    return tuple(
        Block(line, f"第{at}段", is_heading(line, markdown)) for at, line in enumerate(lines, 1)
    )


def is_heading(line: str, markdown: bool = False) -> bool:
    """Whether a line names what follows: short, and no sentence."""
    if markdown and _HEADED.match(line):
        return True
    return len(line.strip()) <= _LONGEST_HEADING and not _ENDS.search(line)


def sentences(blocks: Sequence[Block], markdown: bool = False) -> tuple[Sentence, ...]:
    """The sentences of all blocks in order, what stands between 。！？； and line ends."""
    found: list[Sentence] = []
    for at, block in enumerate(blocks):
        spans = [(0, len(block.text))] if block.whole else split(block.text)
        for start, end in spans:
            said = _read(block.text[start:end], markdown)
            if said:
                number = len(found) + 1
                found.append(Sentence(number, at, start, end, said, block.where))
    return tuple(found)


def _read(text: str, markdown: bool) -> str:
    """The text as a person reads it: in one line, without marks."""
    if markdown:
        text = _MARKS.sub("", _LINK.sub(r"\1", _LEAD.sub("", text))).replace("|", " ")
    return _SPACE.sub(" ", text).strip()
