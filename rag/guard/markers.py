"""The markers [n] of a written sentence: which stretch of it cites what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARKER = re.compile(r"[\[【]\s*\^?\s*(\d{1,3}(?:\s*[,，、]\s*\d{1,3})*)\s*[\]】]")
_RUN = re.compile(rf"(?:{_MARKER.pattern}\s*)+")
_WORDS = re.compile(r"\w")
_STOPS = re.compile(r"[。；;，,、：:！!？?\s]*$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence and the numbers that it cites, each once."""

    text: str
    numbers: tuple[int, ...]


def segments(sentence: str) -> tuple[Segment, ...]:
    """The stretches between the markers; what follows the last goes with what was cited before.

    >>> segments("甲县增长5%[1]，乙县增长6%[2][3]。")
    (Segment(text='甲县增长5%', numbers=(1,)), Segment(text='，乙县增长6%。', numbers=(2, 3)))
    """
    found: list[Segment] = []
    ahead: tuple[int, ...] = ()
    at = 0
    for run in _RUN.finditer(sentence):
        text, numbers = sentence[at : run.start()], (*ahead, *_numbers(run.group()))
        at = run.end()
        ahead = ()
        if _WORDS.search(text):
            found.append(Segment(text, tuple(dict.fromkeys(numbers))))
        elif found:
            found[-1] = _joined(found[-1], text, numbers)
        else:
            ahead = numbers
    return _closed(found, sentence[at:], ahead)


def _joined(segment: Segment, text: str, numbers: tuple[int, ...]) -> Segment:
    both = dict.fromkeys((*segment.numbers, *numbers))
    return Segment(segment.text + text, tuple(both))


def _closed(found: list[Segment], rest: str, ahead: tuple[int, ...]) -> tuple[Segment, ...]:
    """The segments with what stands behind the last marker."""
    if not found:
        return (Segment(rest, tuple(dict.fromkeys(ahead))),)
    if not _WORDS.search(rest):
        return (*found[:-1], _joined(found[-1], rest, ()))
    return (*found, Segment(rest, found[-1].numbers))


def without(sentence: str) -> str:
    """The sentence without its markers."""
    return _MARKER.sub("", sentence)


def tidy(sentence: str) -> str:
    """The sentence with every marker written [n], one number each.

    >>> tidy("增长5%【1,2】。")
    '增长5%[1][2]。'
    """
    return _MARKER.sub(lambda found: _written(_numbers(found.group())), sentence)


def marked(sentence: str, numbers: Iterable[int]) -> str:
    """A sentence without markers, with these before its stop.

    >>> marked("增长5%。", [2])
    '增长5%[2]。'
    """
    at = _stop(sentence)
    return sentence[:at] + _written(numbers) + sentence[at:]


def _stop(sentence: str) -> int:
    found = _STOPS.search(sentence)
    return found.start() if found else len(sentence)


def _written(numbers: Iterable[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _numbers(run: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", run))
