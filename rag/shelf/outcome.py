"""What became of a file that was taken in, in a few sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.types import Identity
from corpus.uploads import Placed
from index.build import Report
from index.doctor import told
from index.store import Stored
from rag.shelf.naming import is_new
from rag.shelf.reading import Arrival, shortened
from rag.shelf.types import Line, State


def outcome(
    arrival: Arrival, placed: Placed, path: Path, report: Report, stored: Sequence[Stored]
) -> Line:
    """The line of a file that lies at ``path`` and was indexed with this report; ``stored`` is
    what the library now holds."""
    items = [item for item in stored if item.file == path or path in item.file.parents]
    sources = {item.document.source for item in items}
    if not sources:
        return replace(arrival.line, state="refused", said=shortened(list(_reasons(path, report))))
    said = [
        *arrival.line.said,
        *_named(arrival, placed),
        *(why for source, why in report.warned if source in sources),
        *(note for item in items for note in _nameless(item.document.identity)),
        *(
            f"{one.source} {told(one)}。"
            for one in report.shared
            if not sources.isdisjoint((one.source, one.other))
        ),
    ]
    source = items[0].document.source if arrival.only else placed.name
    return replace(arrival.line, state=_state(sources, report), said=shortened(said), source=source)


def _state(sources: set[str], report: Report) -> State:
    if not sources.isdisjoint(report.added):
        return "added"
    return "changed" if not sources.isdisjoint(report.changed) else "kept"


def _named(arrival: Arrival, placed: Placed) -> Iterator[str]:
    """What is to be said about the name that a file is kept under."""
    if placed.name != arrival.path.name:
        yield f"库里另有叫 {arrival.path.name} 的文件，这份存为 {placed.name}。"
    elif placed.was and is_new(placed):
        yield "换成了这一版；从前的版本还在。"


def _nameless(identity: Identity) -> Iterator[str]:
    """What a report or plan lacks that it is asked for by."""
    missing = [
        name for name, value in (("地名", identity.place), ("年份", identity.year)) if not value
    ]
    if missing and identity.kind in ("report", "plan"):
        yield f"没有认出{'和'.join(missing)}，请点开更正。"


def _reasons(path: Path, report: Report) -> Iterator[str]:
    yield from (why for source, why in report.refused if Path(source).name == path.name)
