"""The share of key facts that stand in an answer."""

from eval.metrics.facts import facts
from tests.eval.answers import EMPTY, answer, case


def test_every_fact_counts_in_any_of_its_spellings() -> None:
    both = case(must=(("118万人以上", "118万人"), ("755亿斤",)))
    assert facts(both, EMPTY) == 0.0
    assert facts(both, answer("新增118万人[1]。")) == 0.5
    assert facts(both, answer("新增118万人，粮食755亿斤[1]。")) == 1.0


def test_a_number_is_a_fact_only_as_a_whole() -> None:
    assert facts(case(must=(("5%",),)), answer("增长5.5%[1]。")) == 0.0
    assert facts(case(must=(("6",),)), answer("2026年[1]。")) == 0.0


def test_without_key_facts_it_does_not_apply() -> None:
    assert facts(case(must=()), answer()) is None
