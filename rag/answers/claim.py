"""A statement checked against the sentence that speaks of the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.figures import Comparison, Figure, compare, figures
from corpus.places import find
from index.search import Index
from index.types import Hit
from rag.answers.number import piece
from rag.clauses import clauses, fits
from rag.draft import Draft, Piece
from rag.indicators import asked_indicator, states_somewhere
from rag.query import Query
from rag.retrieve import Found
from rag.role import speaks_of
from rag.times import names_report
from rag.types import Verdict

_ALIKE = 0.75
_SURELY_ALIKE = 0.95
_HELD = 0.3
_DEEP = 5
_WORDS: dict[Verdict, str] = {
    "supported": "属实",
    "refuted": "不符",
    "not_enough_info": "查无依据",
}
_ERRORS: dict[Comparison, str] = {
    "qualifier": "dropped_qualifier",
    "unit": "wrong_unit",
    "direction": "opposite_direction",
    "different": "wrong_figure",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the kind of error where it is refuted, and the hit that decided."""

    verdict: Verdict
    error: str | None
    hit: Hit


def answer(query: Query, found: Found, index: Index) -> Draft | None:
    """The verdict in a word, then the sentence it rests on; none is quoted for no information."""
    hits = _about(query, found.hits)
    if not hits:
        return None
    judged = judge(query, hits, index)
    word = _WORDS[judged.verdict]
    if judged.verdict == "not_enough_info":
        text = f"{word}：文库没有说到这件事，或没有给出可比的数字。"
        return Draft("claim", (Piece(text),), verdict=judged.verdict)
    proof = piece(query, judged.hit, index, whole=90)
    said = proof.text if judged.verdict == "supported" else f"原文是“{proof.text}”"
    return Draft(
        "claim",
        (replace(proof, text=f"{word}：{said}"),),
        verdict=judged.verdict,
        error=judged.error,
    )


def _about(query: Query, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The best hits; only those that state the indicator named, where there are any."""
    indicator = asked_indicator(query.wording)
    stating = [h for h in hits if indicator and states_somewhere(indicator, h.passage.text)]
    return (stating or hits)[:_DEEP]


def judge(query: Query, hits: Sequence[Hit], index: Index) -> Judgement:
    """The verdict by the hit that is most alike; one that holds the figures goes before."""
    claimed = [figure for figure in figures(query.core) if figure.unit != "年"]
    near = fits([hit.passage.text for hit in hits], query.core, index)
    indicator = asked_indicator(query.wording)
    if indicator:
        stated = [states_somewhere(indicator, hit.passage.text) for hit in hits]
        near = [max(n, _SURELY_ALIKE * says) for n, says in zip(near, stated, strict=True)]
    held = [sum(_held(figure, hit) for figure in claimed) for hit in hits]
    at = max(range(len(hits)), key=lambda n: (near[n] + _HELD * held[n], -n))
    hit = hits[at]
    if near[at] < _ALIKE and not (claimed and held[at] == len(claimed)):
        return Judgement("not_enough_info", None, hit)
    error = _misplaced(query, hit) or _wrong_period(query, hit, index)
    if error:
        return Judgement("refuted", error, hit)
    if not claimed:
        return Judgement("supported", None, hit)
    return _by_figures(query, claimed, hit, near[at], index)


def _by_figures(
    query: Query, claimed: Sequence[Figure], hit: Hit, near: float, index: Index
) -> Judgement:
    """Each figure is compared with those of the clause that speaks of the same thing."""
    outcomes = [_outcome(figure, query.core, hit, index) for figure in claimed]
    wrong = [outcome for outcome in outcomes if outcome in _ERRORS]
    if wrong and near >= _ALIKE:
        sure = near >= _SURELY_ALIKE or wrong[0] != "different"
        if sure:
            return Judgement("refuted", _ERRORS[wrong[0]], hit)
    if all(outcome in ("same", "rounded") for outcome in outcomes):
        return Judgement("supported", None, hit)
    return Judgement("not_enough_info", None, hit)


def _outcome(figure: Figure, statement: str, hit: Hit, index: Index) -> Comparison:
    """How a claimed figure compares with the clause nearest to its own clause.

    Where that clause has no figure of its unit, any clause of the sentence may hold it.
    """
    text = hit.passage.text
    parts = [part for part in clauses(text) if figures(part.text)]
    if not parts:
        return "incomparable"
    own = _clause_of(figure, statement)
    scores = fits([_bare(part.text) for part in parts], _bare(own), index)
    nearest = max(range(len(parts)), key=lambda n: (scores[n], -n))
    there = _best([compare(figure, other) for other in figures(parts[nearest].text)])
    if there != "incomparable":
        return there
    return _best([compare(figure, other) for other in figures(text)])


def _clause_of(figure: Figure, statement: str) -> str:
    held = [part for part in clauses(statement) if part.start <= figure.start < part.end]
    return held[0].text if held else statement


def _bare(clause: str) -> str:
    """A clause without its figures: what they are figures of."""
    for figure in reversed(figures(clause)):
        clause = clause[: figure.start] + clause[figure.end :]
    return clause


def _held(figure: Figure, hit: Hit) -> bool:
    return any(compare(figure, other) in ("same", "rounded") for other in figures(hit.passage.text))


def _best(found: Sequence[Comparison]) -> Comparison:
    order: tuple[Comparison, ...] = (
        "same",
        "rounded",
        "qualifier",
        "direction",
        "unit",
        "different",
    )
    return next((outcome for outcome in order if outcome in found), "incomparable")


def _misplaced(query: Query, hit: Hit) -> str | None:
    """wrong_place where the statement names a place inside and the nearest clause another one."""
    named = {m.place.short for m in find(query.asked.text)} - set(query.places)
    if not named:
        return None
    there = {m.place.short for m in find(hit.passage.text)} - set(query.places)
    return "wrong_place" if there and not named & there else None


def _wrong_period(query: Query, hit: Hit, index: Index) -> str | None:
    """The error where the sentence tells a target for a result, or the reverse."""
    year = index.document(hit.passage.source).identity.year
    told = speaks_of(hit.passage, year)
    if not query.years or told is None or names_report(query.resolved):
        return None
    if told in query.years:
        return None
    return "target_as_result" if told == year else "result_as_target"
