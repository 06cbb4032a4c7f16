"""The run of a sentence's clauses that answers."""

import pytest

from corpus.clauses import clauses
from rag.chain import Chain
from rag.clauses import best_run, fits


def test_the_best_run_grows_over_clauses_that_fit_nearly_as_well() -> None:
    sentence = "甲甲甲，乙乙乙，丙丙丙，丁丁丁。"
    parts = clauses(sentence)
    start, end = best_run(sentence, [0.1, 0.9, 0.8, 0.1], parts, 100, 0.5)
    assert sentence[start:end] == "乙乙乙，丙丙丙"
    start, end = best_run(sentence, [0.1, 0.9, 0.1, 0.1], parts, 100, 0.5)
    assert sentence[start:end] == "乙乙乙"
    start, end = best_run(sentence, [0.9, 0.9, 0.9, 0.9], parts, 100, 0.5)
    assert sentence[start:end] == "甲甲甲，乙乙乙，丙丙丙，丁丁丁"


@pytest.mark.parametrize("limit", [1, 3, 7, 11, 15, 99])
def test_the_best_run_keeps_to_its_limit_and_holds_the_best_clause(limit: int) -> None:
    sentence = "甲甲甲，乙乙乙，丙丙丙，丁丁丁。"
    start, end = best_run(sentence, [0.5, 0.6, 0.9, 0.7], clauses(sentence), limit, 0.0)
    assert "丙丙丙" in sentence[start:end]
    assert end - start <= max(limit, 3)


def test_equal_scores_choose_the_first_clause() -> None:
    parts = clauses("甲甲，乙乙。")
    assert best_run("甲甲，乙乙。", [0.5, 0.5], parts, 2, 0.9) == (0, 2)


def test_a_sentence_without_clauses_is_taken_whole() -> None:
    assert best_run("，。", [], (), 10, 0.5) == (0, 2)


def test_the_clause_that_speaks_of_the_question_fits_best(chain: Chain) -> None:
    found = ["地区生产总值增长5%以上", "城镇新增就业105万人以上", "粮食产量稳定在127亿斤以上"]
    scores = fits(found, "粮食产量目标是多少", chain.index)
    assert max(range(3), key=scores.__getitem__) == 2
    assert min(scores) >= 0


def test_nothing_fits_nothing(chain: Chain) -> None:
    assert fits([], "粮食", chain.index) == []
    assert fits(["粮食"], "？", chain.index) == [0.0]
