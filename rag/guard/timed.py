"""Years and dates of a sentence against those of what it cites."""

import re
from collections.abc import Iterator, Sequence

from rag.guard.asked import Asked
from rag.guard.fault import Fault
from rag.guard.reading import Reading
from rag.guard.source import Source
from rag.guard.spots import related, spots
from rag.guard.times import Years, dates, documents
from rag.guard.vocabulary import DOWN, UP

_GREW = re.compile(rf"(?:{UP}|{DOWN})[^，。；]{{0,4}}\d")
_LAST = re.compile(r"同比|[比较]上年|上年同期")


def year_fault(
    claimed: Years | None, told: Years | None, source: Source, shown: str
) -> Fault | None:
    """A time told that is not that of the clause which proves the rest; None where none is told."""
    if claimed is None or claimed in tuple(_allowed(told, source)):
        return None
    return Fault("year", shown)


def _allowed(told: Years | None, source: Source) -> Iterator[Years]:
    """The times that a clause may be said to be of."""
    if told is not None:
        yield told
        if told[0] != told[1] and _at_the_end(source):
            yield told[1], told[1]
        return
    period, year = source.period, source.year
    if period.first is not None and period.last is not None:
        yield period.first, period.last
        if period.role == "five-year":
            yield period.last, period.last
        return
    if year is not None:
        yield year, year
        yield year - 1, year - 1


def _at_the_end(source: Source) -> bool:
    return any(word in source.reading.text for word in ("末", "收官", "年底"))


def report_fault(said: Reading, cited: Sequence[Source]) -> Fault | None:
    """A report named that is not what is cited."""
    reports = list(documents(said.text))
    found = (
        _other_report(said.text[start:end], year, of, cited, len(reports) > 1)
        for start, end, year, of in reports
    )
    return next((fault for fault in found if fault), None)


def date_fault(said: Reading, cited: Sequence[Source], asked: Asked) -> Fault | None:
    """A year that nothing cited is of, or was asked about, or a date that is not there."""
    known = {pair for source in cited for pair in _any(source)}
    against = {pair for source in cited for pair in _against(source)}
    for time in said.times:
        last = time.against and said.text[time.start : time.end] in ("上年", "上一年")
        if last and any(_year_on_year(source) for source in cited):
            continue
        if time.years not in (against if time.against else known):
            return Fault("year", said.text[time.start : time.end])
    compared = {pair for source in cited for pair in _against(source)} and "同比" in said.text
    if compared and not any(_year_on_year(source) for source in cited):
        return Fault("year", "同比")
    timeless = all(stretch.years is None for stretch in said.stretches)
    if timeless and asked.years and not any(_fits(s, asked) for s in cited):
        return Fault("year", said.text)
    told = "".join(source.reading.text + source.context for source in cited)
    for date in dates(said.text):
        if date not in told and date.rstrip("份") not in told:
            return Fault("date", date)
    return None


def _any(source: Source) -> Iterator[Years]:
    """Every time that a sentence which cites this one may name."""
    for time in source.reading.times:
        yield time.years
        if time.years[0] != time.years[1] and _at_the_end(source):
            yield time.years[1], time.years[1]
    if not any(not time.against for time in source.reading.times):
        yield from _allowed(None, source)
    if source.year is not None:
        yield source.year, source.year


def _against(source: Source) -> Iterator[Years]:
    """The years that a sentence which cites this one may compare with."""
    for time in source.reading.times:
        if time.against:
            yield time.years
    text = source.reading.text
    grew = not any(time.against for time in source.reading.times) and _GREW.search(text)
    if source.year is not None and (grew or _LAST.search(text)):
        told = [time.years[1] for time in source.reading.times if not time.against]
        year = told[-1] if told else source.period.last or source.year
        yield year - 1, year - 1


def _year_on_year(source: Source) -> bool:
    """Whether growth is told against the year before: so where nothing else is compared with."""
    text = source.reading.text
    return _LAST.search(text) is not None or not any(t.against for t in source.reading.times)


def _fits(source: Source, asked: Asked) -> bool:
    """Whether a source may be of a year that was asked about; what says no year may be of any."""
    if source.year is None or source.number == 0:
        return True
    spans = [time.years for time in source.reading.times]
    spans += [(source.year, source.year), (source.period.first or source.year - 1, source.year)]
    return any(first <= b and a <= last for a, b in asked.years for first, last in spans)


def _other_report(
    shown: str, year: int, of: str, cited: Sequence[Source], several: bool
) -> Fault | None:
    """A report named that is not what is cited: all of it, where one report is named."""
    own = [source for source in cited if source.number]
    right = [year in _years(source) for source in own]
    if own and not (any(right) if several else all(right)):
        return Fault("year", shown)
    named = {name for _, _, name in spots(of)}
    there = [any(related(name, source.place) for name in named) for source in own if source.place]
    if named and there and not (any(there) if several else all(there)):
        return Fault("place", shown)
    return None


def _years(source: Source) -> set[int | None]:
    """The years by which a document may be called."""
    titled = {year for _, _, year, _ in documents(source.context)}
    told = {year for _, _, year, _ in documents(source.reading.text)}
    named = {time.years[0] for time in source.reading.times}
    return {source.year, *titled, *told, *named}
