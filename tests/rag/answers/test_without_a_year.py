"""A figure of a place where the question names no year: the newest document's, its role told."""

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over

OLD = (
    "2025年青岩县政府工作报告\n\n一、2024年工作回顾\n全县地区生产总值增长5.1%。\n"
    "二、2025年工作安排\n今年的主要目标是：地区生产总值增长5.5%左右。\n"
)
NEW = (
    "2026年青岩县政府工作报告\n\n一、2025年工作回顾\n全县地区生产总值增长6.2%。\n"
    "全县城镇化率达到61.4%。\n"
    "二、2026年工作安排\n今年的主要目标是：地区生产总值增长6.5%左右，城镇化率达到63%。\n"
    "充电桩达到800个。\n"
)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("county"), {"a.txt": OLD, "b.txt": NEW})


def test_result_and_target_are_both_told_and_told_apart(chain: Chain) -> None:
    answer = ask(chain, "青岩县GDP增长多少").answer
    assert "青岩县2025年：全县地区生产总值增长6.2%[1]" in answer
    assert "青岩县2026年目标：地区生产总值增长6.5%左右[2]" in answer
    assert "5.1%" not in answer
    assert "没有说年份" in answer


def test_a_target_that_is_asked_for_stands_alone(chain: Chain) -> None:
    answer = ask(chain, "青岩县GDP增长目标是多少").answer
    assert "6.5%" in answer
    assert "6.2%" not in answer


def test_a_year_that_is_asked_about_is_kept_to(chain: Chain) -> None:
    answer = ask(chain, "青岩县2024年GDP增长多少").answer
    assert "5.1%" in answer
    assert "没有说年份" not in answer


def test_what_was_reached_goes_before_what_is_aimed_at(chain: Chain) -> None:
    assert "61.4%" in ask(chain, "青岩县城镇化率达到百分之多少").answer


def test_a_target_that_nobody_calls_one_is_called_one(chain: Chain) -> None:
    assert "这是2026年的目标" in ask(chain, "青岩县充电桩达到多少个").answer
    assert "这是2026年的目标" not in ask(chain, "青岩县充电桩今年要达到多少个").answer
