"""What a yes-no question asks about."""

import pytest

from rag.yes_no.question import Proposition, proposition


@pytest.mark.parametrize(
    ("question", "text", "negated"),
    [
        ("山东GDP过10万亿了吗", "山东GDP过10万亿", False),
        ("1998年是不是没达到目标", "1998年达到目标", True),
        ("新能源装机是不是还没超过火电", "新能源装机超过火电", True),
        ("去年完成任务没有？", "去年完成任务", False),
        ("公园还是免费吗", "公园还是免费", False),
        ("能坐火车吗，还是只拉货？", "能坐火车", False),
        ("目标不到100万吗", "目标不到100万", False),
        ("失业率有没有低于全国", "失业率低于全国", False),
    ],
    ids=["plain", "not", "not-yet", "tail", "still", "or", "bound", "have-or-not"],
)
def test_the_statement_is_what_is_left_without_asking_and_negation(
    question: str, text: str, negated: bool
) -> None:
    assert proposition(question) == Proposition(text, negated)


def test_the_word_turns_with_the_negation() -> None:
    assert Proposition("达到目标", negated=True).word(holds=False) == "是"
    assert Proposition("达到目标", negated=False).word(holds=False) == "否"
