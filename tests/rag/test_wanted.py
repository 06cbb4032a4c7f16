"""What a question says about its answer."""

import pytest

from rag.wanted import (
    announced,
    asked_count,
    asked_units,
    defines,
    explicit_unit,
    has_unit,
    listed,
)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("六大工程是哪些", 6),
        ("哪两个城市", 2),
        ("12项任务是什么", 12),
        ("十二项任务是什么", 12),
        ("二十条举措有哪些", 20),
        ("这三类人是谁", 3),
        ("八个方面", 8),
        ("两件大事", 2),
    ],
    ids=["six", "two", "digits", "twelve", "twenty", "three", "eight", "two-things"],
)
def test_the_count_of_a_list_is_read(question: str, count: int) -> None:
    assert asked_count(question) == count


@pytest.mark.parametrize(
    "question",
    ["2026年有哪些", "十四五规划的目标", "第三条保障线是什么", "三农工作", "有哪些工程", "一个"],
    ids=["year", "plan", "ordinal", "word", "none", "one"],
)
def test_what_is_no_count(question: str) -> None:
    assert asked_count(question) is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("六大工程是哪些", "六大工程"),
        ("浙江的六大工程都有什么", "六大工程"),
        ("六大工程的内容", "六大工程"),
        ("六大工程里有什么", "六大工程"),
        ("“五新”指的是什么", "五新"),
        ("五新是什么", "五新"),
        ("四横三纵是什么", "四横三纵"),
        ("十件实事都有哪些", "十件实事"),
        ('"星火三百"行动是什么', "星火三百"),
    ],
    ids=["plain", "place", "of", "in", "quoted", "new", "roads", "deeds", "ascii"],
)
def test_the_name_of_a_set_is_read(question: str, name: str) -> None:
    assert announced(question) == name


@pytest.mark.parametrize(
    "question", ["哪两个", "八个方面是什么", "有哪些工程", "增长5%", ""], ids=list("abcde")
)
def test_what_names_no_set(question: str) -> None:
    assert announced(question) == ""


def test_a_set_is_defined_where_its_items_follow() -> None:
    assert defines("六大工程", "实施六大工程，即产业、算力")
    assert defines("六大工程", "“六大工程”：甲")
    assert defines("六大工程", "六大工程包括甲、乙")
    assert defines("六大工程", "六大工程是甲工程、乙工程")
    assert not defines("六大工程", "推进六大工程，加快发展")
    assert not defines("六大工程", "六大工程是重点")
    assert not defines("", "即")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("发展居住、产业、公共设施和区域综合等四类改造", 4),
        ("甲、乙、丙以及丁", 4),
        ("和谐、稳定", 2),
        ("普及、提高", 2),
        ("坚决整治甲事，坚决整治乙事，坚决整治丙事", 3),
        ("重点包括：甲事，乙事，丙事。", 3),
        ("抓好几件事：一是甲，二是乙，三是丙，四是丁。", 4),
        ("没有清单", 1),
        ("", 0),
    ],
    ids=["and", "as-well", "harmony", "spread", "alike", "colon", "numbered", "none", "empty"],
)
def test_the_length_of_the_longest_list(text: str, length: int) -> None:
    assert listed(text) == length


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("一共造了多少万辆", "辆"),
        ("粮食要打多少亿斤", "斤"),
        ("新增就业多少万人", "人"),
        ("发电多少千瓦时", "千瓦时"),
        ("总投资几万亿元", "元"),
        ("花了多少钱", "元"),
        ("引进多少亿美元", "美元"),
        ("几公里", "公里"),
        ("多少亩", "亩"),
    ],
    ids=["cars", "grain", "people", "power", "yuan", "money", "dollars", "road", "land"],
)
def test_the_unit_written_behind_how_many(question: str, unit: str) -> None:
    assert unit in explicit_unit(question)
    assert unit in asked_units(question)


@pytest.mark.parametrize(
    "question", ["目标是多少", "第几届", "有多少家", "几个百分点", ""], ids=list("abcde")
)
def test_no_unit_is_made_up(question: str) -> None:
    assert explicit_unit(question) == ()


def test_units_may_be_meant_without_being_written() -> None:
    assert "%" in asked_units("浙江2026年增长目标")
    assert "元" in asked_units("总投资是多少")
    assert "人" in asked_units("就业目标是多少")
    assert asked_units("目标是多少") == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("产量3.6万亩", "亩"),
        ("增加十万名护理员", "名"),
        ("三千多户", "户"),
        ("１００辆", "辆"),
        ("增长5.5%", "%"),
        ("投入3000 元", "元"),
        ("120个人", "人"),
    ],
    ids=["decimal", "numeral", "more", "wide", "percent", "space", "between"],
)
def test_a_figure_in_a_unit_is_seen(text: str, unit: str) -> None:
    assert has_unit(text, (unit,))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("亩均税收100", "亩"),
        ("2025年全县工作人员", "人"),
        ("100个，亩产", "亩"),
        ("没有数字的亩", "亩"),
        ("", "元"),
    ],
    ids=["before", "year", "comma", "none", "empty"],
)
def test_a_unit_without_its_figure_is_not(text: str, unit: str) -> None:
    assert not has_unit(text, (unit,))
    assert not has_unit(text, ())
