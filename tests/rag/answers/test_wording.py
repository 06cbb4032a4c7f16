"""The wording of two reports of one place, over the whole chain."""

import pytest
from jsonschema import Draft202012Validator

from rag.chain import Chain
from rag.json import to_dict
from tests.rag.library import ask, chain_over
from tests.rag.provinces import report
from tests.rag.test_schema import SCHEMA

TEXTS = {
    "浙江2025.txt": report(
        "浙江",
        2025,
        "深入实施“千帆计划”，企业稳步成长。",
        "推动农村供水管网改造，让山区群众喝上放心水。加强海岛医疗服务建设。",
    ),
    "浙江2026.txt": report(
        "浙江",
        2026,
        "启动“星河行动”，“星河行动”初见成效。",
        "加快农村供水管网升级改造，让更多山区群众喝上放心水。加强海岛医疗服务建设。",
    ),
    "江苏2026.txt": report("江苏", 2026, "外贸稳定。", "建设港口。"),
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    return chain_over(tmp_path_factory.mktemp("wording"), TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "浙江2026年报告比2025年有哪些新提法",
        "浙江2025和2026年报告提法有什么变化",
        "浙江2026年报告有哪些新的表述",
        "浙江报告的提法有什么变化",
    ],
)
def test_new_dropped_and_reworded_are_told_and_cited(question: str, reports: Chain) -> None:
    answer = ask(reports, question)
    assert (answer.kind, answer.answered) == ("wording", True)
    new, dropped, *changed = answer.answer.split("\n")
    assert "“星河行动”（2次）[1]" in new
    assert "“千帆计划”" in dropped
    assert "“千帆计划”" not in new
    pair = "".join(changed)
    assert "2025年：“推动农村供水管网改造，让山区群众喝上放心水”" in pair
    assert "2026年：“加快农村供水管网升级改造，让更多山区群众喝上放心水”" in pair
    assert "海岛医疗" not in answer.answer
    assert {citation.place for citation in answer.citations} == {"浙江"}
    assert answer.lock.held == answer.lock.checked
    Draft202012Validator(SCHEMA).validate(to_dict(answer))


def test_every_term_stands_in_the_sentence_that_it_cites(reports: Chain) -> None:
    answer = ask(reports, "浙江2026年报告比2025年有哪些新提法")
    quoted = {citation.number: citation.text for citation in answer.citations}
    assert "星河行动" in quoted[1]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("江苏2026年报告有哪些新提法", "文库中没有江苏可以比较的两年报告（现有2026年）"),
        ("报告有哪些新提法", "没有说明比较的是哪一个地方的报告"),
    ],
)
def test_what_cannot_be_compared_is_refused(question: str, reason: str, reports: Chain) -> None:
    answer = ask(reports, question)
    assert (answer.kind, answer.reason) == ("refusal", reason)
