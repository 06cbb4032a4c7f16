"""A figure of something else is no answer; a figure told in other words is."""

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over

REPORT = (
    "2026年青岩县政府工作报告\n\n一、2025年工作回顾\n"
    "生态环境持续改善，森林覆盖率达到53.4%，完成造林1.2万亩。\n"
    "工业机器人、光伏电池产量分别增长31.2%、12.5%。\n"
    "无人机产量增长39%，占全省九成。\n"
    "生产安全事故起数、死亡人数分别下降18%、12%。\n"
    "接待游客340万人次，其中入境游客2万人次。\n"
    "为80岁以上老人发放高龄津贴，每人每月120元。\n"
    "二、2026年工作安排\n新建公办幼儿园6所。\n"
)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("county"), {"a.txt": REPORT})


@pytest.mark.parametrize(
    "question",
    [
        "青岩县银行不良贷款率为百分之多少",
        "青岩县2025年造了多少架无人机",
        "青岩县入境游客一共花了多少钱",
        "青岩县社会消费品零售总额增长多少",
    ],
)
def test_the_figure_of_another_thing_is_not_given(chain: Chain, question: str) -> None:
    answer = ask(chain, question)
    assert not answer.answered, answer.answer


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("青岩县森林覆盖率达到百分之多少", "53.4%"),
        ("青岩县80岁以上的老人每个月补多少钱", "120元"),
        ("青岩县今年要新建多少所幼儿园", "6所"),
        ("青岩县光伏电池产量增长百分之多少", "12.5%"),
        ("青岩县来了多少万游客", "340万"),
    ],
)
def test_the_figure_asked_for_is(chain: Chain, question: str, figure: str) -> None:
    assert figure in ask(chain, question).answer
