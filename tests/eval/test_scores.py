"""Scores of hand-made answers, worked out by hand."""

from dataclasses import replace

import pytest

from eval.cases import Evidence
from eval.scores import cited, correct, evidence_at, facts, is_dump, same_document
from rag.types import Answer
from tests.eval.answers import GOLD, OTHER, QUOTE, REFUSAL, answer, case, citation, retrieved

EMPTY = Answer("？", "？", "number", True, "")


@pytest.mark.parametrize("name", GOLD)
def test_the_gold_answer_is_right(name: str) -> None:
    gold, told = GOLD[name]
    assert correct(gold, told)
    assert facts(gold, told) == cited(gold, told) == 1.0


@pytest.mark.parametrize("name", GOLD)
def test_an_empty_answer_is_wrong(name: str) -> None:
    gold, _ = GOLD[name]
    assert not correct(gold, EMPTY)
    assert facts(gold, EMPTY) == float(not gold.must)
    assert cited(gold, EMPTY) == float(not gold.evidence)


def test_a_refusal_is_right_only_where_nothing_answers() -> None:
    assert [name for name, (gold, _) in GOLD.items() if correct(gold, REFUSAL)] == ["unanswerable"]


def test_every_fact_counts_in_any_of_its_spellings() -> None:
    both = case(must=(("118万人以上", "118万人"), ("755亿斤",)))
    assert facts(both, answer("新增118万人[1]。")) == 0.5
    assert facts(both, answer("新增118万人，粮食755亿斤[1]。")) == 1.0
    assert not correct(both, answer("新增118万人[1]。"))


def test_a_number_is_a_fact_only_as_a_whole() -> None:
    assert facts(case(must=(("5%",),)), answer("增长5.5%[1]。")) == 0.0
    assert facts(case(must=(("6",),)), answer("2026年[1]。")) == 0.0


def test_what_a_right_answer_cannot_say_makes_it_wrong() -> None:
    assert not correct(case(must_not=("105万人",)), answer("118万人以上，不是105万人[1]。"))
    assert correct(case(must_not=("18万人",)), answer())


def test_citations_count_for_the_same_document_only() -> None:
    assert same_document("2026", "江苏/2026.txt")
    assert same_document("页.gb18030", "页.gb18030.txt")
    assert not same_document("2026", "江苏/2025.txt")
    assert cited(case(), answer("118万人[1]。", citation(source="江苏/2025.txt"))) == 0.0
    other = answer("118万人[1]。", citation(source="江苏/2025.txt"))
    assert cited(case(), other, same=lambda doc, source: True) == 1.0


def test_half_of_a_quote_must_be_cited() -> None:
    assert cited(case(), answer("118万人[1]。", citation(QUOTE[:19]))) == 1.0
    assert cited(case(), answer("118万人[1]。", citation(QUOTE[:12]))) == 0.0
    assert not correct(case(), answer("118万人[1]。", citation("无关的话，说的是别的事情。")))


def test_of_two_quotes_one_is_half() -> None:
    two = case(evidence=(Evidence("2026", QUOTE), Evidence("2026", OTHER)))
    assert cited(two, answer()) == 0.5
    assert cited(two, answer("甲[1]乙[2]。", citation(), citation(OTHER, number=2))) == 1.0


def test_of_each_citation_the_first_three_hundred_characters_count() -> None:
    assert cited(case(), answer("118万人[1]。", citation("无" * 300 + QUOTE))) == 0.0
    assert cited(case(), answer("118万人[1]。", citation("无" * 250 + QUOTE))) == 1.0


def test_of_many_citations_only_the_first_count() -> None:
    padding = [citation("别的话。", number=n) for n in range(1, 7)]
    assert cited(case(), answer("118万人[7]。", *padding, citation(number=7))) == 0.0
    assert cited(case(), answer("118万人[6]。", *padding[:5], citation(number=6))) == 1.0


def test_a_long_answer_is_a_dump() -> None:
    short = case(evidence=(Evidence("2026", "城镇新增就业118万人"),))
    assert not is_dump(short, answer("字" * 160))
    assert is_dump(short, answer("字" * 161))
    assert not is_dump(short, answer("字" * 160 + "[1][2]"))
    how = replace(short, type="how")
    assert not is_dump(how, answer("字" * 400))
    assert is_dump(how, answer("字" * 401))
    long = case(evidence=(Evidence("2026", "证" * 100),))
    assert not is_dump(long, answer("字" * 300))
    assert not correct(case(), answer("118万人以上" + "字" * 400))


def test_yes_for_no_is_wrong_whatever_follows() -> None:
    gold, _ = GOLD["yesno"]
    assert not correct(gold, answer("否。城镇新增就业118万人以上[1]。", kind="yesno"))


def test_a_claim_is_right_by_its_verdict_alone() -> None:
    gold, told = GOLD["claim"]
    assert not correct(gold, replace(told, verdict="supported"))
    assert not correct(gold, replace(told, verdict=None))
    assert correct(gold, replace(told, answer="不符。", citations=()))


def test_evidence_is_retrieved_by_the_first_passages() -> None:
    passages = (retrieved("别的话。"), retrieved(f"前文。{QUOTE}后文。"))
    assert not evidence_at(case(), passages, 1)
    assert evidence_at(case(), passages, 2)
    assert not evidence_at(case(), (retrieved(QUOTE, "江苏/2025.txt"),), 10)
    assert not evidence_at(case(), (retrieved("字" * 500 + QUOTE),), 1)
    assert evidence_at(case(evidence=()), (), 1)
