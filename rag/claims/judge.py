"""The verdict on a statement: each of its facts against the sentences that speak of the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.agreement import Comparison, compare
from corpus.indicators import Indicator, asked_indicator, states
from corpus.periods import Period
from corpus.places import find
from index.search import Index
from index.types import EVERYWHERE, Hit, Scope
from rag.claims.labels import Labelled, labelled
from rag.claims.parts import Part, parts
from rag.claims.words import Wording, contradicts, missing
from rag.lexicon import expand
from rag.query import Query
from rag.soft import coverage
from rag.times import leaning
from rag.types import Verdict

_ABOUT = 0.62
_SURELY = 0.78
_WORDED = 0.6
_LIKELY = 0.5
_RARE = 3
_NEARER = 0.07
_DEPTH = 14
_ELSEWHERE = 0.72
_AGREES: frozenset[Comparison] = frozenset({"same", "rounded"})
_CLOSE: frozenset[Comparison] = _AGREES | {"qualifier", "direction", "incomparable"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on a part, the kind of error of a refuted one, and the sentence it rests on.

    ``origin`` is where the claimed figure really comes from, where that is known.
    """

    part: Part
    verdict: Verdict
    error: str | None = None
    hit: Hit | None = None
    origin: Hit | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of a sentence of the library, and how much its label is that of the claim."""

    stated: Labelled
    hit: Hit
    near: float
    period: Period


def rule(query: Query, hits: Sequence[Hit], index: Index) -> tuple[Ruling, ...]:
    """A ruling a part of the statement, in order.

    What alone is too little to go by is read again beside the sentences that prove the rest.
    """
    rulings = [_ruled(part, query, hits, index) for part in parts(query.search)]
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
        if best.covered < _LIKELY or _misworded(part, best, query, index):
            return ruling
        return Ruling(part, "supported", hit=best.hit)
    for claimed in part.stated:
        told = [t for t in _told(claimed, query, hits, index) if t.near >= _LIKELY - 0.1]
        same = [
            t
            for t in told
            if compare(claimed.figure, t.stated.figure) in _AGREES
            and not _rivalled(claimed, t, told)
        ]
        if same:
            return Ruling(part, "supported", hit=max(same, key=lambda t: t.near).hit)
        other = [t for t in told if compare(claimed.figure, t.stated.figure) == "different"]
        if other and max(t.near for t in other) >= _ABOUT:
            return Ruling(part, "refuted", "wrong_figure", max(other, key=lambda t: t.near).hit)
    return ruling


def _ruled(part: Part, query: Query, hits: Sequence[Hit], index: Index) -> Ruling:
    sentences = _sentences(part, query.scope, hits, index)
    if not part.stated:
        return _in_words(part, query, sentences, index)
    rulings = [_by_figure(part, claimed, query, sentences, index) for claimed in part.stated]
    order = {"refuted": 0, "not_enough_info": 1, "supported": 2}
    return min(rulings, key=lambda ruling: order[ruling.verdict])


def _sentences(part: Part, scope: Scope, hits: Iterable[Hit], index: Index) -> list[Hit]:
    """The sentences nearest to a part: by its own words, then those of the whole statement."""
    own = index.search(part.core, _DEPTH, scope, expand(part.core))
    both = {hit.row: hit for hit in (*own, *list(hits)[:_DEPTH])}
    return list(both.values())


def _by_figure(
    part: Part, claimed: Labelled, query: Query, sentences: Sequence[Hit], index: Index
) -> Ruling:
    """A claimed figure against those of the sentences that are labelled alike."""
    told = _told(claimed, query, sentences, index)
    best = max((t.near for t in told), default=0.0)
    agreeing = [t for t in told if _agrees(claimed, t) and t.near >= _enough(claimed, t)]
    errors: list[Ruling] = []
    nearest = max((t.near for t in agreeing), default=0.0)
    for one in sorted(agreeing, key=lambda t: -t.near):
        if errors and one.near < nearest - _NEARER:
            break
        error = _misfit(part, claimed, one, told, query, index)
        if error is None:
            return Ruling(part, "not_enough_info" if query.missing else "supported", hit=one.hit)
        if error != "other" and not (query.missing and claimed.figure.digits < _RARE):
            errors.append(Ruling(part, "refuted", error, one.hit))
    if errors:
        return errors[0]
    return _contradicted(part, claimed, told, best, query, index)


def _enough(claimed: Labelled, told: _Told) -> float:
    """How near a label must be for an equal figure: the rarer the figure, the less."""
    if compare(claimed.figure, told.stated.figure) == "rounded":
        return 0.52
    return {1: 0.56, 2: 0.5}.get(claimed.figure.digits, 0.4)


def _contradicted(
    part: Part, claimed: Labelled, told: Sequence[_Told], best: float, query: Query, index: Index
) -> Ruling:
    """The nearest figure that can be compared says otherwise, if it surely speaks of the same."""
    near = [
        t
        for t in told
        if t.near >= best - (_NEARER if compare(claimed.figure, t.stated.figure) != "unit" else 0.3)
        and _timely(t.period, query)
        and not _other_place(part, t.hit, index)
    ]
    if query.missing:
        return Ruling(part, "not_enough_info")
    for one in sorted(near, key=lambda t: -t.near):
        outcome = compare(claimed.figure, one.stated.figure)
        if outcome == "incomparable" or one.near < (_LIKELY if outcome == "unit" else _SURELY):
            continue
        kinds = {"qualifier": "dropped_qualifier", "direction": "opposite_direction"}
        error = kinds.get(outcome) or ("wrong_unit" if outcome == "unit" else "")
        if not error:
            origin = _origin(claimed, told, query, index)
            return Ruling(part, "refuted", origin[0], one.hit, origin[1])
        return Ruling(part, "refuted", error, one.hit)
    return _from_elsewhere(part, claimed, query, index)


def _told(claimed: Labelled, query: Query, sentences: Sequence[Hit], index: Index) -> list[_Told]:
    """Every figure of the sentences with the nearness of its label."""
    pairs = [(hit, stated) for hit in sentences for stated in labelled(hit.passage.text)]
    wanted = _plain(claimed.label, query)
    labels = [stated.label for _, stated in pairs]
    near = coverage(wanted, labels, index)
    official = " ".join(expand(wanted))
    if official:
        more = coverage(official, labels, index)
        near = [max(one, 0.95 * other) for one, other in zip(near, more, strict=True)]
    back = coverage_back(wanted, labels, index)
    indicator = asked_indicator(claimed.label)
    return [
        _Told(
            stated,
            hit,
            _lifted(0.75 * n + 0.25 * b, indicator, stated),
            index.period(hit.row),
        )
        for (hit, stated), n, b in zip(pairs, near, back, strict=True)
    ]


def _lifted(near: float, indicator: Indicator | None, stated: Labelled) -> float:
    """A label that names the same indicator is near, however it is worded."""
    if indicator is None or not _states(indicator, stated):
        return near
    return max(near, 0.7 + 0.25 * near)


def _states(indicator: Indicator, stated: Labelled) -> bool:
    return states(indicator, stated.label) and indicator.fact.search(stated.label) is not None


def coverage_back(wanted: str, labels: Sequence[str], index: Index) -> list[float]:
    """How much of each label the claim's own words cover: a label that says more is farther."""
    return [coverage(label, [wanted], index)[0] if label else 0.0 for label in labels]


def _plain(label: str, query: Query) -> str:
    """A claim's label without the places that the scope takes care of."""
    for mention in reversed(find(label)):
        if mention.place.short in query.places or mention.place.short in query.scope.places:
            label = label[: mention.start] + label[mention.end :]
    return re.sub(r"(?:19|20)\d\d年", "", label)


def _agrees(claimed: Labelled, told: _Told) -> bool:
    outcome = compare(claimed.figure, told.stated.figure)
    return outcome in _AGREES or outcome in ("qualifier", "direction")


def _misfit(
    part: Part, claimed: Labelled, one: _Told, told: Sequence[_Told], query: Query, index: Index
) -> str | None:
    """What is wrong with a figure that agrees: None for nothing, "other" where it is another's."""
    outcome = compare(claimed.figure, one.stated.figure)
    checks: tuple[tuple[str, bool], ...] = (
        (_elsewhere_named(claimed, one), _other_place(part, one.hit, index)),
        ("dropped_qualifier", outcome == "qualifier" or _unqualified(claimed, one)),
        ("opposite_direction", outcome == "direction"),
        (_period_error(one.period, query), not _timely(one.period, query)),
        ("growth_as_level", _other_sort(claimed, one) or _sibling(claimed, one, told)),
        ("wrong_subject", _other_speaker(part, one.hit, index) or _rivalled(claimed, one, told)),
        ("opposite_direction", contradicts(claimed.clause, one.stated.clause)),
        ("wrong_place", _moved_within(claimed, one)),
    )
    return next((error for error, holds in checks if holds), None)


def _elsewhere_named(claimed: Labelled, one: _Told) -> str:
    """The error of a figure that agrees, but of another place than the one named: none for what
    every place has."""
    common = asked_indicator(claimed.label) is not None or one.near < _SURELY
    return "other" if common else "wrong_place"


def _rivalled(claimed: Labelled, one: _Told, told: Sequence[_Told]) -> bool:
    """Whether another figure of the sentence is labelled more like the claim, and differs."""
    return any(
        t.hit.row == one.hit.row
        and t.near > one.near + _NEARER
        and compare(claimed.figure, t.stated.figure) not in _CLOSE
        for t in told
    )


def _moved_within(claimed: Labelled, one: _Told) -> bool:
    """Whether the clause is about another of the places that the sentence names."""
    named = {m.place.short for m in find(claimed.clause)}
    there = {m.place.short for m in find(one.stated.clause)}
    others = {m.place.short for m in find(one.hit.passage.text)} - there
    return bool(there) and bool((named & others) - there)


def _unqualified(claimed: Labelled, one: _Told) -> bool:
    """Whether a target's 以上 or 以内 is left out."""
    bounded = one.stated.figure.qualifier in ("at_least", "at_most")
    target = one.period.role == "target"
    return (
        target
        and bounded
        and claimed.figure.qualifier == "exact"
        and claimed.figure.low == one.stated.figure.low
    )


def _timely(period: Period, query: Query) -> bool:
    """Whether a sentence may speak of the year and the role that the statement speaks of."""
    years = query.years
    if not years or period.last is None:
        return True
    if period.first is not None and period.role == "five-year":
        return any(period.first <= year <= period.last for year in years)
    return period.last in years


def _period_error(period: Period, query: Query) -> str:
    lean = leaning(query.resolved)
    target = period.role in ("target", "plan")
    if target and lean <= 0:
        return "target_as_result"
    if not target and lean > 0:
        return "result_as_target"
    return "wrong_year"


def _other_sort(claimed: Labelled, told: _Told) -> bool:
    """Whether growth, increment, share or total was taken for another of them."""
    mine, theirs = claimed.sort, told.stated.sort
    clear = {
        ("growth", "share"),
        ("share", "growth"),
        ("increment", "total"),
        ("total", "increment"),
    }
    return (mine, theirs) in clear


def _sibling(claimed: Labelled, one: _Told, told: Sequence[_Told]) -> bool:
    """Whether the sentence has another figure of the sort and unit that the claim speaks of."""
    if claimed.sort not in ("increment", "growth", "share") or one.stated.sort == claimed.sort:
        return False
    return any(
        t.hit.row == one.hit.row
        and t.stated.sort == claimed.sort
        and t.near >= one.near - _NEARER
        and compare(claimed.figure, t.stated.figure) == "different"
        for t in told
    )


def _other_place(part: Part, hit: Hit, index: Index) -> bool:
    """Whether a place that the part names is neither that of the document nor in the sentence."""
    own = index.document(hit.passage.source).identity.place
    there = hit.passage.text + "".join(hit.passage.headings)
    named = {m.place for m in find(part.text)}
    return any(
        p.short not in (own, "") and p.short not in there and p.name not in there for p in named
    )


def _origin(
    claimed: Labelled, told: Sequence[_Told], query: Query, index: Index
) -> tuple[str, Hit | None]:
    """The kind of error of a wrong figure by where that figure really stands, and its sentence."""
    same = [t for t in told if compare(claimed.figure, t.stated.figure) == "same"]
    for one in sorted(same, key=lambda t: -t.near):
        if one.near >= _ABOUT and not _timely(one.period, query):
            return _period_error(one.period, query), one.hit
    for one in same:
        if one.near >= 0.35 and any(t.hit.row == one.hit.row and t.near > one.near for t in told):
            if _other_sort(claimed, one):
                return "growth_as_level", one.hit
            return "wrong_subject", one.hit
    elsewhere = _elsewhere(claimed, query, index)
    if elsewhere:
        return _moved(elsewhere, query, index), elsewhere.hit
    return "wrong_figure", None


def _from_elsewhere(part: Part, claimed: Labelled, query: Query, index: Index) -> Ruling:
    """Where the scope says nothing of the thing: the same fact of another place or year refutes
    only a statement that is very near to it."""
    if query.missing or asked_indicator(claimed.label):
        return Ruling(part, "not_enough_info")
    found = _elsewhere(claimed, query, index)
    if found and found.near >= _SURELY and _names_something(part):
        return Ruling(part, "refuted", _moved(found, query, index), None, found.hit)
    return Ruling(part, "not_enough_info")


def _names_something(part: Part) -> bool:
    """Whether a part has words of its own enough to be told from its twins elsewhere."""
    return len(re.sub(r"[\d.%，。]", "", part.core)) >= 8


def _elsewhere(claimed: Labelled, query: Query, index: Index) -> _Told | None:
    """The same figure with the same label outside the places and years of the statement."""
    label = _plain(claimed.label, query)
    hits = index.search(f"{label}{claimed.figure.text}", _DEPTH, EVERYWHERE)
    told = [
        t
        for t in _told(claimed, query, hits, index)
        if t.near >= _ELSEWHERE and compare(claimed.figure, t.stated.figure) == "same"
    ]
    return max(told, key=lambda t: t.near, default=None)


def _moved(told: _Told, query: Query, index: Index) -> str:
    """wrong_place or wrong_year, or the role where only that differs."""
    place = index.document(told.hit.passage.source).identity.place
    if query.places and place not in query.places:
        return "wrong_place"
    return _period_error(told.period, query)


def _in_words(part: Part, query: Query, sentences: Sequence[Hit], index: Index) -> Ruling:
    """A part without a figure: the sentence that covers it best, word for word."""
    found = [missing(part.core, part.text, hit, query, index) for hit in sentences]
    best = max(found, key=lambda one: one.covered, default=None)
    if best is None or best.covered < _WORDED:
        return _words_elsewhere(part, query, index)
    error = _misworded(part, best, query, index)
    if error is None and query.missing:
        return Ruling(part, "not_enough_info")
    return Ruling(part, "refuted" if error else "supported", error, best.hit)


def _misworded(part: Part, best: Wording, query: Query, index: Index) -> str | None:
    """What is wrong with a sentence that has the words of a part."""
    if contradicts(part.text, best.clause):
        return "opposite_direction"
    if best.items:
        return "wrong_item"
    if _other_speaker(part, best.hit, index) or _other_clause(part, best):
        return "wrong_subject"
    if _other_place(part, best.hit, index):
        return "wrong_place"
    period = index.period(best.hit.row)
    return None if _timely(period, query) else _period_error(period, query)


def _other_speaker(part: Part, hit: Hit, index: Index) -> bool:
    """Whether a part puts into one speaker's mouth what another one of the library said."""
    named = {name for name in index.contents.speakers if len(name) > 1 and name in part.text}
    return bool(named) and hit.passage.speaker not in named


def _other_clause(part: Part, best: Wording) -> bool:
    """Whether the places that a part names stand in the sentence, but with another clause."""
    named = {m.place.short for m in find(part.text)}
    there = {m.place.short for m in find(best.clause)}
    elsewhere = {m.place.short for m in find(best.hit.passage.text)} - there
    return bool(there - named) and bool((named & elsewhere) - there)


def _words_elsewhere(part: Part, query: Query, index: Index) -> Ruling:
    """Where the scope does not word it: the same words of another place refute the statement."""
    hits = index.search(part.core, _DEPTH, EVERYWHERE)
    found = [missing(part.core, part.text, hit, query, index) for hit in hits]
    best = max(found, key=lambda one: one.covered, default=None)
    if best is None or best.covered < _SURELY or best.items or query.missing:
        return Ruling(part, "not_enough_info")
    place = index.document(best.hit.passage.source).identity.place
    if query.places and place not in query.places:
        return Ruling(part, "refuted", "wrong_place", None, best.hit)
    return Ruling(part, "not_enough_info")
