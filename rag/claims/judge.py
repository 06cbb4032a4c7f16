"""The verdict on a statement: each of its facts against the sentences that speak of the same."""

import re
from collections.abc import Iterable, Sequence

from corpus.agreement import Comparison, compare
from corpus.indicators import asked_indicator
from corpus.numerals import in_han
from index.search import Index
from index.types import Hit, Scope
from rag.claims.by_words import in_words, misworded
from rag.claims.context import PERIOD_ERRORS, other_place, period_error, timely
from rag.claims.labels import Labelled
from rag.claims.misfits import misfit, other_sort, rivalled
from rag.claims.parts import Part, parts
from rag.claims.ranked import by_rank
from rag.claims.ruling import ABOUT, DEPTH, LIKELY, NEARER, SURELY, Ruling
from rag.claims.told import AGREES, Told, agrees, elsewhere, tells, told_of
from rag.claims.words import missing
from rag.lexicon import expand
from rag.query import Query

MOST = 12
"""How many facts of a statement are checked; a text that states more was pasted."""
_RARE = 3
_DIGITS_SINCE = 1995
"""Until then reports may write numbers in Chinese numerals."""


def rule(query: Query, hits: Sequence[Hit], index: Index) -> tuple[Ruling, ...]:
    """A ruling a part of the statement, in order; of the first twelve.

    What alone is too little to go by is read again beside the sentences that prove the rest.
    """
    rulings = [_ruled(part, query, hits, index) for part in parts(query.search)[:MOST]]
    beside = [ruling.hit for ruling in rulings if ruling.verdict == "supported" and ruling.hit]
    return tuple(
        _beside(ruling, query, beside, index)
        if beside and ruling.verdict == "not_enough_info"
        else ruling
        for ruling in rulings
    )


def _beside(ruling: Ruling, query: Query, proven: Sequence[Hit], index: Index) -> Ruling:
    """A part that nothing decided, by the sentences that prove the other parts and those around."""
    part = ruling.part
    rows = sorted({row for hit in proven for row in index.near(hit.row, 1)})
    hits = [Hit(row, index.passage(row), 1.0) for row in rows]
    if not part.stated:
        found = [missing(part.core, part.text, hit, query, index) for hit in hits]
        best = max(found, key=lambda one: one.covered)
        if best.covered < LIKELY or misworded(part, best, query, index):
            return ruling
        return Ruling(part, "supported", hit=best.hit)
    for claimed in part.stated:
        told = [t for t in told_of(claimed, query, hits, index) if t.near >= LIKELY - 0.1]
        same = [
            t
            for t in told
            if compare(claimed.figure, t.stated.figure) in AGREES and not rivalled(claimed, t, told)
        ]
        if same:
            return Ruling(part, "supported", hit=max(same, key=lambda t: t.near).hit)
        other = [t for t in told if compare(claimed.figure, t.stated.figure) == "different"]
        if other and max(t.near for t in other) >= ABOUT:
            return Ruling(part, "refuted", "wrong_figure", max(other, key=lambda t: t.near).hit)
    return ruling


def _ruled(part: Part, query: Query, hits: Sequence[Hit], index: Index) -> Ruling:
    sentences = _sentences(part, query.scope, hits, index)
    if not part.stated:
        ranked = by_rank(part, query, sentences, index)
        return ranked or in_words(part, query, sentences, index)
    rulings = [_by_figure(part, claimed, query, sentences, index) for claimed in part.stated]
    order = {"refuted": 0, "not_enough_info": 1, "supported": 2}
    return min(rulings, key=lambda ruling: order[ruling.verdict])


def _sentences(part: Part, scope: Scope, hits: Iterable[Hit], index: Index) -> list[Hit]:
    """The sentences nearest to a part: by its own words, then those of the whole statement."""
    old = bool(scope.years) and max(scope.years) < _DIGITS_SINCE
    also = [in_han(one.figure.text) for one in part.stated] if old else []
    own = index.search(part.core, DEPTH, scope, [*expand(part.core), *also])
    both = {hit.row: hit for hit in (*own, *list(hits)[:DEPTH])}
    return list(both.values())


def _by_figure(
    part: Part, claimed: Labelled, query: Query, sentences: Sequence[Hit], index: Index
) -> Ruling:
    """A claimed figure against those of the sentences that are labelled alike."""
    told = told_of(claimed, query, sentences, index)
    best = max((t.near for t in told), default=0.0)
    agreeing = [t for t in told if agrees(claimed, t) and t.near >= _enough(claimed, t)]
    agreeing = _of_the_indicator(claimed, agreeing, told, query)
    errors: list[Ruling] = []
    nearest = max((t.near for t in agreeing), default=0.0)
    for one in sorted(agreeing, key=lambda t: -t.near):
        if errors and one.near < _until(errors, nearest):
            break
        error = misfit(part, claimed, one, told, query, index)
        if error is None:
            return Ruling(part, "not_enough_info" if query.missing else "supported", hit=one.hit)
        if error != "other" and not (query.missing and claimed.figure.digits < _RARE):
            errors.append(Ruling(part, "refuted", error, one.hit))
    if errors:
        return errors[0]
    return _contradicted(part, claimed, told, best, query, index)


def _of_the_indicator(
    claimed: Labelled, agreeing: list[Told], told: Sequence[Told], query: Query
) -> list[Told]:
    """Of figures that agree but for a qualifier only those of the indicator claimed, where the
    year's figure of it is told: 6%以上 of another one is no slip for 6%左右."""
    indicator = asked_indicator(claimed.label)
    known = indicator is not None and any(
        tells(indicator, t.stated)
        and timely(t.period, query)
        and compare(claimed.figure, t.stated.figure) != "incomparable"
        for t in told
    )
    if indicator is None or not known:
        return agreeing
    return [
        t
        for t in agreeing
        if tells(indicator, t.stated) or compare(claimed.figure, t.stated.figure) in AGREES
    ]


def _until(errors: Sequence[Ruling], nearest: float) -> float:
    """How far down to look for a figure with nothing wrong once one was found that errs: farther
    where it errs only in its time, for the right time may be told in other words."""
    of_time = all(ruling.error in PERIOD_ERRORS for ruling in errors)
    return min(ABOUT, nearest - NEARER) if of_time else nearest - NEARER


def _enough(claimed: Labelled, told: Told) -> float:
    """How near a label must be for an equal figure: the rarer the figure, the less."""
    if compare(claimed.figure, told.stated.figure) == "rounded":
        return 0.52
    return {1: 0.56, 2: 0.5}.get(claimed.figure.digits, 0.4)


def _contradicted(
    part: Part, claimed: Labelled, told: Sequence[Told], best: float, query: Query, index: Index
) -> Ruling:
    """The nearest figure that can be compared says otherwise, if it surely speaks of the same."""
    near = [
        t
        for t in told
        if t.near >= best - (NEARER if compare(claimed.figure, t.stated.figure) != "unit" else 0.3)
        and timely(t.period, query)
        and not other_place(part, t.hit, index)
    ]
    if query.missing:
        return Ruling(part, "not_enough_info")
    for one in sorted(near, key=lambda t: -t.near):
        outcome = compare(claimed.figure, one.stated.figure)
        if outcome == "incomparable" or one.near < _enough_against(claimed, one, outcome, told):
            continue
        kinds = {"qualifier": "dropped_qualifier", "direction": "opposite_direction"}
        error = kinds.get(outcome) or ("wrong_unit" if outcome == "unit" else "")
        if not error:
            origin = _origin(claimed, told, query, index)
            return Ruling(part, "refuted", origin[0], one.hit, origin[1])
        return Ruling(part, "refuted", error, one.hit)
    return _from_elsewhere(part, claimed, query, index)


def _enough_against(
    claimed: Labelled, one: Told, outcome: Comparison, told: Sequence[Told]
) -> float:
    """How near a label must be for a figure that differs: less where the same sentence gives the
    claimed figure to another thing, for then the two were mixed up."""
    if outcome == "unit":
        return LIKELY
    mixed = claimed.figure.digits >= _RARE and any(
        t.hit.row == one.hit.row and compare(claimed.figure, t.stated.figure) == "same"
        for t in told
    )
    return ABOUT if mixed else SURELY


def _origin(
    claimed: Labelled, told: Sequence[Told], query: Query, index: Index
) -> tuple[str, Hit | None]:
    """The kind of error of a wrong figure by where that figure really stands, and its sentence."""
    same = [t for t in told if compare(claimed.figure, t.stated.figure) == "same"]
    for one in sorted(same, key=lambda t: -t.near):
        if one.near >= ABOUT and not timely(one.period, query):
            return period_error(one.period, query), one.hit
    for one in same:
        if one.near >= 0.35 and any(t.hit.row == one.hit.row and t.near > one.near for t in told):
            if other_sort(claimed, one):
                return "growth_as_level", one.hit
            return "wrong_subject", one.hit
    other = elsewhere(claimed, query, index)
    if other:
        return _moved(other, query, index), other.hit
    return "wrong_figure", None


def _from_elsewhere(part: Part, claimed: Labelled, query: Query, index: Index) -> Ruling:
    """Where the scope says nothing of the thing: the same fact of another place or year refutes
    only a statement that is very near to it."""
    if query.missing or asked_indicator(claimed.label):
        return Ruling(part, "not_enough_info")
    found = elsewhere(claimed, query, index)
    if found and found.near >= SURELY and _names_something(part):
        return Ruling(part, "refuted", _moved(found, query, index), None, found.hit)
    return Ruling(part, "not_enough_info")


def _names_something(part: Part) -> bool:
    """Whether a part has words of its own enough to be told from its twins elsewhere."""
    return len(re.sub(r"[\d.%，。]", "", part.core)) >= 8


def _moved(told: Told, query: Query, index: Index) -> str:
    """wrong_place or wrong_year, or the role where only that differs."""
    place = index.document(told.hit.passage.source).identity.place
    if query.places and place not in query.places:
        return "wrong_place"
    return period_error(told.period, query)
