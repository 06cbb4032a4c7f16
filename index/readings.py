"""What is read off each document when it is indexed: of which years its sentences speak, and what
it states of the indicators that every report states.

periods.npy     (n, 3) int16: first year, last year (0 where unknown), number of the role; as rows
facts.json      source → key and facts; the key is that of what the reading hangs on
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from corpus.ledger import Fact, ledger
from corpus.periods import Period, Role, periods
from corpus.types import Document, Passage

VERSION = 4
"""Raised whenever the same document would be read off differently."""

ROLES: tuple[Role, ...] = get_args(Role)
Numbers = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Reading:
    """The periods of a document's sentences, as numbers, and its facts."""

    key: str
    numbers: Numbers
    facts: tuple[Fact, ...]

    def period(self, at: int) -> Period:
        """Of which years the sentence speaks that stands at this place among the document's."""
        first, last, role = (int(cell) for cell in self.numbers[at])
        return Period(first or None, last or None, ROLES[role])


def reading(document: Document, passages: Sequence[Passage]) -> Reading:
    """What is read off a document."""
    told = periods(document, passages)
    rows = [(p.first or 0, p.last or 0, ROLES.index(p.role)) for p in told]
    numbers = np.array(rows, np.int16).reshape(-1, 3)
    return Reading(key_of(document), numbers, ledger(document, passages, told))


def key_of(document: Document) -> str:
    """What a reading hangs on: the text, and what the document is taken to be."""
    identity = document.identity
    said = f"{identity.place}|{identity.year}|{identity.kind}|{document.text}"
    return f"{VERSION}-{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()}"


def save(folder: Path, readings: Mapping[str, Reading]) -> None:
    """Writes the readings, in the order of the documents."""
    arrays = [reading.numbers for reading in readings.values()]
    joined = np.concatenate(arrays) if arrays else np.zeros((0, 3), np.int16)
    np.save(folder / "periods.npy", joined, allow_pickle=False)
    facts = {
        source: {"key": one.key, "rows": len(one.numbers), "facts": [asdict(f) for f in one.facts]}
        for source, one in readings.items()
    }
    (folder / "facts.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> dict[str, Reading]:
    """The readings of a generation, those left out that this version would read differently."""
    if not (folder / "facts.json").is_file():
        return {}
    numbers = np.load(folder / "periods.npy", mmap_mode="r")
    found: dict[str, Reading] = {}
    start = 0
    for source, told in json.loads((folder / "facts.json").read_text(encoding="utf-8")).items():
        end = start + told["rows"]
        if told["key"].startswith(f"{VERSION}-"):
            facts = tuple(_fact(fields) for fields in told["facts"])
            found[source] = Reading(told["key"], numbers[start:end], facts)
        start = end
    return found


def _fact(fields: Mapping[str, Any]) -> Fact:
    return Fact(**{**fields, "period": Period(**fields["period"])})
