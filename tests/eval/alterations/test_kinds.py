"""The rules that alter a sentence make another sentence of it, the same for a seed."""

import random

import pytest

from corpus.periods import Period
from eval.alterations.kinds import KINDS
from eval.alterations.material import Material
from eval.alterations.paraphrases import RULES
from tests.rag.guard.county import CITATIONS, IDENTITIES, citation

TEXT = (
    "2025年去年全省预计地区生产总值增长5.5%以上，达到1.2万亿元，不搞“大水漫灌”，基本建成茶叶、竹笋、"
    "药材、果蔬四个园区，增长5.2%，积极推进粮食增产，继续推进浙江力争完成36家。"
)


def material(text: str) -> Material:
    own = citation(1, text)
    return Material(
        own, (own, *CITATIONS[1:]), IDENTITIES["yunxi.txt"], Period(2025, 2025, "result")
    )


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind != "因果"], ids=range(len(KINDS) - 1)
)
def test_each_kind_alters_the_sentence(kind: str) -> None:
    found = list(KINDS[kind](TEXT, material(TEXT), random.Random(1)))
    assert found
    assert TEXT not in found


def test_cause_is_made_of_two_clauses() -> None:
    text = "园区基本建成投产，税收同比下降3.1%。"
    [found] = KINDS["因果"](text, material(text), random.Random(1))
    assert found == "由于园区基本建成投产，所以税收同比下降3.1%。"


@pytest.mark.parametrize("kind", KINDS, ids=range(len(KINDS)))
def test_the_same_seed_makes_the_same_alterations(kind: str) -> None:
    first, second = (list(KINDS[kind](TEXT, material(TEXT), random.Random(7))) for _ in range(2))
    assert first == second


def test_an_altered_figure_is_no_rounding_of_the_old() -> None:
    for seed in range(30):
        found = KINDS["数字"]("总值120亿元。", material("总值120亿元。"), random.Random(seed))
        assert not any("120" in text or "119" in text for text in found)


PARAPHRASED = {
    "换词": ("力争实现地区生产总值增长5%。", "争取实现地区生产总值增长5%。"),
    "换单位": ("地区生产总值12000亿元。", "地区生产总值1.2万亿元。"),
    "换数字写法": ("失业率5.5%。", "失业率百分之五点五。"),
    "年份写明": ("去年增长5%。", "2025年增长5%。"),
    "点明文件": ("增长5%。", "云溪2026年的报告提出，增长5%。"),
    "加连接词": ("增长5%。", "其中，增长5%。"),
    "地名写明": ("城镇新增就业5万人。", "云溪城镇新增就业5万人。"),
    "换语序": ("茶叶产量增长5%，竹笋产量增长6%。", "竹笋产量增长6%，茶叶产量增长5%。"),
    "去虚词": ("今年，大力发展茶叶产业。", "今年，发展茶叶产业。"),
    "只留一句": ("城镇新增就业达到5万人，失业率下降。", "城镇新增就业达到5万人。"),
}


@pytest.mark.parametrize("rule", RULES, ids=range(len(RULES)))
def test_each_rule_says_the_same_in_other_words(rule: str) -> None:
    text, other = PARAPHRASED[rule]
    assert next(RULES[rule](material(text))) == other
