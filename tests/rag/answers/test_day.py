"""When: the time is said with what happened then."""

import pytest

from corpus.clauses import clauses
from rag.answers.day import says_time
from tests.rag.library import ask, chain_over

REPORT = """西藏自治区政府工作报告（2025年）
今年1月7日，日喀则定日县发生6.8级地震，全区上下紧急救援，各方力量迅速集结。
定日县灾后恢复重建有序推进，群众生产生活恢复正常。
"""


def test_the_day_is_part_of_the_answer_and_the_year_is_said(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    chain = chain_over(tmp_path_factory.mktemp("day"), {"xizang.txt": REPORT})
    answer = ask(chain, "西藏定日地震是哪天")
    assert "今年1月7日，日喀则定日县发生6.8级地震" in answer.answer
    assert "“今年”即2025年" in answer.answer


@pytest.mark.parametrize(
    ("clause", "says"),
    [
        ("一九五八年下半年普遍实现", True),
        ("到2027年建成", True),
        ("“十四五”末基本建成", True),
        ("比去年增加三成", False),
        ("1978年以来不断发展", False),
        ("项目顺利建成", False),
    ],
    ids=["han", "until", "plan", "against", "since", "none"],
)
def test_only_a_when_is_a_time(clause: str, says: bool) -> None:
    [part] = clauses(clause)
    assert says_time(part) == says
