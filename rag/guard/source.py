"""What a cited sentence may prove: its text read, and what is known of it from around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.gazetteer import known
from corpus.periods import Period, periods, section
from corpus.types import KIND_NAMES, Document, Heading, Identity, Passage
from rag.guard.fold import fold
from rag.guard.reading import Reading, read
from rag.guard.spots import above
from rag.guard.vocabulary import canonical
from rag.types import Citation

_SUFFIXES = {"country": "", "province": "省", "prefecture": "市州", "county": "县区市"}
_OFFICES = ("省长", "市长", "县长", "区长", "州长", "总理", "主席")
_REPORTS = "政府工作报告工作报告摘编文件全文人民政府部门会议年度"


@dataclass(frozen=True, slots=True)
class Source:
    """A citation read. ``number`` is 0 for what our own engine computed; ``context`` is what may be
    said of the document itself: its title, headings, place, speaker; ``bare``: a figure only.
    """

    number: int
    reading: Reading
    context: str
    place: str
    year: int | None
    period: Period
    written: str
    bare: bool = False


def sources(
    citations: Sequence[Citation], identities: Mapping[str, Identity], also: frozenset[str]
) -> tuple[Source, ...]:
    """The citations read; a document without an identity has what its citation says of it."""
    return tuple(_source(one, identities.get(one.source, Identity()), also) for one in citations)


def places_of_none(citations: Sequence[Citation]) -> frozenset[str]:
    """The places of the documents that no gazetteer has."""
    return frozenset(
        one.place for one in citations if one.place and not known().by_short(one.place)
    )


def computed(text: str, also: frozenset[str]) -> Source:
    """What our own engine computed, as a source without a number."""
    plain = fold(text)
    reading = read(plain, None, also)
    words = plain
    for one in reading.stated:
        words = words.replace(one.figure.text, "")
    return Source(0, reading, "", "", None, Period(), text, len(words) < 2)


@lru_cache(maxsize=1 << 11)
def _source(one: Citation, identity: Identity, also: frozenset[str]) -> Source:
    year = one.year if one.year is not None else identity.year
    place = one.place or identity.place
    reading = read(fold(one.text), year, also)
    context = canonical(fold("，".join(_context(one, identity, place))))
    return Source(one.number, reading, context, place, year, _period(one, identity), one.text)


def _context(one: Citation, identity: Identity, place: str) -> tuple[str, ...]:
    titles = (one.title, *one.headings, *above(place), identity.title, identity.speaker)
    more = (identity.meeting, identity.body, identity.digests, KIND_NAMES[identity.kind], _REPORTS)
    heads = tuple(f"{office}{identity.speaker}" for office in _OFFICES if identity.speaker)
    called = (f"{place}{suffix}" for suffix in _SUFFIXES.get(identity.level, "省市县区镇乡"))
    return tuple(text for text in (*titles, *more, *heads, *(called if place else ())) if text)


def _period(one: Citation, identity: Identity) -> Period:
    """The time and the role of the sentence, by its words and the headings above it."""
    text, headings, year = "", [], identity.year
    telling = next((t for t in one.headings if section(t, year).role != "unknown"), "")
    for title in one.headings:
        level = 1 if title == telling else 2
        headings.append(Heading(level, title, len(text), len(text) + len(title)))
        text += title + "\n"
    start = len(text)
    document = Document(one.source, text + one.text, identity, tuple(headings))
    passage = Passage(one.source, start, start + len(one.text), one.text, one.headings)
    return periods(document, [passage])[0]
