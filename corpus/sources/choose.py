"""Which addresses to go to: first those of a source, then what a page links to."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from corpus.sources.types import Link, Page, Source, Visit

PHRASE = "政府工作报告"
HOPS = 2
"""How many links may be followed from a page of the catalog."""

ATTACHED = (".docx", ".pdf")
_ABOUT_IT = re.compile(
    r"解读|图解|图说|一图|速览|速读|亮点|要点|摘要|摘登|摘编|划重点|极简|视频|直播|起草|热词|关键词|金句|数说"
    r"|分工|任务分解|落实|征求|建言|评论|社论|热议|学习|听取|讨论|审议|决议|问答|访谈|名词解释|英文|双语"
)
_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?=$|\D|[01]\d(?:[0-3]\d)?(?!\d))")
_WRITTEN = re.compile(r"[一二][〇○零九八七六五四三二一]{3}(?=年)")
_BARE = re.compile(r"(?:19|20)\d\d年?")
_IN_PATH = re.compile(r"/(?:t|art/)?((?:19|20)\d\d)(?=/|-\d\d/|[01]\d/)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def plan(source: Source, years: Collection[int], seen: Collection[Visit] = ()) -> tuple[Visit, ...]:
    """Where to begin: what was found before, the pages of the years, the lists, the home page."""
    single = (
        Visit(source.reports[year], year, hops=1, listed=True)
        for year in sorted(years, reverse=True)
        if year in source.reports
    )
    lists = (Visit(url, hops=HOPS, listed=True, start=True) for url in source.lists)
    return (*seen, *single, *lists, Visit(source.home, hops=HOPS, start=True))


def onward(page: Page, visit: Visit, years: Collection[int]) -> tuple[Visit, ...]:
    """The links of ``page`` worth following for ``years``, the surest first.

    A link is followed if it says 政府工作报告 and a wanted year, or the former and no year at
    all, for that may be a list. On a page about the reports a bare year is enough.
    """
    listed = visit.listed or PHRASE in _joined(page.title)
    found = [v for link in page.links for v in _followed(link, visit, listed, years)]
    return tuple(sorted(dict.fromkeys(found), key=lambda v: (v.year is None, v.listed)))


def attached(page: Page, visit: Visit) -> tuple[Visit, ...]:
    """The files that hang on a page about a report, Word before PDF; they cost no hop."""
    about = PHRASE in _joined(page.title)
    found: list[tuple[int, Visit]] = []
    for link in page.links:
        suffix = urlsplit(link.url).path.lower()
        rank = next((n for n, ending in enumerate(ATTACHED) if suffix.endswith(ending)), None)
        label = _joined(link.label)
        if rank is not None and (about or PHRASE in label) and not _ABOUT_IT.search(label):
            found.append((rank, Visit(link.url, next(iter(years_in(label)), visit.year))))
    return tuple(v for _, v in sorted(found, key=lambda pair: pair[0]))


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, each once: 2024, 二〇二四年, 2024-01-23, 202401.

    >>> years_in("二〇二四年政府工作报告（2024-01-23）")
    (2024,)
    """
    plain = _WRITTEN.sub(lambda found: found[0].translate(_DIGITS), text)
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(plain)))


def _followed(link: Link, visit: Visit, listed: bool, years: Collection[int]) -> Iterator[Visit]:
    label = _joined(link.label)
    bare = listed and _BARE.fullmatch(label) is not None
    if visit.hops < 1 or _ABOUT_IT.search(label) or not (bare or PHRASE in label):
        return
    promised = years_in(label) or _only(years_in(link.near)) or _only(_path_years(link.url))
    if not promised:
        yield Visit(link.url, hops=visit.hops - 1, listed=True)
    for year in promised:
        if year in years:
            yield Visit(link.url, year, hops=visit.hops - 1)


def _only(years: tuple[int, ...]) -> tuple[int, ...]:
    return years if len(years) == 1 else ()


def _path_years(url: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(year) for year in _IN_PATH.findall(urlsplit(url).path)))


def _joined(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
