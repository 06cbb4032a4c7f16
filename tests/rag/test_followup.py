"""Follow-ups made whole."""

import pytest

from rag.followup import resolve
from rag.types import Turn

TARGET = "浙江2026年城镇新增就业目标是多少？"
ENGLISH = "What is Zhejiang's growth target for 2026?"


def asked(*questions: str) -> str:
    """The last question, made whole by those before it."""
    *before, last = questions
    history = [
        turn
        for question in before
        for turn in (Turn("user", question), Turn("assistant", "江苏的答案在2019年[1]。"))
    ]
    return resolve(last, tuple(history))


@pytest.mark.parametrize(
    "text",
    ["那江苏呢", "那江苏呢？", "江苏呢?", "江苏的呢", "那么江苏呢", "江苏"],
    ids=["that", "asked", "ascii", "of", "then", "bare"],
)
def test_a_new_place_takes_the_place_of_the_old_one(text: str) -> None:
    assert asked(TARGET, text) == "江苏2026年城镇新增就业目标是多少？"


@pytest.mark.parametrize(
    "text",
    ["换成江苏", "那江苏怎么样", "江苏又是多少？", "what about Jiangsu?"],
    ids=["instead", "how", "again", "english"],
)
def test_a_new_place_may_be_worded_in_other_ways(text: str) -> None:
    assert asked(TARGET, text) == "江苏2026年城镇新增就业目标是多少？"


@pytest.mark.parametrize(
    "text", ["那2025年呢", "2025年的呢？", "那么2025呢", "改成2025年"], ids=list("abcd")
)
def test_a_new_year_takes_the_place_of_the_old_one(text: str) -> None:
    assert asked(TARGET, text) == "浙江2025年城镇新增就业目标是多少？"


def test_place_and_year_can_change_at_once() -> None:
    assert asked(TARGET, "那江苏2025年呢") == "江苏2025年城镇新增就业目标是多少？"


def test_a_relative_year_stays_as_it_is_said() -> None:
    assert asked(TARGET, "那去年呢") == "浙江去年城镇新增就业目标是多少？"
    assert asked("浙江今年的粮食产量", "2024年呢") == "浙江2024年的粮食产量"


def test_a_place_or_year_is_added_where_there_was_none() -> None:
    assert asked("粮食产量是多少", "那江苏呢") == "江苏粮食产量是多少"
    assert asked("浙江粮食产量是多少", "那2025年呢") == "浙江2025年粮食产量是多少"


def test_a_range_gives_way_to_one_year() -> None:
    assert asked("浙江2021年至2026年目标", "那2025年呢") == "浙江2025年目标"


def test_several_places_give_way_to_several() -> None:
    assert asked("浙江和江苏谁的目标高", "那山东和广东呢") == "山东和广东谁的目标高"
    assert asked("浙江比江苏高多少", "那山东和广东呢") == "山东比广东高多少"
    assert asked("浙江省杭州市的目标", "那江苏呢") == "江苏的目标"


def test_a_place_in_a_title_is_not_replaced() -> None:
    assert asked("《浙江日报》说浙江怎样", "那江苏呢") == "《浙江日报》说江苏怎样"


def test_the_country_can_be_the_new_place() -> None:
    assert asked(TARGET, "那全国呢") == "全国2026年城镇新增就业目标是多少？"


def test_another_topic_keeps_place_and_year() -> None:
    assert asked(TARGET, "那粮食产量呢") == "浙江2026年粮食产量目标是多少？"
    assert asked(TARGET, "它的粮食目标呢？") == "浙江2026年粮食目标是多少？"
    assert asked(TARGET, "它的人口是多少") == "浙江2026年人口是多少"
    assert asked(TARGET, "六大工程是哪些？") == "浙江2026年六大工程是哪些？"


def test_another_topic_of_another_place_keeps_the_year() -> None:
    assert asked(TARGET, "那江苏的粮食产量呢") == "江苏2026年的粮食产量"


def test_a_comparison_keeps_both_places() -> None:
    whole = asked(TARGET, "和江苏比呢")
    assert whole == "浙江和江苏2026年城镇新增就业目标是多少，相比呢"
    assert asked(TARGET, "比江苏高吗").startswith("浙江和江苏2026年城镇新增就业目标")


@pytest.mark.parametrize(
    "text", ["怎么实现", "具体有哪些措施？", "为什么", "其中民营企业多少家"], ids=list("abcd")
)
def test_a_question_that_leans_on_the_last_one_is_put_behind_it(text: str) -> None:
    assert asked(TARGET, text) == f"浙江2026年城镇新增就业目标是多少，{text}"


@pytest.mark.parametrize(
    "text",
    [
        "江苏2025年粮食产量目标是多少？",
        "国务院对哪些国家实行单方面免签呢",
        "谁提出要在山区县建设青年农创学院",
        "再生水利用率到2026年要达到多少",
        "How many jobs will Jiangsu create in 2025?",
    ],
    ids=["whole", "asks-with-ne", "who", "again", "english"],
)
def test_a_whole_question_is_not_touched(text: str) -> None:
    assert asked(TARGET, text) == text


def test_chains_of_follow_ups_lead_back_to_the_first_question() -> None:
    assert asked(TARGET, "那江苏呢", "那2025年呢") == "江苏2025年城镇新增就业目标是多少？"
    assert asked(TARGET, "那2025年呢", "那江苏呢？") == "江苏2025年城镇新增就业目标是多少？"
    assert asked(TARGET, "那粮食呢", "那江苏呢") == "江苏2026年粮食目标是多少？"
    assert asked(TARGET, "怎么实现", "那江苏呢") == "江苏2026年城镇新增就业目标是多少，怎么实现"


def test_leaning_questions_do_not_pile_up() -> None:
    whole = asked(TARGET, "怎么实现", "为什么", "具体有哪些措施")
    assert whole == "浙江2026年城镇新增就业目标是多少，具体有哪些措施"


def test_a_whole_question_starts_afresh() -> None:
    new = "江苏2025年一般公共预算收入目标"
    assert asked(TARGET, new, "那浙江呢") == "浙江2025年一般公共预算收入目标"


def test_english_follow_ups() -> None:
    jiangsu = "What is Jiangsu's growth target for 2026?"
    assert asked(ENGLISH, "What about Jiangsu?") == jiangsu
    assert asked(ENGLISH, "and Jiangsu") == jiangsu
    assert asked(ENGLISH, "And in 2025?") == "What is Zhejiang's growth target for 2025?"
    both = asked(ENGLISH, "How about Jiangsu?", "And 2025?")
    assert both == "What is Jiangsu's growth target for 2025?"
    assert asked(ENGLISH, "那江苏呢？") == jiangsu


def test_the_assistants_words_do_not_count() -> None:
    before, after = Turn("assistant", "江苏2019年如何如何"), Turn("assistant", "无")
    history = (before, Turn("user", TARGET), after)
    assert resolve("那2025年呢", history) == "浙江2025年城镇新增就业目标是多少？"


def test_without_a_question_before_nothing_is_resolved() -> None:
    assert resolve("那江苏呢", ()) == "那江苏呢"
    assert resolve("那江苏呢", (Turn("assistant", "你好"),)) == "那江苏呢"
    assert asked("", "  ", "那江苏呢") == "那江苏呢"


def test_a_long_conversation_is_resolved_as_well() -> None:
    places = ["那江苏呢", "那浙江呢"] * 1500
    assert asked(TARGET, *places) == TARGET


@pytest.mark.parametrize("text", ["东京2025年GDP", "谁提到过低空经济"], ids=["abroad", "use"])
def test_what_asks_of_another_country_or_of_who_says_a_thing_stands_alone(text: str) -> None:
    assert resolve(text, (Turn("user", "浙江2025年GDP增长目标是多少"),)) == text
