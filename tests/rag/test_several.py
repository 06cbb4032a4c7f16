"""Several questions in one are answered one after the other, as one answer."""

import re
from dataclasses import replace

import pytest

from rag.chain import Chain
from rag.joined import joined
from rag.several import each, questions
from rag.types import Answer, Citation, Part, Question, Row, Table, Turn
from tests.rag.library import ask

SPLIT = {
    "marks": ("浙江2025年目标是多少？江苏呢？", ("浙江2025年目标是多少？", "江苏呢？")),
    "again": ("浙江的目标是多少，江苏又是多少", ("浙江的目标是多少", "江苏又是多少")),
    "topic": ("GDP目标是多少，就业目标又是多少？", ("GDP目标是多少", "就业目标又是多少？")),
    "thrice": ("浙江是多少；江苏呢；安徽呢", ("浙江是多少", "江苏呢", "安徽呢")),
    "numbered": ("1. 浙江是多少？2. 江苏呢？", ("浙江是多少？", "江苏呢？")),
    "context": (
        "浙江有个工程。是什么？江苏也有。是什么工程？",
        ("浙江有个工程。是什么？", "江苏也有。是什么工程？"),
    ),
    "english": (
        "What is Zhejiang's target? And Jiangsu's?",
        ("What is Zhejiang's target?", "And Jiangsu's?"),
    ),
}
WHOLE = {
    "one": "浙江2025年目标是多少？",
    "context": "浙江提出了“千项万亿”工程。这个工程是什么？",
    "tag": "浙江2025年目标是5.5%，对吗？是不是？",
    "thanks": "浙江2025年目标是多少？谢谢",
    "order": "浙江2025年目标是多少？请用一句话回答。",
    "gap": "浙江和江苏谁的目标高？差多少？",
    "each": "两省规模差得大吗？各是多少",
    "years": "2024年浙江GDP是多少，2025年又是多少",
    "result": "浙江2025年目标是多少，结果又是多少",
    "quoted": "报告里“怎么看？怎么办？”是什么意思",
    "titled": "《为什么？怎么办？》讲了什么",
    "compared": "浙江和江苏谁的GDP目标高，高多少",
    "claim": "浙江2025年目标是5.5%，江苏是5%。",
    "asked-once": "京津冀社保卡能干更多事吗，天津怎么做呢？",
    "nothing": "？？",
}


@pytest.mark.parametrize("name", SPLIT)
def test_a_text_is_cut_into_its_questions(name: str) -> None:
    text, parts = SPLIT[name]
    assert questions(text) == parts


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_one_question_stays_one(name: str) -> None:
    assert questions(WHOLE[name]) == (WHOLE[name],)


def test_each_is_asked_as_a_follow_up_of_those_before() -> None:
    asked: list[Question] = []

    def echo(question: Question) -> Answer:
        asked.append(question)
        return Answer(question.text, question.text, "number", True, f"答{len(asked)}")

    history = (Turn("user", "前面的问题"),)
    answer = each(Question("甲是多少？乙方呢？", history, id="q-1"), echo)
    assert [question.text for question in asked] == ["甲是多少？", "乙方呢？"]
    assert asked[0].history == history
    assert asked[1].history == (*history, Turn("user", "甲是多少？"), Turn("assistant", "答1"))
    assert (answer.question, answer.id, answer.answer) == ("甲是多少？乙方呢？", "q-1", "答1\n答2")


def test_three_are_answered_and_the_rest_is_told() -> None:
    asked: list[str] = []

    def echo(question: Question) -> Answer:
        asked.append(question.text)
        return Answer(question.text, question.text, "number", True, "好。")

    answer = each(Question("甲是多少？乙呢乙？丙呢丙？丁呢丁？戊呢戊？"), echo)
    assert asked == ["甲是多少？", "乙呢乙？", "丙呢丙？"]
    assert answer.answer.endswith("\n一次最多回答三个问题，后面的请再问一次。")


def _cited(number: int, start: int) -> Citation:
    return Citation(number, "a.txt", "", "浙江", 2026, (), None, start, start + 1, "文")


ONE = Answer(
    "甲",
    "甲",
    "table",
    True,
    "甲是一[1]。",
    citations=(_cited(1, 0), _cited(2, 5)),
    table=Table(("地区", "值"), (Row("浙江", 2026, "五", (2,)),)),
)
TWO = Answer(
    "乙",
    "乙",
    "claim",
    True,
    "乙是二[1][2]。",
    verdict="supported",
    citations=(_cited(1, 9), _cited(2, 0), _cited(3, 20)),
    table=Table(("地区", "值"), (Row("江苏", 2026, "六", (3,)),)),
    parts=(Part("乙", "supported", None, (1,)),),
)
NO = Answer("丙", "丙", "refusal", False, "没有。", reason="没有", near_misses=(_cited(1, 30),))


def test_citations_are_numbered_through_and_equal_ones_share_a_number() -> None:
    answer = joined(Question("甲？乙？"), (ONE, TWO))
    assert answer.answer == "甲是一[1]。\n乙是二[3][1]。"
    assert [(c.number, c.start) for c in answer.citations] == [(1, 0), (2, 5), (3, 9)]
    assert answer.parts[0].citations == (3,)


def test_the_table_is_the_first_that_there_is() -> None:
    assert joined(Question("甲？乙？"), (ONE, TWO)).table == ONE.table
    later = joined(Question("甲？乙？"), (replace(ONE, table=None), TWO)).table
    assert later is not None
    assert [(row.place, row.citations) for row in later.rows] == [("江苏", (4,))]


def test_it_is_of_the_kind_of_the_first_that_answers() -> None:
    answer = joined(Question("丙？甲？"), (NO, ONE))
    assert (answer.kind, answer.answered, answer.reason, answer.near_misses) == (
        "table",
        True,
        "",
        (),
    )
    assert answer.answer == "没有。\n甲是一[1]。"


def test_it_is_refused_only_where_all_are() -> None:
    answer = joined(Question("丙？丁？"), (NO, NO))
    assert (answer.kind, answer.answered, answer.reason) == ("refusal", False, "没有")
    assert answer.near_misses == NO.near_misses


def test_two_questions_give_the_answers_of_each(chain: Chain) -> None:
    answer = ask(chain, "浙江2026年就业目标是多少？江苏的粮食产量目标呢？")
    first, second = answer.answer.split("\n")
    assert "105万人以上" in first
    assert "755亿斤以上" in second
    assert {citation.place for citation in answer.citations} == {"浙江", "江苏"}
    assert answer.resolved.startswith("浙江2026年就业目标是多少？江苏2026年的粮食产量目标")
    assert answer.scope.places == ("浙江", "江苏")
    assert answer.lock.held == answer.lock.checked == 2
    assert len(answer.passages) <= 10


def test_a_stream_tells_them_in_order(chain: Chain) -> None:
    question = Question("浙江2026年就业目标是多少？江苏的粮食产量目标呢？")
    snapshots = [answer.answer for answer in chain.stream(question)]
    assert len(snapshots) >= 2
    assert re.search(r"105万人以上", snapshots[0])
    assert "755亿斤" not in snapshots[0]


def test_a_follow_up_of_several_questions_follows_the_last(chain: Chain) -> None:
    answer = ask(chain, "那浙江呢", "浙江2026年就业目标是多少？江苏的粮食产量目标呢？")
    assert "127亿斤以上" in answer.answer


def test_all_provinces_after_one_are_all(provinces: Chain) -> None:
    answer = ask(provinces, "浙江2026年就业目标是多少？各省2026年GDP增长目标？")
    assert answer.table is not None
    assert len(answer.table.rows) == 4
