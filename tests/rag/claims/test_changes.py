"""By how much a thing went from one figure to another."""

import pytest

from corpus.agreement import compare
from corpus.figures import figures
from rag.claims.changes import changes
from rag.claims.labels import labelled


@pytest.mark.parametrize(
    ("sentence", "gap", "direction"),
    [
        ("积累率由1978年的36.5%降为33.6%。", "2.9个百分点", "down"),
        ("高铁里程从2110公里增至3055公里。", "945公里", "up"),
    ],
    ids=["points", "length"],
)
def test_a_change_is_worked_out(sentence: str, gap: str, direction: str) -> None:
    [change] = changes(sentence, labelled(sentence))
    assert (change.figure.text, change.figure.direction) == (gap, direction)


def test_two_figures_side_by_side_are_no_change() -> None:
    sentence = "城乡居民收入分别增长4.3%、6.1%。"
    assert list(changes(sentence, labelled(sentence))) == []


@pytest.mark.parametrize(
    ("claimed", "stated", "outcome"),
    [
        ("多了近1.9倍", "增长186.8%", "rounded"),
        ("是上年的4倍还多", "增长358%", "rounded"),
        ("突破了6000亿元", "达到5500亿元", "different"),
        ("超134万人", "超143万人", "different"),
        ("超130万人", "超143万人", "rounded"),
    ],
    ids=["more", "times", "not-reached", "turned", "coarser"],
)
def test_multiples_and_bounds_are_compared(claimed: str, stated: str, outcome: str) -> None:
    assert compare(figures(claimed)[0], figures(stated)[0]) == outcome
