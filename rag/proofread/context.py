"""What a sentence of a manuscript leaves out: the place and the year it goes on from. Pure.

A press draft says 全省 and 去年; the sentence before, the heading or the title says which. A place
or year that a sentence names holds for those after it, until the next heading.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.places import Mention, find
from rag.proofread.types import Whole
from rag.times import times

_NATION = re.compile(
    r"^[“”‘’\s，、：:（）()]*(?:(?:19|20)\d\d年|[今去前]年|上年)?[，,\s]*(?:全国(?!第|[前首领先平])|我国|中国|国务院|国家(?!级))"
)
_PERIOD = re.compile(r"“?十[一二三四五]五”?(?:时期|期间|以来|规划)?|近[两三四五十]年|[过这]去?五年")


@dataclass(frozen=True, slots=True)
class Here:
    """The place and year that are spoken of; empty and None where nothing has said so."""

    place: str = ""
    year: int | None = None


@dataclass(slots=True)
class Context:
    """What a manuscript has said of place and year so far.

    ``own`` is the place of the manuscript, ``today`` its year (今年), ``known`` the places that
    the library has documents of: a town of a province counts as that province unless it has its
    own.
    """

    own: str
    today: int
    known: frozenset[str]
    title: Here = Here()
    here: Here = Here()

    def under(self, heading: str) -> None:
        """Goes on below a heading: what it names holds, else what the title names."""
        told = self._told(heading)
        if self.title == Here():
            self.title = told
        self.here = Here(told.place or self.title.place, told.year or self.title.year)

    def whole(self, sentence: str) -> Whole:
        """The sentence with what it leaves out; what it names holds for those after it."""
        told = times(sentence, self.today)
        names = self._places(find(sentence))
        place = "" if names or _NATION.search(sentence) else self.here.place or self.own
        year = None if told.years or _PERIOD.search(sentence) else self.here.year
        notes = tuple(_short(note) for note in told.notes)
        before = (place,) if place else ()
        whole = Whole(f"{place}{told.text}", (*before, *notes))
        if year:
            text = f"{place}{year}年{told.text}"
            whole = Whole(text, (*before, f"{year}年", *notes), undated=whole)
        self._goes_on(names, told.years)
        return whole

    def _goes_on(self, names: tuple[str, ...], years: tuple[int, ...]) -> None:
        if len(names) == 1:
            self.here = replace(self.here, place=names[0])
        elif names:
            self.here = replace(self.here, place=self.title.place)
        if len(years) == 1:
            self.here = replace(self.here, year=years[0])

    def _told(self, text: str) -> Here:
        names, years = self._places(find(text)), times(text, self.today).years
        return Here(names[0] if len(names) == 1 else "", years[0] if len(years) == 1 else None)

    def _places(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._place(mention) for mention in mentions))

    def _place(self, mention: Mention) -> str:
        """The place itself if the library has it, else the one above it if it has that."""
        place = mention.place
        above = place.parent if place.level in ("prefecture", "county") else ""
        if place.short not in self.known and above in self.known:
            return above
        return place.short


def _short(note: str) -> str:
    """“去年”按2024年理解 as it stands in a list of what was supplied: “去年”即2024年."""
    return note.replace("按", "即").removesuffix("理解")


def told(supplied: Iterable[str]) -> str:
    """One phrase for what was supplied; empty where nothing was.

    >>> told(("浙江", "2025年"))
    '按浙江、2025年核对'
    """
    listed = "、".join(supplied)
    return f"按{listed}核对" if listed else ""
