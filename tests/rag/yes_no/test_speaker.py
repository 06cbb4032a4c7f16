"""Who says it: yes and no by the speaker of the sentence that has the words."""

import pytest

from corpus.types import Passage
from rag.chain import Chain
from rag.said_by import said_by
from tests.rag.library import ask, chain_over

INTERVIEWS = (
    "2026年青岩县访谈摘编\n\n"
    "丁远山提出，全县的科技工作以五项行动为主干。\n"
    "陈秋白说，人才像候鸟，林子越密，落脚的就越多。\n"
)


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("talks"), {"青岩.txt": INTERVIEWS})


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("“人才像候鸟”是陈秋白说的吗", "是"),
        ("“人才像候鸟”是丁远山说的吗？", "否"),
        ("拿候鸟比人才的，是丁远山吗", "否"),
        ("人才像候鸟，这话是陈秋白讲的吧？", "是"),
    ],
)
def test_the_speaker_of_the_sentence_decides(chain: Chain, question: str, word: str) -> None:
    answer = ask(chain, question)
    assert answer.answer.startswith(word)
    assert "候鸟" in answer.citations[0].text


def test_another_speaker_is_named(chain: Chain) -> None:
    assert "这话是陈秋白说的" in ask(chain, "“人才像候鸟”是丁远山说的吗？").answer


@pytest.mark.parametrize(
    ("text", "speaker"),
    [("陈秋白说，人才像候鸟。", "陈秋白"), ("会议指出，要稳就业。", ""), ("他表示，好。", "")],
)
def test_a_sentence_may_name_who_says_it(text: str, speaker: str) -> None:
    assert said_by(Passage("a.txt", 0, len(text), text)) == speaker
