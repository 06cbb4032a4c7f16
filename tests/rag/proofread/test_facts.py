"""What states a fact, what asks, what is only said."""

import pytest

from rag.proofread.facts import asks, checkable, is_question, rhetorical

FACTS = [
    "全省生产总值增长5.5%。",
    "失业率持续下降，就业总体稳定。",
    "浙江实施“强基1236”行动。",
    "区域创新能力居全国第4位。",
    "甬舟铁路2025年全线开工。",
    "让我们记住：全省生产总值增长5.5%。",
]
NO_FACTS = [
    "让我们携手共创美好未来！",
    "我们要坚定信心、真抓实干。",
    "本报记者 何小满",
    "浙江观察",
    "春天来了，一切都好。",
    "为什么增长5.5%？",
]


@pytest.mark.parametrize("text", FACTS, ids=range(len(FACTS)))
def test_a_fact_is_checkable(text: str) -> None:
    assert checkable(text)
    assert not rhetorical(text)


@pytest.mark.parametrize("text", NO_FACTS, ids=range(len(NO_FACTS)))
def test_what_states_nothing_is_not(text: str) -> None:
    assert not checkable(text)


@pytest.mark.parametrize("text", ["就业怎么样？", "“增长多少？”", "增长5%吗。"])
def test_a_sentence_that_asks_is_known_by_its_end(text: str) -> None:
    assert asks(text)


def test_a_statement_with_a_question_behind_it_is_still_a_statement() -> None:
    assert not is_question("浙江2025年目标是5.5%，对吗？")
    assert is_question("浙江2025年目标是多少")
    assert is_question("浙江2025年GDP增长目标")
    assert not is_question("浙江2025年GDP增长目标是5.5%")


def test_rhetoric_is_known_without_a_library() -> None:
    assert rhetorical("让我们携手共进。")
    assert rhetorical("加油。")
    assert not rhetorical("五新消费包括首店新消费和冰雪新消费。")
