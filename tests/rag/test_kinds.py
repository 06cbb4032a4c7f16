"""What kind of answer a question asks for, by many phrasings."""

import pytest

from rag.kinds import english_kind, is_claim, kind_of, statement
from rag.types import AnswerKind

CHINESE: dict[AnswerKind, list[str]] = {
    "number": [
        "浙江2026年城镇新增就业目标是多少",
        "江苏去年卖了多少辆新能源车？",
        "高速公路里程有多长",
        "研发投入占比要到几个百分点",
        "养老床位新增几张",
        "江苏粮食产量",
        "浙江 2026 GDP 增速 目标",
        "好天占比到了多少",
        "研发投入比上年多多少",
    ],
    "enumeration": [
        "六大工程是哪些",
        "六大工程分别是什么？",
        "哪三项改革先行",
        "“五新”指的是什么",
        "十件民生实事都有哪些",
        "三大未来产业指什么",
        "两个先行是指哪两个",
    ],
    "list": [
        "浙江支持哪些产业",
        "列举江苏的重点项目",
        "养老方面有什么安排",
        "今年要建哪些铁路？",
    ],
    "how": [
        "浙江怎么稳外贸",
        "如何扩大消费？",
        "为什么要发展海洋经济",
        "稳就业的举措",
        "江苏靠什么留住人才",
        "医保改革咋推进",
        "闲置厂房拿来干嘛",
    ],
    "who": [
        "谁作的报告",
        "哪位局长谈了科技创新？",
        "这话是什么人说的",
        "德清的县长叫什么",
    ],
    "when": [
        "甬舟铁路什么时候通车",
        "哪一年建成？",
        "报告是哪天作的",
        "大会是几月开的",
        "大会几号开幕",
        "何时开工",
    ],
    "where": [
        "风电场建在哪里",
        "航线通到哪儿？",
        "哪个城市建国际消费中心",
        "试点放在什么地方",
    ],
    "yesno": [
        "浙江今年会取消午餐费吗？",
        "是否提高基础养老金",
        "有没有新开航线",
        "能不能异地刷医保",
        "医保可不可以跨省共济",
        "去年的就业目标完成了没",
        "GDP超过9万亿了没有？",
    ],
    "compare": [
        "浙江和江苏谁的目标高",
        "浙江比江苏高多少",
        "哪个省增速更快",
        "两省的粮食产量差距有多大",
        "江苏与浙江相比如何",
        "浙江、江苏的目标各是多少",
    ],
    "trend": [
        "浙江的增长目标这几年怎么变",
        "历年就业目标",
        "粮食产量的变化",
        "2024年到2026年增速走势",
    ],
    "table": [
        "各省2026年就业目标是多少",
        "每个省的粮食产量",
        "31个省的增长目标",
    ],
    "mention": [
        "哪些省提到了低空经济",
        "谁提到过低空经济",
        "哪些报告提到新质生产力？",
        "1.2万亿出自哪里",
        "5.5%是哪个省的目标",
        "新质生产力最早什么时候出现",
        "低空经济提了几次",
    ],
    "claim": [
        "浙江2026年新增养老床位1.5万张。",
        "江苏粮食产量达到760亿斤，创历史新高",
        "浙江2026年增长目标是5%以上",
        "江苏2026年的目标是4.8%，对吗？",
        "甬舟铁路已经开工",
    ],
}
ENGLISH: dict[AnswerKind, list[str]] = {
    "number": [
        "How many jobs will Zhejiang create in 2026?",
        "What is the growth target of Jiangsu?",
        "What share of the budget goes to schools?",
        "grain output Jiangsu 2025",
    ],
    "who": ["Who delivered the report?", "Which official spoke about schools?"],
    "when": ["When will the railway open?", "In which year does the port open?"],
    "where": ["Where is the wind farm?", "Which city builds a centre for shoppers?"],
    "how": ["How will Zhejiang steady its growth?", "Why do young people leave?"],
    "enumeration": ["What are the six schemes?", "Name the three industries."],
    "list": ["Which railways start in 2026?", "What does the report say about tourism?"],
    "yesno": ["Will Zhejiang raise its target?", "Is the lunch free?"],
    "compare": ["Is the target of Zhejiang higher than that of Jiangsu?", "Zhejiang vs Jiangsu"],
    "table": ["the growth target of each province"],
    "trend": ["How has the target changed from 2024 to 2026? Show the trend."],
    "claim": ["Zhejiang aims to grow by 5 percent in 2026.", "Jiangsu built 260 parks."],
}


@pytest.mark.parametrize("kind", CHINESE)
def test_every_phrasing_of_a_kind_is_that_kind(kind: AnswerKind) -> None:
    assert {text: kind_of(text) for text in CHINESE[kind]} == dict.fromkeys(CHINESE[kind], kind)


@pytest.mark.parametrize("kind", ENGLISH)
def test_every_english_phrasing_of_a_kind_is_that_kind(kind: AnswerKind) -> None:
    found = {text: english_kind(text) for text in ENGLISH[kind]}
    assert found == dict.fromkeys(ENGLISH[kind], kind)


@pytest.mark.parametrize(
    "text", ["江苏粮食", "浙江 就业 目标", "养老床位", "GDP", "新昌高企2026"], ids=list("abcde")
)
def test_bare_keywords_are_no_claim(text: str) -> None:
    assert not is_claim(text)
    assert kind_of(text) == "number"


def test_white_space_and_the_question_mark_do_not_change_the_kind() -> None:
    for kind, texts in CHINESE.items():
        assert {kind_of(f" {text}\n") for text in texts} == {kind}
        if kind != "claim":
            assert {kind_of(text.rstrip("？") + "？") for text in texts} == {kind}


def test_a_question_about_a_statement_is_the_statement() -> None:
    assert statement("浙江目标是5%，对吗？") == "浙江目标是5%"
    assert statement("浙江目标是5%，是真的吗") == "浙江目标是5%"
    assert statement("浙江目标是5%。") == "浙江目标是5%。"


def test_a_text_of_nothing_is_no_claim() -> None:
    assert kind_of("") != "refusal"
    assert english_kind("") != "refusal"
