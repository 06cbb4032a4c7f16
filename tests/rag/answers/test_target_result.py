"""A year's target beside what was reached."""

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over

BEFORE = """浙江省政府工作报告（2025年）
一、2024年工作回顾
去年全省生产总值增长5.5%。
二、2025年工作安排
今年主要预期目标是：全省生产总值增长5.5%左右，居民消费价格涨幅2%左右，粮食产量126亿斤以上。
"""
AFTER = """浙江省政府工作报告（2026年）
一、2025年工作回顾
去年全省生产总值增长5.7%，居民消费价格上涨0.3%，粮食产量128亿斤。
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("two"), {"a.txt": BEFORE, "b.txt": AFTER})


def test_both_stand_side_by_side_with_the_difference(two: Chain) -> None:
    answer = ask(two, "浙江2025年GDP增长目标是多少，实际增长了多少")
    assert "5.5%左右" in answer.answer
    assert "5.7%" in answer.answer
    assert "实际高于目标0.2个百分点，完成目标" in answer.answer
    assert {citation.year for citation in answer.citations} == {2025, 2026}


def test_where_the_target_is_a_bound_less_is_reached(two: Chain) -> None:
    answer = ask(two, "浙江2025年物价涨幅目标是多少，实际结果呢")
    assert "实际低于目标1.7个百分点，完成目标" in answer.answer


def test_amounts_are_set_side_by_side_without_points(two: Chain) -> None:
    answer = ask(two, "浙江2025年粮食产量目标和实际结果各是多少")
    assert "126亿斤以上" in answer.answer
    assert "128亿斤" in answer.answer
    assert "个百分点" not in answer.answer
