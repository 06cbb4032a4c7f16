"""How much of a question a text covers."""

import pytest

from rag.chain import Chain
from rag.soft import content, coverage

TEXTS = ["城镇新增就业105万人以上", "新增城镇就业", "城镇调查失业率5.5%左右", "甬舟跨海铁路", ""]


def test_words_that_only_ask_carry_no_content() -> None:
    assert content("浙江今年城镇新增就业的目标是多少") == ["浙江", "城镇", "新增", "就业"]
    assert content("2026年的有哪些") == content("") == content("？") == []


def test_every_content_word_counts_once() -> None:
    assert content("就业和就业") == ["就业"]


def test_a_text_that_holds_all_words_is_covered_whole(chain: Chain) -> None:
    first, second, *_ = coverage("城镇新增就业目标是多少", TEXTS, chain.index)
    assert [first, second] == pytest.approx([1.0, 1.0])


def test_coverage_falls_with_the_words_that_are_missing(chain: Chain) -> None:
    whole, _, part, nothing, empty = coverage("城镇新增就业", TEXTS, chain.index)
    assert whole > part > nothing >= empty == 0.0


@pytest.mark.parametrize("question", ["城镇新增就业", "铁路", "龘靐齉", "GDP 5.5%", "是多少", ""])
def test_coverage_lies_between_nothing_and_all(question: str, chain: Chain) -> None:
    for share in coverage(question, TEXTS, chain.index):
        assert 0.0 <= share <= 1.0 + 1e-6


def test_a_question_without_content_covers_nothing(chain: Chain) -> None:
    assert coverage("是多少？", TEXTS, chain.index) == [0.0] * len(TEXTS)
    assert coverage("就业", [], chain.index) == []
