"""The clauses of a sentence."""

import pytest

from corpus.clauses import Clause, clauses

SENTENCE = "新增养老床位1,200张，改造：小区8：2配套；“一老一小”优先，增长5.5%。"


def texts(sentence: str) -> list[str]:
    return [clause.text for clause in clauses(sentence)]


def test_a_sentence_falls_into_its_clauses() -> None:
    assert texts("稳就业，保民生；促发展。") == ["稳就业", "保民生", "促发展"]
    assert texts("稳就业!保民生?促发展;办实事") == ["稳就业", "保民生", "促发展", "办实事"]
    assert texts("稳就业") == ["稳就业"]


@pytest.mark.parametrize("sentence", ["", "，。；", " ， "], ids=["empty", "stops", "white"])
def test_where_nothing_is_said_there_is_no_clause(sentence: str) -> None:
    assert texts(sentence) == []


def test_thousands_decimals_and_ratios_stay_whole() -> None:
    assert texts(SENTENCE) == [
        *("新增养老床位1,200张", "改造", "小区8：2配套", "“一老一小”优先", "增长5.5%")
    ]


def test_items_of_a_list_stay_together() -> None:
    assert texts("建设学校、医院和公园，修路") == ["建设学校、医院和公园", "修路"]


def test_a_clause_is_an_exact_slice() -> None:
    for clause in clauses(SENTENCE):
        assert SENTENCE[clause.start : clause.end] == clause.text


def test_a_clause_says_where_it_stands() -> None:
    assert clauses("甲，乙") == (Clause(0, 1, "甲"), Clause(2, 3, "乙"))
