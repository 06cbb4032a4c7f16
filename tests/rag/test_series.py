"""A sentence that tells the whole course by itself."""

import pytest

from tests.rag.library import ask, chain_over

REPORT = """山东省政府工作报告（2026年）
一、过去五年工作回顾
高铁里程由2110公里增至3055公里，居全国第一。高铁建设步伐加快，今年高铁里程要突破3400公里。
财政赤字从2023年的170亿元、2024年的127亿元，降低到2025年的27亿元。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("山东十四五期间高铁里程变化", "由2110公里增至3055公里"),
        ("山东2023到2025年财政赤字怎么变的", "降低到2025年的27亿元"),
    ],
    ids=["from-to", "years"],
)
def test_one_sentence_answers(
    question: str, told: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chain = chain_over(tmp_path_factory.mktemp("series"), {"shandong.txt": REPORT})
    answer = ask(chain, question)
    assert told in answer.answer
    assert len(answer.citations) == 1
