"""Whether a sentence is of the time, the place and the speaker that a statement speaks of."""

from corpus.periods import Period
from corpus.places import find
from index.search import Index
from index.types import Hit
from rag.claims.parts import Part
from rag.query import Query
from rag.said_by import said_by, speakers_named
from rag.times import leaning, names_report

PERIOD_ERRORS = frozenset({"target_as_result", "result_as_target", "wrong_year"})


def timely(period: Period, query: Query) -> bool:
    """Whether a sentence may speak of the year and the role that the statement speaks of."""
    years = query.years
    if not years or period.last is None or names_report(query.resolved):
        return True
    if period.first is not None and period.role == "five-year":
        return any(period.first <= year <= period.last for year in years)
    return period.last in years


def period_error(period: Period, query: Query) -> str:
    """The error where the time differs: a target told as a result, the reverse, or another year."""
    lean = leaning(query.resolved)
    target = period.role in ("target", "plan")
    if target and lean <= 0:
        return "target_as_result"
    if not target and lean > 0:
        return "result_as_target"
    return "wrong_year"


def other_place(part: Part, hit: Hit, index: Index) -> bool:
    """Whether a place that the part names is neither that of the document nor in the sentence."""
    own = index.document(hit.passage.source).identity.place
    there = hit.passage.text + "".join(hit.passage.headings)
    named = {m.place for m in find(part.text)}
    return any(
        p.short not in (own, "") and p.short not in there and p.name not in there for p in named
    )


def other_speaker(part: Part, hit: Hit, index: Index) -> bool:
    """Whether a part puts into one speaker's mouth what another one of the library said."""
    named = speakers_named(part.text, (hit.passage,), index)
    return bool(named) and said_by(hit.passage) not in named
