"""Whether what a report cites still stands in the library. Pure, but for reading the report."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from corpus.errors import UserError
from corpus.formats.text import decode
from corpus.types import Document
from rag.proofread.footnotes import footnoted_report
from rag.proofread.word_report import embedded

State = Literal["held", "moved", "gone", "altered"]
STATES: Mapping[State, str] = {
    "held": "仍在",
    "moved": "移动了",
    "gone": "不在了",
    "altered": "报告被改过",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as a report holds it; offsets in code points, end exclusive."""

    source: str
    title: str
    place: str
    year: int | None
    start: int
    end: int
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a citation: where the quote stands now, if it does."""

    cited: Cited
    state: State
    source: str = ""
    start: int = 0
    end: int = 0


def read_report(path: Path) -> object:
    """The report in a JSON file, a checked Word file or a checked Markdown text.

    Raises ``UserError`` where there is none.
    """
    if not path.is_file():
        raise UserError(f"没有 {path} 这个文件。")
    if path.suffix.lower() == ".docx":
        text = embedded(path)
    else:
        text = _text(path)
        if path.suffix.lower() == ".md":
            text = footnoted_report(text)
            if not text:
                raise UserError(f"{path.name} 里没有核稿记录。")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise UserError(f"{path.name} 里的记录不是合格的 JSON。") from None


def citations_in(report: object) -> tuple[Cited, ...]:
    """All citations that a report holds, each once, in order.

    Raises ``UserError`` where one lacks what is needed to look it up.
    """
    return tuple(dict.fromkeys(_cited(fields) for fields in _lists(report)))


def standing(cited: Cited, documents: Sequence[Document]) -> Standing:
    """Where the quote stands in these documents: in its place, else elsewhere in its document,
    else in another version of it: of the same title, or of the same place and year."""
    if sha256(cited.text.encode()).hexdigest() != cited.sha256:
        return Standing(cited, "altered")
    own = [d for d in documents if d.source == cited.source]
    for document in own:
        if document.text[cited.start : cited.end] == cited.text:
            return Standing(cited, "held", cited.source, cited.start, cited.end)
    versions = [d for d in documents if d.source != cited.source and _is_version(d, cited)]
    for document in (*own, *versions):
        at = _nearest(document.text, cited.text, cited.start)
        if at >= 0:
            return Standing(cited, "moved", document.source, at, at + len(cited.text))
    return Standing(cited, "gone")


def standing_dict(one: Standing) -> dict[str, Any]:
    """A line of the result as JSON types; ``now`` is null where the quote is not found."""
    found = one.state in ("held", "moved")
    cited = one.cited
    return {
        "source": cited.source,
        "start": cited.start,
        "end": cited.end,
        "text": cited.text,
        "state": one.state,
        "now": {"source": one.source, "start": one.start, "end": one.end} if found else None,
    }


def _is_version(document: Document, cited: Cited) -> bool:
    identity = document.identity
    titled = cited.title != "" and identity.title == cited.title
    known = cited.place != "" and cited.year is not None
    return titled or (known and (identity.place, identity.year) == (cited.place, cited.year))


def _nearest(text: str, quote: str, start: int) -> int:
    """Where a quote stands nearest to where it stood; -1 if it does not."""
    before, after = text.rfind(quote, 0, start + len(quote)), text.find(quote, start)
    if min(before, after) < 0:
        return max(before, after)
    return before if start - before <= after - start else after


def _lists(report: object) -> Iterator[object]:
    """The members of all lists called citations, at any depth."""
    if isinstance(report, Mapping):
        for name, value in report.items():
            if name == "citations" and isinstance(value, list):
                yield from (item for item in value if isinstance(item, Mapping))
            else:
                yield from _lists(value)
    elif isinstance(report, list):
        for value in report:
            yield from _lists(value)


def _cited(fields: Any) -> Cited:
    try:
        year = fields["year"]
        cited = Cited(
            source=fields["source"],
            title=fields["title"],
            place=fields["place"],
            year=year,
            start=int(fields["start"]),
            end=int(fields["end"]),
            text=fields["text"],
            sha256=fields["sha256"],
        )
    except (KeyError, TypeError, ValueError):
        raise UserError("报告里有一条引用缺少出处、位置、原文或校验值，没法核验。") from None
    texts = (cited.source, cited.title, cited.place, cited.text, cited.sha256)
    if not all(isinstance(text, str) for text in texts) or not isinstance(year, int | None):
        raise UserError("报告里有一条引用的字段类型不对，没法核验。")
    return cited


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes())[0]
    except OSError as error:
        raise UserError(f"读不了 {path}：{error.strerror or error}。") from None
    except ValueError:
        raise UserError(f"{path.name} 不是核稿记录（JSON 或核过的 .docx、.md）。") from None
