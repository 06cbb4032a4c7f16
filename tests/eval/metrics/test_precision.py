"""The share of citations that are needed, after ALCE."""

from eval.case import Evidence
from eval.metrics.precision import precision
from tests.eval.answers import OTHER, QUOTE, REFUSAL, answer, case, citation

STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
"""Twenty characters, seventeen 4-grams."""
SEASONS = "春雨惊春清谷天，夏满芒夏暑相连，秋处露秋寒霜降。"
LONG = case(evidence=(Evidence("2026", STEMS),))


def test_a_citation_that_covers_the_evidence_is_needed_and_an_idle_one_is_not() -> None:
    idle = citation(OTHER, number=2)
    assert precision(case(), answer("甲[1]。")) == 1.0
    assert precision(case(), answer("甲[1][2]。", citation(), idle)) == 0.5
    assert precision(case(), answer("甲[2]。", idle)) == 0.0


def test_a_redundant_citation_that_covers_by_itself_counts() -> None:
    assert precision(case(), answer("甲[1][2]。", citation(), citation(number=2))) == 1.0


def test_the_same_words_in_another_document_do_not_count() -> None:
    assert precision(case(), answer("甲[1][2]。", citation(), citation(QUOTE, "2025", 2))) == 0.5


def test_citations_that_cover_only_together_are_each_needed() -> None:
    first = citation(SEASONS + STEMS[:8])
    second = citation(SEASONS + STEMS[8:16], number=2)
    assert precision(LONG, answer("甲[1].", first)) == 0.0
    assert precision(LONG, answer("甲[1][2]。", first, second)) == 1.0


def test_what_adds_a_little_to_enough_is_not_needed() -> None:
    enough = citation(STEMS[:14])
    little = citation(SEASONS + STEMS[14:], number=2)
    assert precision(LONG, answer("甲[1][2]。", enough, little)) == 0.5


def test_a_clause_out_of_a_long_quote_counts() -> None:
    assert precision(LONG, answer("甲[1]。", citation(STEMS[:5]))) == 1.0
    assert precision(LONG, answer("甲[1]。", citation(STEMS[:5], "2025"))) == 0.0


def test_an_answer_without_citations_has_none_that_is_needed() -> None:
    assert precision(case(), REFUSAL) == 0.0


def test_without_gold_evidence_it_does_not_apply() -> None:
    assert precision(case(evidence=()), answer()) is None
