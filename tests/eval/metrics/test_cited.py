"""The share of gold evidence that the citations cover."""

from eval.case import Evidence
from eval.metrics.cited import cited
from tests.eval.answers import OTHER, QUOTE, REFUSAL, answer, case, citation


def test_citations_count_for_the_same_document_only() -> None:
    assert cited(case(), answer()) == 1.0
    assert cited(case(), answer("118万人[1]。", citation(source="2025"))) == 0.0


def test_half_of_a_quote_must_be_cited() -> None:
    assert cited(case(), answer("118万人[1]。", citation(QUOTE[:19]))) == 1.0
    assert cited(case(), answer("118万人[1]。", citation(QUOTE[:12]))) == 0.0


def test_citations_cover_a_quote_together() -> None:
    parts = (citation(QUOTE[:12]), citation(QUOTE[12:], number=2))
    assert cited(case(), answer("118万人[1][2]。", *parts)) == 1.0


def test_of_two_quotes_one_is_half() -> None:
    two = case(evidence=(Evidence("2026", QUOTE), Evidence("2026", OTHER)))
    assert cited(two, answer()) == 0.5
    assert cited(two, answer("甲[1]乙[2]。", citation(), citation(OTHER, number=2))) == 1.0
    assert cited(two, REFUSAL) == 0.0


def test_of_each_citation_the_first_three_hundred_characters_count() -> None:
    assert cited(case(), answer("118万人[1]。", citation("无" * 300 + QUOTE))) == 0.0
    assert cited(case(), answer("118万人[1]。", citation("无" * 250 + QUOTE))) == 1.0


def test_of_many_citations_only_the_first_count() -> None:
    padding = [citation("别的话。", number=n) for n in range(1, 9)]
    sixth, seventh = citation(number=6), citation(number=7)
    assert cited(case(), answer("118万人[6]。", *padding[:5], sixth)) == 1.0
    assert cited(case(), answer("118万人[7]。", *padding[:6], seventh)) == 0.0
    four = case(evidence=(Evidence("2026", QUOTE),) * 4)
    assert cited(four, answer("118万人[7]。", *padding[:6], seventh)) == 1.0
    assert cited(four, answer("118万人[8]。", *padding[:7], citation(number=8))) == 0.0


def test_without_gold_evidence_it_does_not_apply() -> None:
    assert cited(case(evidence=()), answer()) is None
