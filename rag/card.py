"""All that is known of one document, for the terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import corrections
from corpus.archives import at_hand
from corpus.corrections import Fields
from corpus.errors import UnreadableFile
from corpus.evidence import CONFIDENCE_NAMES, WHERE_NAMES, Evidence, overridden
from corpus.formats import read_raw
from corpus.formats.office import OFFICE
from corpus.formats.pdf import PDF, read_pdf
from corpus.identify import identity_evidence
from corpus.library import state
from index import store
from index.edit import unknown
from index.record import as_listed
from index.settle import as_read
from index.store import Stored
from rag.holdings import NAMES, decided_in, named_fields, status_of

_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Said:
    """A field of an identity: its name for the person, its value, and in a few words what says so
    and how surely; ``why`` is empty where that is not known."""

    field: str
    name: str
    value: str
    why: str


def card(home: Path, source: str) -> str:
    """All that is known of a document. ``UserError`` for one that was never there."""
    contents = store.read(home)
    decided, notes = decided_in(home)
    listed = as_listed(home, contents)
    record = listed.of(source)
    if record is None:
        raise unknown(source, [one.source for one in listed.records])
    item = next((one for one in contents.stored if one.document.source == source), None)
    lines = [f"文件      {source}", f"位置      {record.path}", f"状态      {status_of(record)}"]
    if item is not None and item.document.identity.url:
        lines.append(f"网址      {item.document.identity.url}")
    if item is not None:
        lines += map(_line, identity_said(item, decided.fields.get(source, Fields())))
        lines += [f"提醒      {warning}" for warning in item.document.warnings]
    lines += [f"加入      {record.added}"] if record.added else []
    for version in reversed(listed.history(source)):
        now = "（现在用的）" if item and version.digest == item.digest else ""
        lines.append(f"版本      {version.read}  {version.digest[:12]}{now}")
    if item is not None and item.document.headings:
        lines.append("目录")
        lines += [f"{'  ' * h.level}{h.title}" for h in item.document.headings]
    return "\n".join([*lines, *notes])


def identity_said(item: Stored, fields: Fields) -> Iterator[Said]:
    """Each field with what says it and how surely, as far as that is known.

    The file is read again for it. ``fields`` are what a person corrected.
    """
    now, read = dict(named_fields(item.document.identity)), dict(named_fields(as_read(item)))
    by_hand = ["delivered" if name == "date" else name for name in corrections.told(fields)]
    said = {one.field: one for one in overridden(_evidence(item), by_hand)}
    for field, name in NAMES.items():
        value, before = now.get(name, ""), read.get(name, "")
        if not (value or before):
            continue
        why = [_told(said[field])] if field in said else []
        if value != before:
            why = [*(why if field in by_hand else ["随更正"]), f"读到的是 {before or '空的'}"]
        elif field in by_hand:
            why += ["与读到的相同"]
        yield Said(field, name, value, "；".join(why))


def _evidence(item: Stored) -> tuple[Evidence, ...]:
    """What says each field, where the file is still as it was and can be read at once: without
    LibreOffice, and without reading pictures."""
    suffix = item.file.suffix.lower()
    if suffix in OFFICE.suffixes or state(item.file, item.digest) != "same":
        return ()
    try:
        with at_hand(item.file) as path:
            raw = read_pdf(path, lambda: None) if suffix in PDF.suffixes else read_raw(path)
    except UnreadableFile:
        return ()
    return identity_evidence(item.document.text, raw.text, item.file.stem, raw.fields)


def _told(evidence: Evidence) -> str:
    """Where a field comes from, in which words, and how sure it is: 标题：政府工作报告；确定."""
    quote = " ".join(evidence.quote.split())
    short = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"
    where = WHERE_NAMES[evidence.where] + (f"：{short}" if short else "")
    return f"{where}；{CONFIDENCE_NAMES[evidence.confidence]}"


def _line(said: Said) -> str:
    """A field in a line, its name of Chinese characters filled up to ten columns."""
    name = said.name + " " * (10 - 2 * len(said.name))
    return f"{name}{said.value}" + (f"（{said.why}）" if said.why else "")
