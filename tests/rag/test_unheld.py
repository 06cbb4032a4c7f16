"""What another place or another time says is no answer."""

import pytest

from rag.chain import Chain
from tests.rag.library import ask, chain_over

REPORT = """广东省政府工作报告（2026年）
一、2025年工作回顾
地区生产总值增长3.9%。深圳集成电路产业园建成投产，总投资120亿元。深中通道车流量日均8万辆次。
省重点项目完成投资1.78万亿元。
二、2026年工作安排
主要预期目标是：地区生产总值增长4.5%左右，进出口稳量提质。
"""


@pytest.fixture(scope="module")
def guangdong(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("guangdong"), {"guangdong.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("珠海2025年常住人口多少", "文库中没有珠海的文件，别的文件里也没有说到珠海的这件事"),
        ("广东2026年进出口增速目标是百分之几", "文库中没有给出广东2026年进出口的目标"),
        ("深中通道总投资多少亿元", "文库中没有给出深中通道的这个数字"),
    ],
    ids=["city", "in-words", "thing"],
)
def test_it_is_refused_with_the_reason(question: str, reason: str, guangdong: Chain) -> None:
    answer = ask(guangdong, question)
    assert not answer.answered
    assert answer.reason == reason
    assert answer.citations == ()


def test_what_the_province_says_of_the_city_is_an_answer(guangdong: Chain) -> None:
    answer = ask(guangdong, "深圳集成电路产业园总投资多少")
    assert "120亿元" in answer.answer
