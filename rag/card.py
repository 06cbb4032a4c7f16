"""All that is known of one document, for the terminal."""

from collections.abc import Iterator
from pathlib import Path

from corpus import corrections
from corpus.corrections import Fields
from corpus.errors import UnreadableFile
from corpus.evidence import WHERE_NAMES, Evidence
from corpus.formats import read_raw
from corpus.identify import identity_evidence
from corpus.library import state
from index import store
from index.edit import unknown
from index.record import as_listed
from index.settle import as_read
from index.store import Stored
from rag.holdings import NAMES, decided_in, named_fields, status_of

_QUOTE = 40
_QUICK = (".txt", ".docx", ".html", ".htm")


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
    if item is not None:
        lines += _identity_lines(item, decided.fields.get(source, Fields()))
        lines += [f"提醒      {warning}" for warning in item.document.warnings]
    lines += [f"加入      {record.added}"] if record.added else []
    for version in reversed(listed.history(source)):
        now = "（现在用的）" if item and version.digest == item.digest else ""
        lines.append(f"版本      {version.read}  {version.digest[:12]}{now}")
    if item is not None and item.document.headings:
        lines.append("目录")
        lines += [f"{'  ' * h.level}{h.title}" for h in item.document.headings]
    return "\n".join([*lines, *notes])


def _identity_lines(item: Stored, fields: Fields) -> Iterator[str]:
    """Each field with where it came from: a correction, or what in the file says it."""
    now, read = dict(named_fields(item.document.identity)), dict(named_fields(as_read(item)))
    told = corrections.told(fields)
    by_hand = {NAMES["delivered" if name == "date" else name] for name in told}
    said = {NAMES[e.field]: _where(e) for e in _evidence(item) if e.field in NAMES}
    for name in NAMES.values():
        if name not in now and name not in read:
            continue
        value, before = now.get(name, ""), read.get(name, "")
        where = said.get(name, "读自文件")
        if name in by_hand or value != before:
            where = "更正" if name in by_hand else "随更正"
            where += f"；读到的是 {before or '空的'}" if before != value else "；与读到的相同"
        yield f"{_padded(name)}{value}（{where}）"


def _evidence(item: Stored) -> tuple[Evidence, ...]:
    """What says each field, where the file is still as it was and quick to read again.

    Other formats may need OCR or another program.
    """
    if item.file.suffix.lower() not in _QUICK or state(item.file, item.digest) != "same":
        return ()
    try:
        raw = read_raw(item.file)
    except UnreadableFile:
        return ()
    return identity_evidence(item.document.text, raw.text, item.file.stem, raw.fields)


def _where(evidence: Evidence) -> str:
    quote = " ".join(evidence.quote.split())
    short = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"
    return WHERE_NAMES[evidence.where] + (f"：{short}" if short else "")


def _padded(name: str) -> str:
    """A name of Chinese characters filled up to ten columns."""
    return name + " " * (10 - 2 * len(name))
