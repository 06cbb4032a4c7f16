"""What makes an answer right, by the type of its question."""

from dataclasses import replace

import pytest

from eval.case import Evidence
from eval.metrics.correct import correct, is_dump, length_of
from tests.eval.answers import EMPTY, GOLD, OTHER, QUOTE, REFUSAL, answer, case, citation, table

LONG = ("enumeration", "list", "how", "compare", "trend", "aggregate", "english", "followup")
SHORT = ("number", "who", "when", "where", "yesno", "reading")


@pytest.mark.parametrize("name", GOLD)
def test_the_gold_answer_is_right_and_an_empty_one_is_not(name: str) -> None:
    gold, told = GOLD[name]
    assert correct(gold, told) == 1.0
    assert correct(gold, EMPTY) == 0.0


@pytest.mark.parametrize("type_", [*LONG, *SHORT, "other"])
def test_a_question_of_any_type_is_right_by_facts_evidence_and_length(type_: str) -> None:
    asked = case(type_, answer="城镇新增就业")
    assert correct(asked, answer()) == 1.0
    assert correct(asked, answer("城镇新增就业[1]。")) == 0.0
    assert correct(asked, answer("城镇新增就业118万人。", citation(OTHER))) == 0.0
    assert correct(asked, answer("城镇新增就业118万人" + "字" * 400)) == 0.0


def test_a_refusal_is_right_only_where_nothing_answers() -> None:
    assert [name for name, (gold, _) in GOLD.items() if correct(gold, REFUSAL)] == ["unanswerable"]


def test_a_refusal_in_the_right_words_is_still_a_refusal() -> None:
    assert correct(case(), replace(answer(), answered=False)) == 0.0


def test_one_fact_of_two_is_not_enough() -> None:
    both = case(must=(("118万人以上", "118万人"), ("755亿斤",)))
    assert correct(both, answer("新增118万人[1]。")) == 0.0
    assert correct(both, answer("新增118万人，粮食755亿斤[1]。")) == 1.0


def test_half_of_the_evidence_is_enough() -> None:
    two = case(evidence=(Evidence("2026", QUOTE), Evidence("2026", OTHER)))
    three = replace(two, evidence=(*two.evidence, Evidence("2025", QUOTE)))
    assert correct(two, answer()) == 1.0
    assert correct(three, answer()) == 0.0


def test_what_a_right_answer_cannot_say_makes_it_wrong() -> None:
    assert correct(case(must_not=("105万人",)), answer("118万人以上，不是105万人[1]。")) == 0.0
    assert correct(case(must_not=("18万人",)), answer()) == 1.0


def test_what_is_ruled_out_is_found_across_markers_but_not_in_them() -> None:
    split = answer("118万人以上，不是105[1]万人。")
    assert correct(case(must_not=("105万人",)), split) == 0.0
    assert correct(case(must_not=("1",)), answer()) == 1.0


def test_a_case_without_facts_or_evidence_asks_for_an_answer_only() -> None:
    bare = case("other", must=(), evidence=())
    assert correct(bare, answer("随便说说。")) == 1.0
    assert correct(bare, REFUSAL) == 0.0


def test_yes_for_no_is_wrong_whatever_follows() -> None:
    gold, told = GOLD["yesno"]
    assert correct(gold, replace(told, answer="否。城镇新增就业118万人以上[1]。")) == 0.0
    assert correct(gold, replace(told, answer="城镇新增就业118万人以上[1]。")) == 0.0


def test_a_statement_is_right_by_its_verdict_alone() -> None:
    gold, told = GOLD["claim"]
    assert correct(gold, replace(told, verdict="supported")) == 0.0
    assert correct(gold, replace(told, verdict=None)) == 0.0
    assert correct(gold, replace(told, answer="不符。", citations=(), error=None)) == 1.0


def test_a_table_is_right_by_all_of_its_cells() -> None:
    gold, _ = GOLD["table"]
    assert correct(gold, table(("浙江", 2026, "5%以上"), ("江苏", 2026, "5%"))) == 0.0


def test_a_long_answer_is_a_dump() -> None:
    short = case(evidence=(Evidence("2026", "城镇新增就业118万人"),))
    assert not is_dump(short, answer("字" * 160 + "[1][2]"))
    assert is_dump(short, answer("字" * 161))
    long = case(evidence=(Evidence("2026", "证" * 60), Evidence("2026", "据" * 40)))
    assert not is_dump(long, answer("字" * 300))
    assert is_dump(long, answer("字" * 301))


@pytest.mark.parametrize("type_", LONG)
def test_an_answer_that_lists_or_explains_may_be_longer(type_: str) -> None:
    assert not is_dump(case(type_), answer("字" * 400))
    assert is_dump(case(type_), answer("字" * 401))


def test_a_length_leaves_markers_white_space_and_quotation_marks_out() -> None:
    assert length_of(answer("实施 “星火”行动[1][12]。")) == 7
