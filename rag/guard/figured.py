"""Every figure of a sentence against those of what it cites: value, unit, qualifier, pairing, and
the time, place and role that it is told of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.agreement import compare, in_unit
from corpus.figures import Figure, Qualifier
from rag.guard import times
from rag.guard.alike import likeness, pairs
from rag.guard.asked import Asked
from rag.guard.fault import Fault, Kind
from rag.guard.placed import elsewhere
from rag.guard.reading import Reading, Stated
from rag.guard.roles import role_fault
from rag.guard.source import Source
from rag.guard.timed import year_fault
from rag.guard.vocabulary import DOWN, UP

_COUNTERS = frozenset("个家项所座处条张类件位批种支场次户人")
_SIDES: dict[Qualifier, str] = {
    "exact": "", "about": "about", "near": "about", "at_least": "least", "over": "least",
    "at_most": "most", "under": "most",
}  # fmt: skip
_WAY = re.compile(rf"(?:{UP}|{DOWN})(?!值|点|极|空间|率)")
_BESIDE = re.compile(r"(?:高|低|快|慢|多|少|大|小)于[^\d]*$")
_BY = re.compile(r"年均|月均|日均|累计|人均")
_LOOSE, _NEARLY = Decimal("0.025"), Decimal("0.1")
_SORTS = ({"growth", "share"}, {"increment", "total"}, {"increment", "level"})
_NEARER = 0.12


@dataclass(frozen=True, slots=True)
class _Told:
    stated: Stated
    source: Source
    near: float


def figure_fault(said: Reading, cited: Sequence[Source], asked: Asked) -> Fault | None:
    """The first figure that what is cited does not state so, None where all stand."""
    told = [(source, stated) for source in cited for stated in source.reading.stated]
    found: list[tuple[Stated, _Told]] = []
    for claimed in said.stated:
        if claimed.derived:
            continue
        near = [_Told(one, source, _near(claimed, one, source)) for source, one in told]
        fault, proof = _held(claimed, near, asked)
        if fault:
            return fault
        if proof:
            found.append((claimed, proof))
    return _order_fault(found)


def _held(
    claimed: Stated, told: Sequence[_Told], asked: Asked
) -> tuple[Fault | None, _Told | None]:
    """The figure that proves a claimed one, or why none does."""
    text = claimed.figure.text
    equal = [one for one in told if value_kind(claimed.figure, one.stated.figure) == "same"]
    if not equal:
        return Fault(_why_none(claimed, told), text), None
    faults: list[Fault] = []
    for one in sorted(equal, key=lambda one: -one.near):
        fault = _misfit(claimed, one, told, asked)
        if fault is None:
            return None, one
        faults.append(fault)
    return faults[0], None


def _misfit(claimed: Stated, one: _Told, told: Sequence[_Told], asked: Asked) -> Fault | None:
    if _turned(claimed, one.stated):
        return Fault("direction", _around(claimed))
    if side(claimed.figure) != side(one.stated.figure) and not _rounds(claimed, one.stated):
        return Fault("qualifier", claimed.figure.text)
    if not one.source.bare and _paired_with_another(claimed, one, told):
        return Fault("pairing", _around(claimed))
    if one.source.number == 0:
        return None
    if not _beside_another(claimed) and _measured(claimed) != _measured(one.stated):
        return Fault("pairing", _around(claimed))
    return (
        year_fault(claimed.years, one.stated.years, one.source, claimed.stretch.text)
        or elsewhere(claimed.stretch, one.stated.stretch, one.source, asked)
        or role_fault(claimed.stretch, one.stated.stretch, one.source)
    )


def value_kind(claimed: Figure, stated: Figure) -> str:
    """same, unit or different: whether value and unit agree, whatever is said around them."""
    outcome = compare(claimed, stated)
    if ("百分点" in claimed.text) != ("百分点" in stated.text):
        return "unit" if outcome in ("same", "unit") else "different"
    counters = claimed.unit in _COUNTERS and stated.unit in _COUNTERS
    if counters and claimed.unit != stated.unit and not _one_counter(claimed.unit, stated.unit):
        return "unit" if outcome in ("same", "rounded", "qualifier", "direction") else "different"
    if outcome == "rounded" and _far(claimed, stated):
        return "different"
    if outcome in ("same", "rounded", "qualifier", "direction"):
        return "same"
    return "unit" if outcome == "unit" else "different"


def _far(claimed: Figure, stated: Figure) -> bool:
    """Whether a value is too far from what is stated to be that: 100套 is not 120套.

    以上 and 以内 are limits and describe no value at all.
    """
    low, _ = in_unit(stated, claimed.unit)
    most = _NEARLY if claimed.qualifier in ("over", "under") else _LOOSE
    exact = claimed.qualifier in ("exact", "over", "under")
    limit = claimed.qualifier in ("at_least", "at_most")
    return limit or (exact and low != 0 and abs(claimed.low - low) / low > most)


def _one_counter(one: str, other: str) -> bool:
    return "个" in (one, other) and not {one, other} & {"人", "户", "次"}


def _why_none(claimed: Stated, told: Sequence[_Told]) -> Kind:
    kinds = {value_kind(claimed.figure, one.stated.figure) for one in told}
    return "unit" if "unit" in kinds else "figure"


def side(figure: Figure) -> str:
    """What is said around a value: least, most, about, or nothing."""
    return _SIDES[figure.qualifier]


def _rounds(claimed: Stated, stated: Stated) -> bool:
    """Whether a rounded value bears the word that says so (近9.5万亿元 of 9.48万亿元)."""
    rounded = compare(claimed.figure, stated.figure) == "rounded"
    return rounded and side(stated.figure) in ("", side(claimed.figure))


def _turned(claimed: Stated, stated: Stated) -> bool:
    return {_way(claimed), _way(stated)} == {"up", "down"}


def _way(one: Stated) -> str:
    """up or down by the last word before a figure that says so; empty where none does."""
    if one.derived:
        return one.figure.direction
    found = _WAY.findall(_before(one))
    return "" if not found else "up" if re.match(UP, found[-1]) else "down"


def _measured(one: Stated) -> frozenset[str]:
    """年均, 累计, 人均: what a figure is counted by, said in its clause; 人均 in its label."""
    return frozenset((*_BY.findall(_before(one)), *re.findall("人均", one.label)))


def _near(claimed: Stated, one: Stated, source: Source) -> float:
    """How much two figures are figures of the same, the source's headings taken along."""
    own = likeness(claimed.label, one.label)
    return max(own, likeness(claimed.stretch.text, one.stretch.text) - 0.02)


def _paired_with_another(claimed: Stated, one: _Told, told: Sequence[_Told]) -> bool:
    """Whether another figure is labelled more like the claim, or this one not at all like it."""
    own = likeness(claimed.label, one.stated.label)
    rivals = [
        likeness(claimed.label, other.stated.label)
        for other in told
        if other is not one and _rival(claimed, other)
    ]
    if max(rivals, default=0.0) > own + _NEARER:
        return True
    if _other_sort(claimed, one.stated) or _other_way(claimed, one, told):
        return True
    return one.near < 0.15 and bool(_words(claimed.label)) and bool(_words(one.stated.label))


def _other_way(claimed: Stated, one: _Told, told: Sequence[_Told]) -> bool:
    """Whether a rise was taken for a level beside it: 第53位、提升3位 turned about."""
    if _way(claimed) == _way(one.stated):
        return False
    return any(
        _way(other.stated) == _way(claimed)
        and other.stated.stretch.start == one.stated.stretch.start
        and _rival(claimed, other)
        for other in told
        if other.source is one.source
    )


def _rival(claimed: Stated, other: _Told) -> bool:
    return (
        other.stated.figure.unit == claimed.figure.unit
        and value_kind(claimed.figure, other.stated.figure) != "same"
    )


def _other_sort(claimed: Stated, stated: Stated) -> bool:
    """Whether growth was taken for a share, or an increment for a total."""
    both = {claimed.sort, stated.sort}
    if _beside_another(claimed):
        return False
    bare = not all(_worded(one) for one in (claimed, stated))
    if both == {"increment", "level"} and bare:
        return False
    if both == {"growth", "level"}:
        return claimed.figure.unit == "%"
    return both in _SORTS


def _beside_another(claimed: Stated) -> bool:
    """Whether a figure only stands beside another that it is compared with (快于城镇的5.2%)."""
    return _BESIDE.search(_before(claimed)) is not None


def _before(one: Stated) -> str:
    """What stands before a figure in its clause."""
    return one.stretch.text[: max(0, one.at - one.stretch.start)]


def _worded(one: Stated) -> bool:
    """Whether words stand before a figure in its own clause, times left out."""
    return re.search(r"[^\W到至在]", times.without(_before(one))) is not None


def _words(label: str) -> bool:
    return bool(pairs(label))


def _around(claimed: Stated) -> str:
    """The figure with what stands before it in its clause."""
    at = claimed.at - claimed.stretch.start
    return claimed.stretch.text[max(0, at - 12) : at + len(claimed.figure.text)]


def _order_fault(found: Sequence[tuple[Stated, _Told]]) -> Fault | None:
    """Two figures of one clause that stand the other way round in one clause of the source."""
    for first, second in _neighbours(found):
        (one, proof), (other, next_proof) = first, second
        together = proof.source is next_proof.source and (
            proof.stated.stretch.start == next_proof.stated.stretch.start
        )
        alike = one.label == other.label or proof.stated.label == next_proof.stated.label
        if together and alike and proof.stated.at > next_proof.stated.at:
            return Fault("order", _around(other))
    return None


def _neighbours(
    found: Sequence[tuple[Stated, _Told]],
) -> Iterator[tuple[tuple[Stated, _Told], tuple[Stated, _Told]]]:
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if one[0].stretch.start == other[0].stretch.start:
                yield one, other
