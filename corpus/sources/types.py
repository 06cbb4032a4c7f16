"""What is looked for, where, and what became of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["saved", "updated", "unchanged", "dropped", "kept", "failed", "missing"]
"""``dropped`` is no report; ``kept`` is a file that was edited by hand and is left alone."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher. Addresses have a scheme; http means that https is tried first.

    ``domains`` are the suffixes of hosts that belong to the publisher; nothing outside them is
    ever asked for. ``lists`` are pages that list its reports, ``reports`` the pages of single
    years. ``local`` is for tests: it lets private addresses and any port pass.
    """

    name: str
    place: str
    publisher: str
    home: str
    domains: tuple[str, ...]
    lists: tuple[str, ...] = ()
    reports: Mapping[int, str] = field(default_factory=dict)
    delay_seconds: float = 2.0
    local: bool = False

    @property
    def body(self) -> str:
        """Whose report it is: 北京市 for 北京市人民政府."""
        return self.publisher.removesuffix("人民政府")

    def title(self, year: int) -> str:
        """The report's name: 2025年北京市政府工作报告."""
        return f"{year}年{self.body}政府工作报告"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: ``label`` is its text and title, ``near`` the row it stands in."""

    url: str
    label: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as far as it matters here."""

    url: str
    title: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """An address to go to.

    ``year`` is the year its link promises, ``hops`` how many links may still be followed from
    there. ``listed`` says that the page lists reports, so that a bare 2024 is a link to one;
    ``start`` that it is no candidate itself, so that nobody expects a report there.
    """

    url: str
    year: int | None = None
    hops: int = 0
    listed: bool = False
    start: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a text is a report: ``reason`` says why not, ``year`` is the year it was given."""

    reason: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address or of one wanted year; ``why`` is for the person."""

    source: str
    year: int | None
    status: Status
    url: str = ""
    file: str = ""
    why: str = ""
