"""A document as a whole is told by its own headings."""

import pytest

from rag.chain import Chain
from rag.types import Question


@pytest.mark.parametrize(
    "question",
    ["总结浙江2026年政府工作报告", "浙江2026年报告讲了什么", "浙江报告的主要内容是什么"],
    ids=["sum", "said", "newest"],
)
def test_the_headings_stand_for_the_whole(question: str, chain: Chain) -> None:
    answer = chain.invoke(Question(question))
    assert (answer.answered, answer.kind) == (True, "list")
    lines = answer.answer.split("\n")
    assert lines[0].startswith("一、")
    assert {citation.source for citation in answer.citations} == {"浙江/2026.txt"}
    assert len(lines) == len(answer.citations)
    assert all(c.text in line for c, line in zip(answer.citations, lines, strict=True))


@pytest.mark.parametrize(
    "question",
    ["浙江2026年报告讲了哪些民生实事", "浙江2026年GDP增长目标是多少", "广东2026年报告讲了什么"],
    ids=["something", "figure", "elsewhere"],
)
def test_a_question_about_something_in_it_is_no_such_question(question: str, chain: Chain) -> None:
    assert "二、" not in chain.invoke(Question(question)).answer
