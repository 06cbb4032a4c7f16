"""Numbered items of a document: 一是… 二是…, 1. 2., （一）（二）, as its headings give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.types import Document, Heading

_MARK = re.compile(
    r"(?P<open>[（(]?)第?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2}|[①-⑳])"
    r"(?P<close>[)）、，]|[.．](?!\d)|是(?!否)|要(?![素点求闻])|方面|(?<=[①-⑳]))"
)
_DIGITS = "一二三四五六七八九"
_STOP = re.compile(r"[。；;]|(?=\n)")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered item: its title without the number, and the span of its first sentence."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items numbered from one on, the heading above them and what leads in to them."""

    items: tuple[Item, ...]
    lead: str
    start: int
    end: int


def sequences(document: Document) -> tuple[Sequence, ...]:
    """All runs of at least two numbered headings of one style that start with number one."""
    runs: dict[tuple[str, int], list[Heading]] = {}
    done: list[list[Heading]] = []
    for heading in document.headings:
        style, number = _style(heading)
        for key in [key for key in runs if key[1] > heading.level]:
            done.append(runs.pop(key))
        if not number:
            continue
        key = (style, heading.level)
        run = runs.get(key)
        if run is not None and number == len(run) + 1:
            run.append(heading)
            continue
        if run is not None:
            done.append(runs.pop(key))
        if number == 1:
            runs[key] = [heading]
    done.extend(runs.values())
    found = [_sequence(document, run) for run in done if len(run) > 1]
    return tuple(sorted(found, key=lambda sequence: sequence.start))


def number_of(text: str) -> int:
    """The number that opens a heading, 0 where there is none.

    >>> number_of("十二是推进改革"), number_of("（三）")
    (12, 3)
    """
    found = _MARK.match(text)
    return value(found["n"]) if found else 0


def value(numeral: str) -> int:
    """The value of 12, ⑫ or 十二; 0 for what is none.

    >>> value("12"), value("⑫"), value("十二"), value("二十")
    (12, 12, 12, 20)
    """
    if numeral.isdecimal():
        return int(numeral)
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _DIGITS.find(numeral) + 1 if len(numeral) == 1 else 0
    return (_DIGITS.find(tens) + 1 if tens else 1) * 10 + (_DIGITS.find(ones) + 1 if ones else 0)


def without_number(title: str) -> str:
    """A heading's title without its number."""
    found = _MARK.match(title)
    return title[found.end() :].lstrip("、.． ") if found else title


def _style(heading: Heading) -> tuple[str, int]:
    found = _MARK.match(heading.title)
    if not found:
        return "", 0
    return f"{_script(found['n'])}{found['open']}{found['close']}", value(found["n"])


def _script(numeral: str) -> str:
    """How a numeral is written: 12, ⑫ or 十二."""
    if numeral.isdecimal():
        return "digit"
    return "circled" if "①" <= numeral <= "⑳" else "han"


def _sequence(document: Document, run: list[Heading]) -> Sequence:
    items = tuple(_items(document, run))
    first = run[0]
    earlier = [heading for heading in document.headings if heading.start < first.start]
    above = [heading.title for heading in earlier if heading.level < first.level]
    before = document.text[max(0, first.start - 120) : first.start]
    lead = " ".join([*above[-1:], before])
    return Sequence(items, lead, first.start, items[-1].end)


def _items(document: Document, run: list[Heading]) -> Iterator[Item]:
    starts = [heading.start for heading in document.headings]
    for heading in run:
        coming = next((start for start in starts if start > heading.start), len(document.text))
        stop = _STOP.search(document.text, heading.end + 1, coming)
        end = min(stop.end() if stop else heading.end, heading.end + _LONGEST)
        yield Item(without_number(heading.title), heading.start, end)
