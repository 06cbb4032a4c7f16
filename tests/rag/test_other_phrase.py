"""Follow-ups that name another phrase to look for."""

import pytest

from rag.chain import Chain
from rag.other_phrase import other_phrase
from tests.rag.library import ask


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        ("哪些省提到低空经济", "那新质生产力呢", "哪些省提到新质生产力"),
        ("低空经济提了几次？", "换成海上风电", "海上风电提了几次？"),
        ("低空经济", "新质生产力", "新质生产力"),
        ("1.2万亿出自哪里", "那5.5%呢？", "5.5%出自哪里"),
        ("哪些省提到低空经济", "新质生产力", ""),
        ("浙江怎么稳外贸", "那新质生产力呢", ""),
        ("粮食产量", "那就业呢", ""),
        ("哪些省提到低空经济", "那怎么发展呢", ""),
    ],
)
def test_another_phrase_takes_the_place_of_the_last(last: str, text: str, whole: str) -> None:
    assert other_phrase(text, last) == whole


def test_a_follow_up_is_answered_like_the_question_before(chain: Chain) -> None:
    answer = ask(chain, "那海洋经济呢", "哪些省提到海上风电场")
    assert (answer.kind, answer.resolved) == ("mention", "哪些省提到海洋经济")
    assert "2个省中有1个的文件提到“海洋经济”" in answer.answer
