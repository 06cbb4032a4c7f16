"""English questions are answered in an English frame."""

import pytest

from rag.chain import Chain
from tests.rag.library import ask


@pytest.mark.parametrize(
    ("question", "frame", "figure"),
    [
        (
            "What is Zhejiang's GDP growth target for 2026?",
            "According to the 2026 government work report of Zhejiang: ",
            "5%以上",
        ),
        (
            "Did Zhejiang's new energy vehicle output rank second in China in 2025?",
            "Yes. According to the 2026 government work report of Zhejiang: ",
            "全国第二位",
        ),
    ],
    ids=["number", "yes"],
)
def test_the_frame_is_english_and_the_words_are_the_documents(
    question: str, frame: str, figure: str, provinces: Chain
) -> None:
    answer = ask(provinces, question)
    assert answer.answer.startswith(frame)
    assert figure in answer.answer
    assert figure in answer.citations[0].text


def test_a_refusal_says_so_in_english(provinces: Chain) -> None:
    answer = ask(provinces, "What is the GDP growth target of Guizhou for 2026?")
    assert not answer.answered
    assert answer.answer.startswith("The documents do not answer this: ")


def test_a_chinese_question_gets_no_frame(provinces: Chain) -> None:
    assert "According" not in ask(provinces, "浙江2026年GDP增长目标是多少").answer
