"""Numbers that are no figures (六大, 1236, 第3) against those of what is cited."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.figures import Figure, figures, stands
from rag.guard.fault import Fault
from rag.guard.figured import side, value_kind
from rag.guard.listed import runs
from rag.guard.reading import Reading
from rag.guard.source import Source
from rag.guard.times import documents
from rag.sequences import value

_HAN = "十[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九]?|[两二三四五六七八九]"
_COUNT = re.compile(
    rf"(?<![第约十百千万亿点一二两三四五六七八九“分之])(?P<n>{_HAN})"
    r"(?P<of>大|个|项|种|类|条|件|方面|座|所|批|步|道|支|张|家|名|位|点(?![零〇一二三四五六七八九\d])|层|级|次|倍|成|地|省|市|县|者)"
)
_ORDINAL = re.compile(
    rf"(?:(?<=[^，。；：！？])|(?!第[^，、：]{{1,3}}[，、：]))第(?P<n>{_HAN}|一|\d{{1,3}})"
)
_RATIO = re.compile(
    r"(?:突破|超过|超|不低于|低于|接近|近|约)?(?<![\d.])\d+(?:\.\d+)?[：/]\d+(?:\.\d+)?(?:以上|以内|左右)?"
)
_DIGITS = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?")
_SIZED = re.compile(
    r"(?<![\d.零一二三四五六七八九十百千万亿多余几数])[十百千]?[万亿]{1,2}[元级吨](?:以上|以下|以内|左右)?"
)
_MARKS = re.compile(
    r"(?:^|[：；。，])(?:[一二三四五六七八九十]是(?!否)|（[一二三四五六七八九十]）)"
)
_MEASURED = re.compile(
    r"(?P<n>\d+)(?P<of>大|个|项|种|类|条|件|方面|座|所|批|步|道|支|张|家|名|位|年|点|省|市|县)"
)


def count_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """The first number that what is cited does not have and the sentence does not count out."""
    told = "，".join(source.reading.text + "，" + source.context for source in cited)
    values = {one.figure.low for s in cited for one in s.reading.stated if not one.figure.unit}
    for number in _bare(said):
        if not stands(number, told) and Decimal(number) not in values:
            return Fault("number", number)
    for span in _spans(said.text):
        same = [f for f in _spans(told) if value_kind(span, f) == "same"]
        if not any(side(f) == side(span) for f in same):
            return Fault("qualifier" if same else "number", span.text)
    sized = set(_SIZED.findall(told))
    ratios = set(_RATIO.findall(told))
    for size in (*_SIZED.findall(said.text), *_RATIO.findall(said.text)):
        if size not in sized | ratios:
            return Fault("qualifier", size)
    known = set(_counts(told))
    for n, of, shown in _shown(said.text):
        if (n, of) not in known and n not in _counted_out(said.text):
            return Fault("number", shown)
    ranks = {_rank(found) for found in _ORDINAL.finditer(told)}
    for found in _ORDINAL.finditer(said.text):
        if _rank(found) not in ranks and "首" not in told:
            return Fault("number", found.group())
    return None


def _spans(text: str) -> tuple[Figure, ...]:
    """The spans of years (30年以上)."""
    return tuple(one for one in figures(text) if one.unit == "年")


def _bare(said: Reading) -> Iterator[str]:
    """The numbers outside figures and times."""
    taken = [(one.at, one.at + len(one.figure.text)) for one in said.stated if not one.derived]
    taken += [(time.start, time.end) for time in said.times]
    taken += [(start, end) for start, end, _, _ in documents(said.text)]
    for found in _DIGITS.finditer(said.text):
        if not any(start <= found.start() < end for start, end in taken):
            yield found.group()


def _shown(text: str) -> Iterator[tuple[int, str, str]]:
    for found in _COUNT.finditer(text):
        yield value(found["n"].replace("两", "二")), found["of"], found.group()


def _counts(text: str) -> Iterator[tuple[int, str]]:
    for n, of, _ in _shown(text):
        yield n, of
    for found in _MEASURED.finditer(text):
        yield int(found["n"]), found["of"]


def _counted_out(text: str) -> frozenset[int]:
    """How many things a sentence itself lists."""
    clauses = text.partition("：")[2]
    by_comma = len(re.findall("[，；]", clauses)) + 1 if clauses else 0
    return frozenset({*(len(run.items) for run in runs(text)), len(_MARKS.findall(text)), by_comma})


def _rank(found: re.Match[str]) -> int:
    return value(found["n"].replace("两", "二"))
