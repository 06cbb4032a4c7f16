"""A document cut into its sentences, each with its heading path and its speaker."""

import re

from corpus.attribution import said, speaker_at
from corpus.types import Document, Heading, Passage

_STOP = re.compile(r"[。！？!?；;]+[”’」』）)】》]*|\n")


def split(document: Document) -> tuple[Passage, ...]:
    """The sentences in order: ``document.text[p.start:p.end] == p.text``, never across a heading.

    A sentence is what stands between 。！？； and line ends, without white space around it.
    A heading line is a passage of its own.
    """
    text = document.text
    spoken = said(document)
    path: list[Heading] = []
    headings = iter((*document.headings, None))
    coming = next(headings)
    passages = []
    for start, end in sentences(text):
        while coming is not None and coming.start <= start:
            path = [*(h for h in path if h.level < coming.level), coming]
            coming = next(headings)
        if path and path[-1].level == 4 and "\n" in text[path[-1].end : start]:
            path = path[:-1]
        titles = tuple(heading.title for heading in path)
        speaker = speaker_at(spoken, start) if spoken else document.identity.speaker
        passages.append(Passage(document.source, start, end, text[start:end], titles, speaker))
    return tuple(passages)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, stops included, white space and empty ones left out.

    >>> sentences("稳就业。保民生；\\n一、总体")
    [(0, 4), (4, 8), (9, 13)]
    """
    found, start = [], 0
    for stop in (*_STOP.finditer(text), None):
        end = stop.end() if stop else len(text)
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if right > left:
            found.append((left, right))
        start = end
    return found
