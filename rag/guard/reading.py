"""A text read once: its clauses and figures, each with its years, places and role."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.clauses import clauses
from corpus.figures import Figure
from rag.claims.changes import changes
from rag.claims.labels import Labelled, Sort, labelled, sort_of
from rag.guard.cues import Cue, cue, governs
from rag.guard.spots import OWN, spots
from rag.guard.times import Time, Years, documents, times

_OPENS = re.compile(r"(?:^|(?<=[，。；：]))[到至在]$")
_UP_TO = re.compile(r"(?:[加高升降少低]到|[增升降减]至)[^，。；\d]{0,3}$")
_AIM = re.compile("预期|目标|速度|同比|定为|设为|约为|为")
_ROLE = re.compile("力争|争取|预计|确保|实际")
HERE = "本地"
"""What 全省 or 我市 stands for: the place of the report."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause. ``named`` are the times that it names itself, ``places`` the places.

    ``years`` is the time that it is told of, from the clauses before where it names none (None:
    nothing says); ``cue`` likewise, ``own_cue`` by its own words only; ``around`` are the places
    of the last clause that named some.
    """

    text: str
    start: int
    end: int
    named: tuple[Years, ...]
    years: Years | None
    cue: Cue
    own_cue: Cue
    places: frozenset[str]
    around: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with what it is a figure of, its time, and the clause that states it."""

    figure: Figure
    label: str
    sort: Sort
    at: int
    years: Years | None
    stretch: Stretch
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A folded text and what it says."""

    text: str
    times: tuple[Time, ...]
    stretches: tuple[Stretch, ...]
    stated: tuple[Stated, ...]


@lru_cache(maxsize=1 << 12)
def read(text: str, year: int | None, also: frozenset[str] = frozenset()) -> Reading:
    """A folded text read; ``year`` is that of the report, ``also`` are places of no gazetteer."""
    named = _outside(times(text, year), text)
    stretches = _stretches(text, named, also)
    found = _shared_out(labelled(_blanked(text, named)))
    stated = [
        Stated(
            figure=one.figure,
            label=one.label,
            sort=_sort(one),
            at=_place(one),
            years=_time_at(named, _place(one), stretch),
            stretch=stretch,
            derived=d,
        )
        for ones, d in ((found, False), (tuple(changes(text, found)), True))
        for one in ones
        if (stretch := _at(stretches, _place(one))) and not _is_time(named, one)
    ]
    return Reading(text, named, stretches, tuple(stated))


def _shared_out(found: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """Labels of lists (城镇居民、农村居民收入分别…) with what only the last item says for all."""
    out = []
    for one in found:
        last = [other for other in found if other.clause == one.clause][-1]
        label = _with_tail(one.label, last.label) if "分别" in one.clause else one.label
        out.append(replace(one, label=label))
    return tuple(out)


def _with_tail(label: str, last: str) -> str:
    """The label of an item, completed by that of the last."""
    verb = next((label[-k:] for k in range(len(label), 0, -1) if last.endswith(label[-k:])), "")
    item, whole = label.removesuffix(verb), last.removesuffix(verb)
    for k in range(len(item), 0, -1):
        before, shared, tail = whole.partition(item[-k:])
        if shared and before and tail and not item.endswith(tail):
            return item + tail + verb
    return label


def _sort(one: Labelled) -> Sort:
    """How a figure measures by its own clause alone, or by the verb that a list shares."""
    before = one.clause[: max(0, one.clause.find(one.figure.text))]
    if not re.search(r"\w", before):
        return one.sort
    if _UP_TO.search(before):
        return "level"
    own = sort_of(_AIM.sub("", before), one.figure)
    return sort_of(one.label, one.figure) if own == "level" and "分别" in one.clause else own


def _blanked(text: str, named: tuple[Time, ...]) -> str:
    """The text with spaces for its times and roles: a clause is labelled without them."""
    text = _ROLE.sub("　　", text)
    for time in named:
        opens = _OPENS.search(text, max(0, time.start - 2), time.start)
        start = time.start - bool(opens)
        text = text[:start] + "　" * (time.end - start) + text[time.end :]
    return text


def only(said: Reading, stretch: Stretch) -> Reading:
    """One clause of a reading alone, with the time and the place that it has from the others."""
    text = "　" * stretch.start + said.text[stretch.start : stretch.end]
    named = tuple(t for t in said.times if stretch.start <= t.start < stretch.end)
    stated = tuple(one for one in said.stated if one.stretch.start == stretch.start)
    return Reading(text, named, (stretch,), stated)


def _outside(named: tuple[Time, ...], text: str) -> tuple[Time, ...]:
    """The times that do not only name a report."""
    reports = tuple(documents(text))
    return tuple(
        t for t in named if not any(start <= t.start < end for start, end, _, _ in reports)
    )


def _stretches(text: str, named: tuple[Time, ...], also: frozenset[str]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    years: Years | None = None
    spoken: Cue = ""
    around: frozenset[str] = frozenset()
    for clause in clauses(text):
        own = [t for t in named if clause.start <= t.start < clause.end and not t.against]
        years = own[-1].years if own else years
        said = cue(clause.text)
        here = _places(clause.text, also)
        around = here or around
        found.append(
            Stretch(
                text=clause.text,
                start=clause.start,
                end=clause.end,
                named=tuple(t.years for t in own),
                years=years,
                cue=said or spoken,
                own_cue=said,
                places=here,
                around=around,
            )
        )
        if said and governs(clause.text):
            spoken = said
        elif said and spoken == "result":
            spoken = ""
    return tuple(found)


def _places(text: str, also: frozenset[str]) -> frozenset[str]:
    here = {name for _, _, name in spots(text, also)}
    return frozenset(here | ({HERE} if OWN.search(text) else set()))


def _at(stretches: tuple[Stretch, ...], at: int) -> Stretch | None:
    return next((one for one in stretches if one.start <= at < one.end), None)


def _time_at(named: tuple[Time, ...], at: int, stretch: Stretch) -> Years | None:
    """The last time named before an offset, else the first of the clause, else what is told of."""
    own = [t for t in named if not t.against and stretch.start <= t.start < stretch.end]
    before = [t for t in named if t.start < at and not t.against]
    if before:
        return before[-1].years
    return own[0].years if own else stretch.years


def _is_time(named: tuple[Time, ...], one: Labelled) -> bool:
    at = _place(one)
    return any(t.start < at + len(one.figure.text) and at < t.end for t in named)


def _place(one: Labelled) -> int:
    """Where a figure begins, without the spaces before it."""
    return one.at + one.figure.end - one.figure.start - len(one.figure.text)
