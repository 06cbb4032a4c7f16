"""The nouns of the corpus: documents, what they are, how they are cut.

Offsets are code points of ``Document.text``, end exclusive, everywhere.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Kind = Literal["report", "speech", "interview", "plan", "notice", "digest", "other"]

KIND_NAMES: dict[Kind, str] = {
    "report": "政府工作报告",
    "speech": "讲话",
    "interview": "访谈",
    "plan": "规划",
    "notice": "通知",
    "digest": "摘编",
    "other": "其他",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is. ``place`` is a short name (浙江, 新昌, 全国), empty if unknown.

    ``year`` is the year the document speaks for, not the year of its publication.
    ``digests`` names the document that a digest sums up (its title), else empty. ``level`` is that
    of the place (country, province, prefecture, county, township), ``body`` the body that issues
    the document by its full name (国务院, 浙江省人民政府); both are empty if unknown. ``url`` is
    the address that the file was fetched from by ``zhengwen sources fetch``, else empty.
    """

    title: str = ""
    place: str = ""
    year: int | None = None
    kind: Kind = "other"
    delivered: date | None = None
    published: date | None = None
    speaker: str = ""
    meeting: str = ""
    digests: str = ""
    level: str = ""
    body: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and where it stands. ``level`` 1 is the outermost."""

    level: int
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is fixed once read; every citation is a slice of ``text``.

    ``pages`` are the offsets at which the pages begin, none where the format has no pages.
    """

    source: str
    text: str
    identity: Identity
    headings: tuple[Heading, ...] = ()
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page on which an offset stands, counted from 1; None where there are no pages."""
        return bisect_right(self.pages, offset) or None

    def identified(self, **fields: object) -> "Document":
        """The same document with some fields of its identity replaced."""
        return replace(self, identity=replace(self.identity, **fields))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Passage:
    """An exact slice: ``document.text[start:end] == text``; never across a heading.

    ``headings`` is the path from the outermost heading down.
    """

    source: str
    start: int
    end: int
    text: str
    headings: tuple[str, ...] = ()
    speaker: str = ""
