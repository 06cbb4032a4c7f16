"""The guard over faithful and altered sentences: what it keeps of each."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.types import Identity
from eval.alterations.kinds import FALSE_CITATION, KINDS
from eval.alterations.material import Material, twin
from eval.alterations.paraphrases import RULES
from rag.guard import Held, hold

VERBATIM = "原句"


@dataclass(frozen=True, slots=True)
class Trial:
    """A sentence held to a citation: ``kind`` of paraphrase or alteration, what came of it.

    ``cited`` is the marker that the sentence bore.
    """

    kind: str
    altered: bool
    sentence: str
    source: str
    held: Held
    cited: str

    @property
    def failed(self) -> bool:
        """Whether an alteration passed, or a faithful sentence was not kept as it is."""
        if not self.altered:
            return self.held.outcome != "kept"
        return self.held.outcome in ("kept", "cited") and self.cited in self.held.text

    @property
    def moved(self) -> bool:
        """Whether an altered sentence was shown with the number of another sentence instead,
        which says it: a false citation put right, or an alteration that is true of another."""
        return self.altered and self.held.outcome == "cited" and self.cited not in self.held.text


@dataclass(frozen=True, slots=True)
class Tally:
    """How many trials of a kind, and how many of them failed."""

    kind: str
    made: int
    failed: int
    moved: int


def trials(
    sentences: Sequence[Material], known: Mapping[str, Identity], each: int, seed: int
) -> tuple[Trial, ...]:
    """``each`` trials a kind, as far as the sentences give so many."""
    chance = random.Random(seed)
    makers = {VERBATIM: _verbatim, **RULES}
    found: list[Trial] = []
    for kind, make in makers.items():
        texts = ((one, text) for one in sentences for text in islice(make(one), 1))
        found += (_trial(kind, False, text, one, known) for one, text in islice(texts, each))
    faithful = list(_faithful(sentences, chance))
    for kind, alter in KINDS.items():
        changed = (
            (one, new)
            for one, text in faithful
            for new in islice(alter(text, one, chance), 1)
            if new != text and not _told(new, one)
        )
        found += (_trial(kind, True, text, one, known) for one, text in islice(changed, each))
    found += islice(_misquoted(faithful, known), each)
    return tuple(found)


def tallies(trials: Sequence[Trial]) -> tuple[Tally, ...]:
    """The trials counted by kind, in order."""
    kinds = dict.fromkeys(trial.kind for trial in trials)
    return tuple(
        Tally(kind, len(of), sum(trial.failed for trial in of), sum(t.moved for t in of))
        for kind in kinds
        if (of := [trial for trial in trials if trial.kind == kind])
    )


def _verbatim(one: Material) -> Iterator[str]:
    yield one.text


def _faithful(
    sentences: Sequence[Material], chance: random.Random
) -> Iterator[tuple[Material, str]]:
    """Each sentence as it stands or in other words."""
    for one in sentences:
        texts = [one.text, *(text for rule in RULES.values() for text in rule(one))]
        for text in dict.fromkeys((chance.choice(texts), one.text)):
            yield one, text


def _told(new: str, one: Material) -> bool:
    """Whether another sentence that is given says what an alteration says: it is none then."""
    texts = ["".join(c.text.split()).rstrip("。；") for c in one.given]
    return any(new.rstrip("。") in text or text in new for text in texts)


def _trial(
    kind: str, altered: bool, text: str, one: Material, known: Mapping[str, Identity]
) -> Trial:
    sentence = f"{text.rstrip('。')}[{one.own.number}]。"
    held = hold(sentence, one.given, known, one.asked)
    return Trial(kind, altered, sentence, one.own.text, held, f"[{one.own.number}]")


def _misquoted(
    faithful: Sequence[tuple[Material, str]], known: Mapping[str, Identity]
) -> Iterator[Trial]:
    """A right sentence with the number of a similar one of another document."""
    for one, text in faithful:
        other = twin(one)
        if other is not None:
            sentence = f"{text.rstrip('。')}[{other.number}]。"
            held = hold(sentence, one.given, known, one.asked)
            yield Trial(FALSE_CITATION, True, sentence, other.text, held, f"[{other.number}]")
