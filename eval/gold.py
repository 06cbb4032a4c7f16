"""Gold held against the library: which cases can be scored, and which files are one document.

Metrics compare documents by name; here every source and every gold document gets the name of the
document it is: the file's name without its ending, or that of its twin, another file with the
same text.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePosixPath

from corpus.split import sentences
from corpus.types import Document
from eval.case import Case
from eval.matching import coverage, fold
from rag.types import Answer

_SAME = 0.5
_SENTENCE = 15
_THERE = 0.9


@dataclass(frozen=True, slots=True)
class Unscored:
    """A case, or a cell of one, whose gold does not fit the library, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Library:
    """``name`` of each file's stem, and the folded ``text`` of each name."""

    name: Mapping[str, str]
    text: Mapping[str, str]

    def of(self, source: str) -> str:
        """The name of a source; one that is not there keeps its own."""
        stem = source if source in self.name else PurePosixPath(source).stem
        return self.name.get(stem, stem)


def library(documents: Sequence[Document]) -> Library:
    """The names and texts of the documents; twins share the name that comes first."""
    stems = [PurePosixPath(document.source).stem for document in documents]
    name = {stem: stem for stem in stems}
    groups: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for at, document in enumerate(documents):
        groups[document.identity.place, document.identity.year].append(at)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if _twins(documents[one], documents[other]):
                name[stems[other]] = name[stems[one]]
    text: dict[str, str] = defaultdict(str)
    for stem, document in zip(stems, documents, strict=True):
        text[name[stem]] += fold(document.text)
    return Library(name, dict(text))


def _twins(one: Document, other: Document) -> bool:
    """Whether half of the longer sentences of the shorter text stand in the other."""
    first, second = _sentences(one), _sentences(other)
    return len(first & second) >= _SAME * min(len(first), len(second)) > 0


def _sentences(document: Document) -> set[str]:
    cut = (fold(document.text[start:end]) for start, end in sentences(document.text))
    return {sentence for sentence in cut if len(sentence) >= _SENTENCE}


def checked(cases: Sequence[Case], shelf: Library) -> tuple[tuple[Case, ...], tuple[Unscored, ...]]:
    """The cases that can be scored, under the library's names, and those that cannot."""
    kept, left = [], []
    for case in cases:
        renamed_case, missing = _renamed(case, shelf)
        left += [Unscored(case.id, why) for why in missing]
        if not missing or renamed_case.cells:
            kept.append(renamed_case)
    return tuple(kept), tuple(left)


def _renamed(case: Case, shelf: Library) -> tuple[Case, list[str]]:
    """The case under the library's names, and what of its gold is not there.

    A table loses the cells whose document is not there; other cases stay whole.
    """
    evidence = tuple(replace(e, doc=shelf.of(e.doc)) for e in case.evidence)
    cells = tuple(replace(cell, doc=shelf.of(cell.doc)) for cell in case.cells)
    quoted = [*((e.doc, e.quote) for e in evidence), *((c.doc, c.quote) for c in cells)]
    faults = {(doc, quote): _fault(doc, quote, shelf) for doc, quote in quoted}
    there = tuple(cell for cell in cells if not faults[cell.doc, cell.quote])
    return replace(case, evidence=evidence, cells=there), list(filter(None, faults.values()))


def _fault(doc: str, quote: str, shelf: Library) -> str:
    if doc not in shelf.text:
        return f"文库里没有 {doc}"
    if quote and coverage(quote, [shelf.text[doc]]) < _THERE:
        return f"{doc} 里没有这句：{quote[:40]}"
    return ""


def renamed(answer: Answer, shelf: Library) -> Answer:
    """The answer with the library's names for its sources."""
    return replace(
        answer,
        citations=tuple(replace(c, source=shelf.of(c.source)) for c in answer.citations),
        passages=tuple(replace(p, source=shelf.of(p.source)) for p in answer.passages),
    )
