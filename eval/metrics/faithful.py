"""faithful: the share of figures in the answer that stand in the sentences cited for them.

A figure counts as held where it stands in a citation whose marker follows it, in the same amount
(5% and 百分之五 are one, 4亿斤 and 20万吨, 3.22万亿 and 32193亿), or where it is computed from
what is cited: a difference or a sum of two cited figures, the number of items, rows or citations, a
year of a cited document or one beside it. A year that the question names is held too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from corpus.figures import figures
from eval.case import Case
from eval.matching import fold, stands
from eval.metrics.types import Metric
from rag.types import Answer, Citation

_MARKED = re.compile(r"(?P<text>.*?)(?P<markers>(?:\[\d+\])+|$)", re.DOTALL)
_NUMBER = re.compile(r"(?<![\d.])\d+(?:,\d{3})*(?:\.\d+)?%?(?!\d)")
_COUNTED = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)([^\W\d年月日])")
_READ_AS = re.compile(r"（[^（）]*(?:理解|即\d{4}年)(?:[；，][^（）]*)?）$")
_MARKER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_SIZES = (1, 10**4, 10**8, 10**12)
_IN_OTHER_UNIT: Mapping[str, Decimal] = {
    "吨": Decimal(2000),
    "斤": 1 / Decimal(2000),
    "公顷": Decimal(15),
    "亩": 1 / Decimal(15),
}
_LEAST_DIGITS = 3
"""Of a rounded figure; with fewer, too much would pass for one."""


def faithful(case: Case, answer: Answer) -> float | None:
    """The share of held figures; None for an answer that cites nothing or has no figures.

    What is said of how the question was read (“去年”按2025年理解) tells nothing of the documents.
    """
    if not answer.citations:
        return None
    asked = set(_YEAR.findall(fold(case.question)))
    held = [
        number in asked or _held(number, cited, answer)
        for text, cited in _stretches(answer)
        for number in _NUMBER.findall(fold(text))
    ]
    return sum(held) / len(held) if held else None


def _stretches(answer: Answer) -> Iterator[tuple[str, Sequence[Citation]]]:
    """Each stretch of text with what is cited for it: by the markers behind it, else by all."""
    by_number = {citation.number: citation for citation in answer.citations}
    for found in _MARKED.finditer(_READ_AS.sub("", answer.answer)):
        numbers = [int(n) for n in _MARKER.findall(found["markers"])]
        cited = [by_number[n] for n in numbers if n in by_number]
        yield found["text"], cited or answer.citations
    for row in answer.table.rows if answer.table else ():
        yield row.value, [by_number[n] for n in row.citations if n in by_number]


def _held(number: str, cited: Sequence[Citation], answer: Answer) -> bool:
    quoted = "\n".join(citation.text for citation in cited)
    if stands(number, quoted) or stands(number.rstrip("%"), quoted):
        return True
    value = Decimal(number.replace(",", "").rstrip("%"))
    amounts, results = _amounts(quoted), _results(quoted)
    return (
        any(_is_written(value, amount) for amount in amounts)
        or value in _counts(answer, cited)
        or any(value * size in results for size in _SIZES)
    )


def _amounts(quoted: str) -> set[Decimal]:
    """The amounts of the figures in a text, those of grain and land in both of their units."""
    stated = [(side, f.unit) for f in figures(quoted) for side in (f.low, f.high)]
    other = {side * _IN_OTHER_UNIT[unit] for side, unit in stated if unit in _IN_OTHER_UNIT}
    return {side for side, _ in stated} | other


def _is_written(value: Decimal, amount: Decimal) -> bool:
    """Whether a person may write an amount as this value: whole, in 万 or 亿, perhaps rounded."""
    sized = [amount / size for size in _SIZES]
    if len(value.as_tuple().digits) >= _LEAST_DIGITS:
        sized = [one.quantize(value, ROUND_HALF_UP) for one in sized]
    return value in sized


def _counts(answer: Answer, cited: Sequence[Citation]) -> set[Decimal]:
    years = {c.year + step for c in answer.citations if c.year for step in (-1, 0, 1)}
    rows = answer.table.rows if answer.table else ()
    counts = {len(cited), len(answer.citations), len(rows), sum(bool(row.value) for row in rows)}
    listed = {len(re.split(r"[、；;]", c.text)) for c in cited}
    return {Decimal(n) for n in (*years, *counts, *listed) if n}


def _results(quoted: str) -> set[Decimal]:
    """The differences and sums of two figures of one unit, or of two numbers before one word."""
    stated, rest = [], quoted
    for figure in reversed(figures(quoted)):
        stated.append((figure.high, figure.unit))
        rest = f"{rest[: figure.start]} {rest[figure.end :]}"
    stated += [(Decimal(number), word) for number, word in _COUNTED.findall(fold(rest))]
    pairs = [(a, b) for (a, unit), (b, other) in combinations(stated, 2) if unit == other]
    return {result for a, b in pairs for result in (abs(a - b), a + b) if result}


METRICS = (Metric("faithful", "数字有据", faithful),)
