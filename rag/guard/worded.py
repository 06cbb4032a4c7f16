"""Words of a sentence that nothing it cites has: names, subjects and things made up."""

import re
from collections.abc import Iterator, Sequence

from corpus.figures import figures
from index.words import words
from rag.guard import spots, times
from rag.guard.alike import covered, nearest
from rag.guard.fault import Fault
from rag.guard.reading import Reading
from rag.guard.source import Source
from rag.guard.vocabulary import FREE, SINGLE, TOPIC, canonical

_COMPARES = re.compile(r"[快慢高低多少好]于")
_RUN = re.compile(r"[一-鿿]+|[A-Za-z][A-Za-z0-9.+_-]*")
_LEAST = 0.5
_FEW = 3
_MUCH = 0.4


def word_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """The first word without proof; or a clause whose words are there but never side by side."""
    told = canonical("，".join(source.reading.text + "，" + source.context for source in cited))
    for stretch in said.stretches:
        if TOPIC.fullmatch(stretch.text):
            continue
        unknown = next(_unknown(stretch.text, told), "")
        if unknown:
            return Fault("wording", unknown)
        borrowed = _borrowed(stretch.text, cited)
        if borrowed:
            return Fault("wording", borrowed)
        checkable = len(content_words(stretch.text)) >= _FEW
        if checkable and covered(stretch.text, told) < _LEAST:
            return Fault("wording", stretch.text)
    return None


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that would need proof."""
    return tuple(_unknown(text, ""))


def _borrowed(text: str, cited: Sequence[Source]) -> str:
    """A word that only a heading has, in the place of a word of the clause itself."""
    told = canonical("，".join(source.reading.text for source in cited))
    only = next(_unknown(text, told), "")
    match = nearest(text, cited) if only else None
    if match is None or match.likeness < _MUCH:
        return ""
    return only if next(_unknown(match.stretch.text, canonical(text)), "") else ""


def _unknown(text: str, told: str) -> Iterator[str]:
    for run in _RUN.findall(_bare(text)):
        if run.isascii():
            if run.lower() not in told.lower():
                yield run
        else:
            yield from _unknown_han(run, told)


def _bare(text: str) -> str:
    """A clause without what other checks look at: figures, times and places."""
    text = canonical(text)
    for figure in reversed(figures(text)):
        text = text[: figure.start] + "　" + text[figure.end :]
    return spots.without(times.without(_COMPARES.sub("　", text)))


def _unknown_han(run: str, told: str) -> Iterator[str]:
    at = 0
    for word in words(run):
        start, at = at, at + len(word)
        if word in FREE or (len(word) == 1 and word in SINGLE):
            continue
        if len(word) == 1:
            if not _beside(run, start, told):
                yield word
        elif not _stands(word, told):
            yield word


def _beside(run: str, at: int, told: str) -> bool:
    """Whether a single character stands in the source with a neighbour that it has here."""
    if len(run) == 1:
        return run in told
    return (run[max(0, at - 1) : at + 1] in told and at > 0) or run[at : at + 2] in told


def _stands(word: str, told: str) -> bool:
    """Whether a word is told: itself, or piece by piece."""
    if word in told:
        return True
    return any(
        _known(word[:cut], told) and _known(word[cut:], told) for cut in range(2, len(word) - 1)
    ) or (len(word) == 3 and (_known(word[:2], told) and word[2] in SINGLE))


def _known(word: str, told: str) -> bool:
    return word in FREE or word in told
