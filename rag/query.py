"""What a question was understood to mean."""

from dataclasses import dataclass

from corpus.types import Identity
from index.types import EVERYWHERE, Scope
from rag.sought import Sought
from rag.types import AnswerKind, Question


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds: one entry a document, and whoever speaks in them."""

    sources: tuple[str, ...]
    identities: tuple[Identity, ...]
    speakers: tuple[str, ...] = ()

    @property
    def places(self) -> frozenset[str]:
        return frozenset(identity.place for identity in self.identities if identity.place)

    def within(self, scope: Scope) -> "Known":
        """Only what a scope allows; everything where it would allow nothing."""
        pairs = [
            (source, identity)
            for source, identity in zip(self.sources, self.identities, strict=True)
            if (not scope.places or identity.place in scope.places)
            and (not scope.years or identity.year in scope.years)
            and (not scope.sources or source in scope.sources)
            and (not scope.kinds or identity.kind in scope.kinds)
        ]
        if not pairs:
            return self
        sources, identities = zip(*pairs, strict=True)
        return Known(sources, identities, self.speakers)

    def years(self, place: str = "") -> tuple[int, ...]:
        """The years of the documents (of a place), rising, each once."""
        found = {i.year for i in self.identities if i.year and place in ("", i.place)}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Query:
    """A question made explicit.

    ``resolved`` is the question in full, in the person's language; ``search`` what is looked
    for, in Chinese; ``core`` the same without the places and years, which the scope takes care
    of; ``also`` official words for everyday ones. ``places`` and ``years`` are those
    asked about, while ``scope`` says which documents may answer: a result of one year stands in
    the report of the next. ``notes`` are said with the answer; ``missing`` is the reason why
    nothing can be found, where that is known already. ``inside`` are places without documents of
    their own, which an answer has to name: cities of a province. ``sought`` is the phrase or
    figure whose users are asked for. ``lacking`` are places named that make the question one that
    cannot be answered; ``conflict`` is why the scope set by hand and the question do not go
    together.
    """

    asked: Question
    resolved: str
    search: str
    core: str
    kind: AnswerKind
    scope: Scope = EVERYWHERE
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    also: tuple[str, ...] = ()
    english: bool = False
    notes: tuple[str, ...] = ()
    missing: str = ""
    inside: tuple[str, ...] = ()
    sought: Sought | None = None
    lacking: tuple[str, ...] = ()
    conflict: str = ""

    @property
    def wording(self) -> str:
        """The question in Chinese: as typed, or the terms of an English one."""
        return self.search if self.english else self.resolved
