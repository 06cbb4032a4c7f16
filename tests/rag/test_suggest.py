"""Questions one click away."""

from pathlib import Path

from rag.chain import Chain
from tests.rag.library import ask, chain_over

REPORT = "{year}年安徽省政府工作报告\n一、目标\n今年粮食产量目标是{year}0万斤以上。\n"


def test_a_question_of_several_places_or_none_offers_no_other_year(chain: Chain) -> None:
    for question in ("浙江和江苏2026年GDP增长目标谁高？", "2026年就业目标是多少", "浙江就业目标"):
        assert ask(chain, question).suggestions == ()


def test_an_english_question_offers_no_chinese_one(chain: Chain) -> None:
    assert ask(chain, "What is Zhejiang's growth target for 2026?").suggestions == ()


def test_at_most_four_are_offered_and_the_newest_come_first(tmp_path: Path) -> None:
    texts = {f"{year}.txt": REPORT.format(year=year) for year in range(2019, 2027)}
    chain = chain_over(tmp_path, texts)
    offered = [s.label for s in ask(chain, "安徽2022年粮食产量目标是多少").suggestions]
    assert offered == ["安徽2026年", "安徽2025年", "安徽2024年", "安徽2023年"]


def test_no_suggestion_is_the_question_itself(chain: Chain) -> None:
    for question in ("浙江今年就业目标是多少？", "浙江二〇二六年就业目标是多少", "六大工程是哪些"):
        answer = ask(chain, question)
        assert question not in {s.question for s in answer.suggestions}
