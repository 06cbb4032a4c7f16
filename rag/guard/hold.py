"""A written sentence held to what it cites: kept, given its citation, replaced or withheld."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.types import Identity
from rag.guard import markers
from rag.guard.alike import covered, likeness
from rag.guard.asked import Asked
from rag.guard.asked import asked as asked_of
from rag.guard.checks import fault
from rag.guard.fault import Fault
from rag.guard.fold import fold
from rag.guard.ranked import rank_fault
from rag.guard.reading import read
from rag.guard.source import Source, computed, places_of_none, sources
from rag.guard.spots import COUNTRY, spots
from rag.guard.vocabulary import TOPICS
from rag.guard.worded import content_words
from rag.ranks import without_ranks
from rag.types import Citation

Outcome = Literal["kept", "cited", "replaced", "withheld"]

_NUMBERED = re.compile(r"^\s*(?:(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])\s*)")
_HEADING = re.compile(r"\s*(?:#{1,6}\s|\*\*[^*]+\*\*\s*$)")
_NOTE = re.compile(r"[\[【](\d{1,3})[\]】]")
_MOST_TRIED = 6
_CLEAR = 0.45
_IDLE = 0.2


@dataclass(frozen=True, slots=True)
class Held:
    """What may be shown of one written sentence.

    ``text`` is the sentence with its markers [n], the source sentence in its place, or empty where
    it is withheld. ``problem`` is one Chinese sentence for the reader, empty for kept and cited.
    """

    text: str
    outcome: Outcome
    problem: str


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All that a sentence may rest on. ``asked`` is what the question fixes."""

    cited: Mapping[int, Source]
    ours: tuple[Source, ...]
    asked: Asked
    question: str
    also: frozenset[str]

    def of(self, numbers: Sequence[int]) -> tuple[Source, ...]:
        return (*(self.cited[n] for n in numbers if n in self.cited), *self.ours)


def hold(
    sentence: str,
    citations: Sequence[Citation],
    identities: Mapping[str, Identity],
    asked: str = "",
    computed: Sequence[str] = (),
) -> Held:
    """A sentence as far as it may be shown.

    ``citations`` are the numbered sentences that the writer was given, ``identities`` those of
    their documents by source, ``asked`` the resolved question, ``computed`` what our own engine
    worked out and a sentence may say too. Nothing in a cited text is more than text.
    """
    evidence = _evidence(citations, identities, asked, computed)
    body = _NUMBERED.sub("", sentence)
    parts = markers.segments(body)
    wanted = [number for part in parts for number in part.numbers]
    unknown = [number for number in wanted if number not in evidence.cited]
    if not wanted:
        return _uncited(sentence, body, evidence)
    wrong = None if not unknown else Fault("citation", f"{unknown[0]}")
    for at, part in enumerate(parts):
        wrong = wrong or _fault(part.text, part.numbers, evidence)
        wrong = wrong or _rank_fault([one.text for one in parts[: at + 1]], part.numbers, evidence)
    if wrong is None:
        return _without_idle(sentence, parts, evidence)
    plain = markers.without(sentence)
    proof = _proof(markers.without(body), evidence)
    if proof and (unknown or len(parts) == 1):
        return Held(markers.marked(plain, proof), "cited", "")
    return _instead(sentence, body, wanted, wrong, evidence)


def _evidence(
    citations: Sequence[Citation],
    identities: Mapping[str, Identity],
    asked: str,
    ours: Sequence[str],
) -> _Evidence:
    also = places_of_none(citations)
    read_in = sources(citations, identities, also)
    return _Evidence(
        {source.number: source for source in read_in},
        tuple(computed(text, also) for text in ours),
        asked_of(asked, also),
        fold(asked),
        also,
    )


def _fault(text: str, numbers: Sequence[int], evidence: _Evidence) -> Fault | None:
    return fault(fold(text), evidence.of(numbers), evidence.asked, evidence.also)


def _rank_fault(texts: Sequence[str], numbers: Sequence[int], evidence: _Evidence) -> Fault | None:
    """What is wrong with a rank of the last stretch, which may be one of what was said before."""
    before = "".join(without_ranks(text) for text in texts[:-1])
    said = read(fold(before + texts[-1]), None, evidence.also)
    return rank_fault(said, evidence.of(numbers))


def _uncited(sentence: str, body: str, evidence: _Evidence) -> Held:
    """A sentence without a marker: it links, our own engine proves it, or a citation does."""
    if not _checkable(body, evidence):
        return Held(sentence, "kept", "")
    if evidence.ours and _fault(body, (), evidence) is None:
        return Held(sentence, "kept", "")
    proof = _proof(body, evidence)
    if proof:
        return Held(markers.marked(sentence, proof), "cited", "")
    return _instead(sentence, body, (), Fault("unproven", fold(body)), evidence)


def _checkable(body: str, evidence: _Evidence) -> bool:
    """Whether a sentence says anything that the question does not say and that could be wrong."""
    text = fold(body)
    said = read(text, None, evidence.also)
    places = {name for _, _, name in spots(text, evidence.also)} - {COUNTRY}
    if said.stated or "“" in text or places - evidence.asked.places:
        return True
    if any(time.years not in evidence.asked.years for time in said.times) or re.search(
        r"\d", _undated(text)
    ):
        return True
    known = evidence.question + "".join(source.context for source in evidence.cited.values())
    leads = text.rstrip("。").endswith("：") or _HEADING.match(body) is not None
    free = [
        word for word in content_words(text) if not (leads and (word in known or word in TOPICS))
    ]
    return bool(free)


def _undated(text: str) -> str:
    return re.sub(r"(?:19|20)\d\d年?", "", text)


def _proof(body: str, evidence: _Evidence) -> tuple[int, ...]:
    """The number of the citation that proves a sentence; none if none does."""
    text = markers.without(body)
    near = sorted(evidence.cited.values(), key=lambda s: (-_alike(text, s), s.number))[:_MOST_TRIED]
    for source in near:
        if fault(fold(text), (source,), evidence.asked, evidence.also) is None:
            return (source.number,)
    return ()


def _alike(text: str, source: Source) -> float:
    plain = fold(text)
    own = likeness(plain, source.reading.text)
    return own + 0.5 * covered(plain, source.reading.text + source.context)


def _without_idle(sentence: str, parts: Sequence[markers.Segment], evidence: _Evidence) -> Held:
    """The sentence without the markers of citations that prove nothing of it."""
    text, changed = markers.tidy(sentence), False
    for part in parts:
        for number in part.numbers if len(part.numbers) > 1 else ():
            source = evidence.cited[number]
            others = tuple(n for n in part.numbers if n != number)
            idle = covered(fold(part.text), source.reading.text) < _IDLE
            if idle and _fault(part.text, others, evidence) is None:
                text, changed = text.replace(f"[{number}]", "", 1), True
    return Held(text, "cited" if changed else "kept", "")


def _instead(
    sentence: str, body: str, numbers: Sequence[int], wrong: Fault, evidence: _Evidence
) -> Held:
    """The source sentence in place of one that fails, where it is clear which; else nothing."""
    text = markers.without(body)
    near = sorted(
        evidence.cited.values(),
        key=lambda s: -(_alike(text, s) + 0.15 * (s.number in numbers)),
    )
    best = near[0] if near else None
    if best is None or covered(fold(text), best.reading.text) < _CLEAR:
        return Held("", "withheld", f"有一句没有写出：{wrong.told()}。")
    lead = _NUMBERED.match(sentence)
    shown = markers.marked(_NOTE.sub(r"［\1］", best.written.strip()), (best.number,))
    text = f"{lead.group() if lead else ''}{shown}{_tail(sentence)}"
    return Held(text, "replaced", f"有一句已换成原文：{wrong.told()}。")


def _tail(sentence: str) -> str:
    """The white space that a sentence ends with."""
    return sentence[len(sentence.rstrip()) :]
