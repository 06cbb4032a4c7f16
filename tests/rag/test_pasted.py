"""Pasted texts: the question at the end is asked; a statement is checked up to a point."""

import time

from rag.chain import Chain
from rag.pasted import asked_of
from tests.rag.library import ask

PASTED = (
    "我们要坚持稳字当头、进中提质，把做强实体经济摆在首位，推动经济实现质的有效提升。"
    "今年浙江经济社会发展的主要预期目标是：地区生产总值增长5%以上，城镇新增就业105万人以上，"
    "居民消费价格涨幅1.5%左右。2026年要重点实施科创登峰工程、数智强基工程、蓝海拓展工程等工程。"
    "甬舟跨海铁路全线开工，通车后宁波到舟山只需要30分钟。"
)
FACTS = "".join(f"第{at}批改造老旧小区{at + 300}个。" for at in range(1, 31))


def test_the_question_that_ends_a_pasted_text_is_what_is_asked() -> None:
    assert asked_of(f"{PASTED}江苏2025年的就业目标是多少？") == "江苏2025年的就业目标是多少？"
    assert asked_of(f"{PASTED}\n江苏2025年的就业目标是多少") == "江苏2025年的就业目标是多少"


def test_it_takes_the_one_place_and_year_of_the_text_that_it_leaves_out() -> None:
    pasted = PASTED.replace("宁波到舟山", "全程")
    assert asked_of(f"{pasted}粮食产量目标是多少？") == "浙江2026年粮食产量目标是多少？"


def test_a_sentence_of_context_stays_with_its_question() -> None:
    text = "浙江今年的目标是5%以上。去年是多少？"
    assert asked_of(text) == text


def test_a_pasted_text_without_a_question_stays_whole() -> None:
    assert asked_of(PASTED) == PASTED
    assert asked_of(PASTED + "多少困难都要克服。") == PASTED + "多少困难都要克服。"
    assert asked_of("") == ""


def test_the_answer_is_that_of_the_question(chain: Chain) -> None:
    answer = ask(chain, f"{PASTED}江苏2026年的粮食产量目标是多少？")
    assert (answer.kind, answer.verdict) == ("number", None)
    assert "755亿斤以上" in answer.answer


def test_a_pasted_statement_is_checked_up_to_twelve_facts_and_says_so(chain: Chain) -> None:
    answer = ask(chain, FACTS)
    assert (answer.kind, len(answer.parts)) == ("claim", 12)
    assert answer.answer.endswith("（只核对了前12处说法，后面还有18处没有核对）")
    short = ask(chain, "浙江2026年城镇新增就业目标为105万人以上。")
    assert "没有核对" not in short.answer


def test_a_statement_of_five_thousand_characters_is_checked_in_seconds(chain: Chain) -> None:
    began = time.perf_counter()
    ask(chain, (FACTS * 20)[:5000])
    assert time.perf_counter() - began < 10
