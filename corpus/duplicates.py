"""Which documents hold the same text: copies, parts, versions; and which of them is cited.

Texts are compared by their sentences, whole and folded, so that a changed figure counts. Two
reports of one place or of one year share 3 % of them at most, two copies of one report nearly all.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from typing import Literal

from corpus.types import Document, Identity

Relation = Literal["copy", "part", "version", "conflict"]

_STOP = re.compile(r"[。!?;\n]+")
_WHITE = re.compile(r"[^\S\n]+")
_WIDE = tuple((chr(narrow + 0xFEE0), chr(narrow)) for narrow in range(0x21, 0x7F))
_BROKEN = re.compile(r"\n(?<=[^。!?;\n]{25}\n)")
_SENTENCE = 12
_FEW = 3
_SAME = 0.9
_MOST = 0.5
_PART = 8
_CROWD = 40


@dataclass(frozen=True, slots=True)
class Overlap:
    """``source`` and ``other`` share ``share`` of the sentences of the shorter.

    A ``copy`` holds the text of ``other``, a ``part`` stands in it whole: both are folded into
    ``other``, which alone is cited. A ``version`` is of the same occasion and words part of it
    differently. A ``conflict`` is the same text under another identity. The last two are not
    folded: a person has to decide.
    """

    source: str
    other: str
    relation: Relation
    share: float


@dataclass(frozen=True, slots=True)
class _Text:
    """A document and its longer sentences; ``key`` is equal where all the text is."""

    document: Document
    sentences: frozenset[str]
    key: int


def overlaps(documents: Sequence[Document]) -> tuple[Overlap, ...]:
    """What the documents share, by source, each source once at most.

    It does not depend on the order of the documents.
    """
    texts = [_text(document) for document in sorted(documents, key=lambda d: d.source)]
    found = [overlap for group in _groups(texts) for overlap in _within(group)]
    return tuple(sorted(found, key=lambda overlap: (overlap.source, overlap.other)))


def _text(document: Document) -> _Text:
    plain = _WHITE.sub("", _narrow(document.text))
    pieces = _STOP.split(_BROKEN.sub("", plain))
    return _Text(
        document,
        frozenset(piece for piece in pieces if len(piece) >= _SENTENCE),
        hash(plain.replace("\n", "")),
    )


def _narrow(text: str) -> str:
    """Full-width signs as ASCII; a tenth of the time that NFKC takes."""
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    return text


def _groups(texts: Sequence[_Text]) -> Iterator[list[_Text]]:
    """The texts that share most of their sentences, directly or through others."""
    leader = list(range(len(texts)))

    def first(at: int) -> int:
        while leader[at] != at:
            leader[at] = at = leader[leader[at]]
        return at

    for one, other in _near(texts):
        low, high = sorted((first(one), first(other)))
        leader[high] = low
    groups: dict[int, list[_Text]] = defaultdict(list)
    for at, text in enumerate(texts):
        groups[first(at)].append(text)
    return (group for group in groups.values() if len(group) > 1)


def _near(texts: Sequence[_Text]) -> Iterator[tuple[int, int]]:
    """Pairs that hold the same text or share most sentences of the shorter.

    Of the many texts that hold one set phrase only neighbours are paired: with each other, many
    copies of one text are still joined, and the work stays small.
    """
    same: dict[int, list[int]] = defaultdict(list)
    holders: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        same[text.key].append(at)
        for sentence in text.sentences:
            holders[sentence].append(at)
    for copies in same.values():
        yield from pairwise(copies)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        shared.update(combinations(held, 2) if len(held) <= _CROWD else pairwise(held))
    for (one, other), count in shared.items():
        if count >= max(_FEW, _MOST * _shorter(texts[one], texts[other])):
            yield one, other


def _shorter(one: _Text, other: _Text) -> int:
    return min(len(one.sentences), len(other.sentences))


def _within(group: Sequence[_Text]) -> Iterator[Overlap]:
    """Folds the group into the best of its longest texts, again and again; each of those is
    compared with the better ones."""
    rest, kept = list(group), []
    while rest:
        longest = max(len(text.sentences) for text in rest)
        best = min((t for t in rest if len(t.sentences) >= _SAME * longest), key=_untidy)
        kept.append(best)
        left = []
        for text in rest:
            relation = _folded(text, best) if text is not best else None
            if relation:
                yield _overlap(text, best, relation)
            elif text is not best:
                left.append(text)
        rest = left
    for at, text in enumerate(kept):
        told = ((better, _apart(text, better)) for better in kept[:at])
        yield from islice((_overlap(text, b, r) for b, r in told if r), 1)


def _untidy(text: _Text) -> tuple[int, int, int, int, str]:
    """Lowest for the text to cite: its identity is known best, it was read without a warning,
    it has the most headings and sentences; then the name decides."""
    identity = text.document.identity
    known = bool(identity.place) + bool(identity.year) + bool(identity.delivered)
    headings = len(text.document.headings)
    warnings = len(text.document.warnings)
    return -known, warnings, -headings, -len(text.sentences), text.document.source


def _folded(text: _Text, best: _Text) -> Relation | None:
    """How ``text`` is held in ``best``, if it may be folded into it."""
    if not _agree(text.document.identity, best.document.identity):
        return None
    if _copies(text, best):
        return "copy"
    shared = len(text.sentences & best.sentences)
    small = len(best.sentences) > _PART * len(text.sentences)
    return "part" if shared >= max(_FEW, _SAME * len(text.sentences)) and not small else None


def _apart(one: _Text, other: _Text) -> Relation | None:
    """What two texts that are both cited are to each other, if the person should know."""
    if not _agree(one.document.identity, other.document.identity):
        return "conflict" if _copies(one, other) else None
    shared, shorter = len(one.sentences & other.sentences), _shorter(one, other)
    near = shorter * _PART >= max(len(one.sentences), len(other.sentences))
    return "version" if near and shared >= max(_FEW, _MOST * shorter) else None


def _copies(one: _Text, other: _Text) -> bool:
    """Whether each holds the text of the other, but for a tenth."""
    longer = max(len(one.sentences), len(other.sentences))
    shared = len(one.sentences & other.sentences)
    return one.key == other.key or shared >= max(_FEW, _SAME * longer)


def _agree(one: Identity, other: Identity) -> bool:
    """Whether two identities can be those of one document; what is unknown fits everything."""
    kinds = {one.kind, other.kind} - {"other", "digest"}
    pairs = (
        (one.place, other.place),
        (one.year, other.year),
        (one.delivered, other.delivered),
    )
    return len(kinds) < 2 and all(a == b for a, b in pairs if a and b)


def _overlap(one: _Text, other: _Text, relation: Relation) -> Overlap:
    shared, shorter = len(one.sentences & other.sentences), _shorter(one, other)
    share = shared / shorter if shorter else 1.0
    return Overlap(one.document.source, other.document.source, relation, round(share, 4))
