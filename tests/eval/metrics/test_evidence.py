"""Whether the first passages hold the gold evidence."""

from eval.case import Evidence
from eval.metrics.evidence import evidence_at
from rag.types import Retrieved
from tests.eval.answers import OTHER, QUOTE, answer, case, retrieved

STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅"
"""Thirteen characters, ten 4-grams."""


def at(k: int, *passages: Retrieved, quotes: tuple[str, ...] = (QUOTE,)) -> float | None:
    asked = case(evidence=tuple(Evidence("2026", quote) for quote in quotes))
    return evidence_at(k).score(asked, answer(passages=passages))


def test_only_the_first_k_passages_count() -> None:
    passages = (retrieved("别的话。"), retrieved(f"前文。{QUOTE}后文。"))
    assert at(1, *passages) == 0.0
    assert at(2, *passages) == 1.0
    assert at(10) == 0.0


def test_every_piece_of_evidence_must_be_there() -> None:
    assert at(1, retrieved(QUOTE), retrieved(OTHER), quotes=(QUOTE, OTHER)) == 0.0
    assert at(2, retrieved(QUOTE), retrieved(OTHER), quotes=(QUOTE, OTHER)) == 1.0
    assert at(1, retrieved(QUOTE + OTHER), quotes=(QUOTE, OTHER)) == 1.0


def test_passages_count_for_the_same_document_only() -> None:
    assert at(10, retrieved(QUOTE, "2025")) == 0.0


def test_of_a_passage_the_first_five_hundred_characters_count() -> None:
    assert at(1, retrieved("字" * 500 + QUOTE)) == 0.0
    assert at(1, retrieved("字" * 460 + QUOTE)) == 1.0


def test_six_tenths_of_a_quote_are_enough() -> None:
    assert at(1, retrieved(STEMS[:9]), quotes=(STEMS,)) == 1.0
    assert at(1, retrieved(STEMS[:8]), quotes=(STEMS,)) == 0.0
    assert at(2, retrieved(STEMS[:8]), retrieved(STEMS[5:9]), quotes=(STEMS,)) == 1.0


def test_it_is_named_by_its_depth_and_does_not_apply_without_evidence() -> None:
    assert evidence_at(5).name == "evidence@5"
    assert at(5, retrieved(QUOTE), quotes=()) is None
