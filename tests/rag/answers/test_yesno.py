"""Yes or no: the word first, then the sentence that decides."""

import pytest

from rag.chain import Chain
from rag.yes_no.words import denies
from tests.rag.library import ask

CARS = "新能源汽车产量居全国第二位"
INVESTED = "固定资产投资增长2.4%"


@pytest.mark.parametrize(
    ("question", "word", "told"),
    [
        ("浙江2025年新能源汽车产量居全国第二吗", "是", CARS),
        ("浙江2025年新能源汽车产量排全国前三吗", "是", CARS),
        ("浙江2025年新能源汽车产量居全国第一吗", "否", CARS),
        ("浙江2025年新能源汽车产量居全国首位吗", "否", CARS),
        ("浙江2025年新能源汽车产量是不是全国第一", "否", CARS),
        ("浙江2025年固定资产投资有没有增长", "是", INVESTED),
        ("浙江2025年固定资产投资下降了吗", "否", INVESTED),
        ("浙江2025年义务教育学校午餐费有没有取消", "否", "没有取消"),
        ("浙江2025年取消学校午餐费了吗", "否", "没有取消"),
        ("浙江2026年要扩大有效投资吗", "是", "扩大有效投资"),
        ("浙江2025年GDP突破9万亿元了吗", "是", "9.12万亿元"),
        ("浙江2025年GDP有没有突破10万亿元", "否", "9.12万亿元"),
        ("浙江2026年新增就业目标超过100万人吗", "是", "105万人以上"),
        ("浙江2026年新增就业目标超过110万人吗", "否", "105万人以上"),
        ("浙江2026年GDP增长目标是5%以上吗", "是", "5%以上"),
        ("浙江2026年GDP增长目标是6%吗", "否", "5%以上"),
    ],
    ids=[
        *("rank", "among", "not-first", "not-top", "is-it-first", "grew", "fell"),
        *("lunch", "lunch-too", "words", "over", "not-over", "above", "not-above"),
        *("figure", "other-figure"),
    ],
)
def test_the_sentence_decides(question: str, word: str, told: str, provinces: Chain) -> None:
    answer = ask(provinces, question)
    assert answer.kind == "yesno"
    assert answer.answer.startswith(f"{word}。")
    assert told in answer.answer
    [cited] = answer.citations
    assert told in cited.text


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("取消午餐费了吗", "午餐费没有取消。"),
        ("取消午餐费了吗", "午餐费尚未取消。"),
        ("是不是全面免票", "部分景区免票。"),
        ("新建公园620个吗", "新建公园260个。"),
        ("产量超过26万辆吗", "产量达到25万辆。"),
    ],
    ids=["not", "not-yet", "part", "figure", "not-over"],
)
def test_a_sentence_denies_by_negation_part_or_figure(question: str, sentence: str) -> None:
    assert denies(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("取消午餐费了吗", "午餐费取消了。"),
        ("有没有取消午餐费", "午餐费取消了。"),
        ("事业不断发展吗", "事业不断发展。"),
        ("未来产业发展吗", "未来产业发展。"),
        ("是不是全面免票", "全部景区免票，部分景区延时。"),
        ("新建公园260个吗", "新建公园260个，改造小区640个。"),
        ("产量超过26万辆吗", "产量达到29.9万辆。"),
        ("新建公园了吗", "新建公园260个。"),
    ],
    ids=["yes", "asked", "word", "future", "whole", "figure", "over", "no-figure"],
)
def test_it_does_not_deny_what_it_only_words_otherwise(question: str, sentence: str) -> None:
    assert not denies(question, sentence)
