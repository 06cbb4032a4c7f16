"""The ways to decide a question, each by small texts."""

import pytest

from corpus.figures import figures
from rag.chain import Chain
from rag.yes_no.bound import lies
from rag.yes_no.goal import relation_to_goal
from tests.rag.library import ask, chain_over

SEA = """东海省政府工作报告（2026年）
一、2025年工作回顾
2025年东海省地区生产总值增长5.6%。广义货币增长11.3%，低于13%左右的预期目标。
城镇新增就业超额完成任务。东海省粮食总产量居全国首位。渔业产值居全国第5位。
零售物价总指数上升18.5%。铁路专线开通客运，结束了县城不通火车的历史。
二、2026年工作安排
今年主要预期目标是：地区生产总值增长5%左右，城镇新增就业120万人以上。
"""
BEFORE = """东海省政府工作报告（2025年）
一、2024年工作回顾
2024年东海省地区生产总值增长5.1%。
二、2025年工作安排
今年主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业110万人以上。
"""


@pytest.fixture(scope="module")
def sea(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    texts = {"浙江2026.txt": SEA, "浙江2025.txt": BEFORE}
    named = {name: text.replace("东海省", "浙江省") for name, text in texts.items()}
    return chain_over(tmp_path_factory.mktemp("sea"), named)


@pytest.mark.parametrize(
    ("question", "word", "told"),
    [
        ("浙江2025年GDP增速达到年初的目标了吗", "是", "5.6%"),
        ("浙江2025年是不是没完成GDP增长目标", "否", "5.5%左右"),
        ("浙江2025年广义货币增速超过预期目标了吗", "否", "低于13%左右"),
        ("浙江2026年GDP增长目标比2025年低吗", "是", "5.5%左右"),
        ("浙江2026年GDP增长目标和2025年一样吗", "否", "5%左右"),
        ("浙江2025年渔业产值是全国第四吗", "否", "第5位"),
        ("浙江2025年粮食产量全国最高吗", "是", "首位"),
        ("浙江2026年城镇新增就业目标不到100万吗", "否", "120万人以上"),
        ("浙江2025年零售物价涨幅控制在一位数了吗", "否", "18.5%"),
        ("浙江2025年县城铁路专线开通客运了吗", "是", "开通客运"),
    ],
    ids=[
        *("reached", "not-missed", "not-passed", "lower", "not-same", "not-fourth", "highest"),
        *("not-under", "not-one-digit", "ended"),
    ],
)
def test_the_figures_decide(question: str, word: str, told: str, sea: Chain) -> None:
    answer = ask(sea, question)
    assert answer.kind == "yesno"
    assert answer.answer.startswith(f"{word}。")
    assert told in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    ("clause", "relation"),
    [
        ("略低于8%的预定目标", "missed"),
        ("没有实现年初确定的目标", "missed"),
        ("超额完成任务", "exceeded"),
        ("实现了年初目标", "reached"),
        ("今年的目标是5%", None),
    ],
    ids=["below", "not", "above", "reached", "a-goal"],
)
def test_a_clause_says_how_a_thing_stands_to_its_goal(clause: str, relation: str | None) -> None:
    assert relation_to_goal(clause) == relation


@pytest.mark.parametrize(
    ("claimed", "stated", "holds"),
    [
        ("超过10万亿元", "10.3万亿元", True),
        ("超过10万亿元", "9.9万亿元", False),
        ("低于10%", "18.5%", False),
        ("不到100万人", "120万人以上", False),
        ("不低于5%", "5%", True),
        ("5.5%", "5.5%", True),
    ],
    ids=["over", "not-over", "not-under", "not-fewer", "at-least", "equal"],
)
def test_a_figure_lies_where_it_is_said_to(claimed: str, stated: str, holds: bool) -> None:
    assert lies(figures(claimed)[0], figures(stated)[0]) == holds


def test_a_goal_whose_result_nothing_tells_is_not_said_to_be_reached(sea: Chain) -> None:
    answer = ask(sea, "浙江2026年GDP增长目标完成了吗")
    assert not answer.answered
    assert answer.reason == "文库中只有浙江2026年地区生产总值的目标，还没有文件说结果"
    assert answer.citations == ()
