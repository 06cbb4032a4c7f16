"""The periods of 432 sentences of the development reports, labelled by hand.

``period_labels.json`` names a sentence by its document and the beginning of the SHA-256 of its
folded text. ``sure``: one reading is right. ``free``: no rule was made looking at the document.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest

from corpus.periods import Period, Role, periods
from corpus.read import read_document
from corpus.split import split
from eval.matching import fold

Told = dict[tuple[str, str], Period]
"""The period of every sentence of the labelled documents, by document and key."""

pytestmark = pytest.mark.slow  # reads 57 reports


@dataclass(frozen=True, slots=True)
class Label:
    """What a sentence speaks of, as a person reads it."""

    source: str
    key: str
    free: bool
    first: int | None
    last: int | None
    role: Role
    sure: bool


LABELS = [
    Label(**line)
    for line in json.loads(
        Path(__file__).with_name("period_labels.json").read_text(encoding="utf-8")
    )
]


@pytest.fixture(scope="module")
def told(shared: Path) -> Told:
    sources = {label.source for label in LABELS}
    found: Told = {}
    for path in sorted((shared / "reports").rglob("*.*")):
        if path.stem in sources:
            document = read_document(path)
            passages = split(document)
            for passage, period in zip(passages, periods(document, passages), strict=True):
                found.setdefault((path.stem, _key(passage.text)), period)
    return found


def _key(sentence: str) -> str:
    return sha256(fold(sentence).encode()).hexdigest()[:16]


def wrong(labels: Sequence[Label], told: Told, same: Callable[[Label, Period], bool]) -> list[str]:
    """The labels that are missed, each with what is told instead."""
    return [
        f"{label} told as {told[label.source, label.key]}"
        for label in labels
        if not same(label, told[label.source, label.key])
    ]


def same_years(label: Label, period: Period) -> bool:
    return (label.first, label.last) == (period.first, period.last)


def same(label: Label, period: Period) -> bool:
    return same_years(label, period) and label.role == period.role


def held(labels: Sequence[Label], missed: Sequence[str], least: float) -> bool:
    """Whether enough labels are right; else the figures are printed."""
    right = 1 - len(missed) / len(labels)
    if right < least:
        print(f"{len(labels) - len(missed)} of {len(labels)} right ({right:.3f} < {least})")
        print(*missed, sep="\n")
    return right >= least


def test_there_are_enough_labels_of_each_kind() -> None:
    assert len(LABELS) == len({(label.source, label.key) for label in LABELS}) == 432
    assert sum(label.sure for label in LABELS) >= 300
    assert sum(label.sure and label.free for label in LABELS) >= 100
    assert {label.role for label in LABELS} == set(get_args(Role))


def test_every_label_is_found_in_its_document(told: Told) -> None:
    assert [label for label in LABELS if (label.source, label.key) not in told] == []


@pytest.mark.parametrize("free", [False, True], ids=["all", "free"])
def test_years_and_role_are_right_where_the_label_is_sure(free: bool, told: Told) -> None:
    labels = [label for label in LABELS if label.sure and (label.free or not free)]
    assert held(labels, wrong(labels, told, same), 0.95)


def test_the_years_are_right_for_nearly_all(told: Told) -> None:
    assert held(LABELS, wrong(LABELS, told, same_years), 0.9)
