"""Comments in a Word file: one a sentence, hung on its runs, whose format stays as it is."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from corpus.formats.package import local
from rag.proofread.types import Finding
from rag.proofread.word_runs import Anchor, Span, piece_text
from rag.proofread.word_text import WordFile

if TYPE_CHECKING:
    from docx.document import Document

AUTHOR = "政问核稿"
_INITIALS = "核"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def comment_on(
    word: WordFile, remarks: Iterable[tuple[Finding, Sequence[str]]], when: datetime
) -> None:
    """Hangs the lines of each remark on the runs of its sentence; ``when`` is in UTC.

    Runs are split where a sentence begins or ends. Comments of others are left as they are,
    those of an earlier check are taken out. What stands outside of the body (a header) hangs on
    the first words of the text, and where there are none it has no comment.
    """
    kept = _without_ours(word.document)
    numbers = count(max((int(c.get(qn("w:id"))) for c in kept), default=-1) + 1)
    for finding, lines in remarks:
        sentence = finding.sentence
        runs = _runs(word.anchors[sentence.block], sentence.start, sentence.end)
        if runs:
            number = next(numbers)
            kept.append(_comment(number, lines, when))
            runs[0].insert_comment_range_start_above(number)
            runs[-1].insert_comment_range_end_and_reference_below(number)


def _runs(anchor: Anchor, start: int, end: int) -> list[Any]:
    """The runs that hold the text from ``start`` to ``end`` and nothing else."""
    if not anchor.exact:
        return [span.run for span in anchor.spans]
    for at in (start, end):
        _cut(anchor.spans, at)
    return [span.run for span in anchor.spans if start <= span.start and span.end <= end]


def _cut(spans: list[Span], at: int) -> None:
    """Splits the run that holds the offset ``at`` within it, so that one run ends there."""
    for place, span in enumerate(spans):
        if span.start < at < span.end:
            rest = split_run(span.run, at - span.start)
            spans[place : place + 1] = [
                Span(span.run, span.start, at),
                Span(rest, at, span.end),
            ]
            return


def split_run(run: Any, at: int) -> Any:
    """Cuts a run after ``at`` characters; the new run behind it has the same properties.

    What shows no text (a note's mark, a picture) stays with the text before it.
    """
    rest = OxmlElement("w:r")
    for name, value in run.attrib.items():
        rest.set(name, value)
    passed = 0
    for inner in list(run):
        if local(inner) == "rPr":
            rest.append(deepcopy(inner))
            continue
        size = len(piece_text(inner))
        if passed >= at and (size or len(rest) > (run.rPr is not None)):
            rest.append(inner)
        elif passed + size > at:
            rest.append(_cut_text(inner, at - passed))
        passed += size
    run.addnext(rest)
    return rest


def _cut_text(element: Any, at: int) -> Any:
    """Cuts the text of a ``w:t``; returns the element with the rest of it."""
    rest = deepcopy(element)
    element.text, rest.text = element.text[:at], element.text[at:]
    for piece in (element, rest):
        piece.set(_SPACE, "preserve")
    return rest


def _comment(number: int, lines: Sequence[str], when: datetime) -> Any:
    """A comment, a paragraph a line, as python-docx writes them. (Its own way of adding one
    looks through all numbers each time, which takes long where there are thousands.)"""
    comment = OxmlElement("w:comment")
    comment.set(qn("w:id"), str(number))
    comment.set(qn("w:author"), AUTHOR)
    comment.set(qn("w:initials"), _INITIALS)
    comment.set(qn("w:date"), when.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for at, line in enumerate(lines):
        paragraph = comment.add_p()
        paragraph.style = "CommentText"
        if at == 0:
            mark = paragraph.add_r()
            mark.style = "CommentReference"
            mark.append(OxmlElement("w:annotationRef"))
        paragraph.add_r().text = line
    return comment


def _without_ours(document: "Document") -> Any:
    """The element that holds the comments, those of an earlier check taken out of the file."""
    comments: Any = document.part._comments_part.element
    ours = [c for c in comments if c.get(qn("w:author")) == AUTHOR]
    numbers = {comment.get(qn("w:id")) for comment in ours}
    for comment in ours:
        comments.remove(comment)
    if numbers:
        names = {"commentRangeStart", "commentRangeEnd", "commentReference"}
        marks = [e for e in document.element.body.iter() if local(e) in names]
        for mark in marks:
            if mark.get(qn("w:id")) in numbers:
                run = mark.getparent()
                alone = local(mark) == "commentReference" and len(run) <= 2
                (run.getparent() if alone else run).remove(run if alone else mark)
    return comments
