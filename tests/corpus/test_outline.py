"""Headings read off the wording: levels, openings of paragraphs, what is no heading."""

from itertools import count
from pathlib import Path

import pytest

from corpus.outline import outline
from corpus.read import read_document

REPORT = """\
政府工作报告
——2026年1月20日在某某县第十八届人民代表大会第五次会议上
某某县县长 沈一舟
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
过去一年，全县生产总值增长6.1%。
（一）稳住粮食生产
1. 建设高标准农田
新建高标准农田2.1万亩。
二、2026年重点工作
（一）扩大有效投资。一是抓好项目，开工水库两座。二是用好债券。
一是修好农村路。全年改造118公里。
——坚持绿色发展。新增造林3000亩。
办好民生实事。新增公办幼儿园学位900个。
名词解释
邻里食堂：由社区提供场所、面向老人的食堂。"""


def titles(text: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.title) for heading in outline(text)]


def test_every_level_has_its_numbering() -> None:
    assert titles(REPORT) == [
        (1, "一、2025年工作回顾"),
        (2, "（一）稳住粮食生产"),
        (3, "1. 建设高标准农田"),
        (1, "二、2026年重点工作"),
        (2, "（一）扩大有效投资"),
        (3, "一是修好农村路"),
        (3, "——坚持绿色发展"),
        (4, "办好民生实事"),
        (1, "名词解释"),
    ]


def test_a_heading_stands_where_it_says() -> None:
    for heading in outline(REPORT):
        assert REPORT[heading.start : heading.end] == heading.title


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("第一章 总则", 1),
        ("十二、加强政府自身建设", 1),
        ("（十三）守牢安全底线", 2),
        ("(3)扶持小微企业", 3),
        ("12．发展数字经济", 3),
        ("3、发展数字经济", 3),
        ("①发展数字经济", 3),
        ("第二，着力稳外贸", 3),
        ("二要着力稳外贸", 3),
        ("附件1", 1),
    ],
    ids=count(1),
)
def test_a_line_is_a_heading_by_its_number(line: str, level: int) -> None:
    assert titles(f"标题\n一、概述\n{line}\n正文在此，到此为止。")[1:] == [(level, line)]


@pytest.mark.parametrize(
    "line",
    [
        "3.5万人在县内找到了工作",
        "2025年财政收入42亿元",
        "我们坚持稳中求进的工作总基调，全面完成了各项任务，交出了一份来之不易的答卷，生活蒸蒸日上",
        "各位代表",
        "记者 何小雨",
        "“四新”产业",
        "一、二、三产业都有增长，农业增长3.1%，工业增长6.2%，服务业增长5.8%。",
        "粮食产量 | 5% | 5%",
        "好",
    ],
    ids=count(1),
)
def test_a_line_that_only_looks_like_a_heading_is_none(line: str) -> None:
    assert titles(f"标题\n一、概述\n{line}\n正文在此，到此为止。") == [(1, "一、概述")]


def test_lines_without_numbers_are_headings_of_the_first_level_where_none_has_a_number() -> None:
    text = (
        "标题\n总体要求\n坚持稳中求进，把握好时度效。\n重点任务\n（一）稳就业\n岗位很多，人心安定。"
    )
    assert titles(text) == [(1, "总体要求"), (1, "重点任务"), (2, "（一）稳就业")]


def test_lines_without_numbers_are_below_the_numbered_ones() -> None:
    text = "标题\n一、回顾\n农业农村\n粮食增产，农民增收。\n二、安排"
    assert titles(text) == [(1, "一、回顾"), (2, "农业农村"), (1, "二、安排")]


@pytest.mark.parametrize(
    "line",
    [
        "——2026年1月20日在某某县第十八届人民代表大会第五次会议上",
        "2026年1月20日",
        "某某县县长 沈一舟",
        "省长 沈 舟",
        "自治区主席 阿布都·某某某",
    ],
    ids=count(1),
)
def test_the_lines_below_the_title_are_no_headings(line: str) -> None:
    assert titles(f"政府工作报告\n{line}\n各位代表：\n工作如下。\n一、回顾") == [(1, "一、回顾")]
    assert titles(f"政府工作报告\n{line}\n一、回顾") == [(1, "一、回顾")]


def test_a_table_of_contents_before_the_address_is_kept() -> None:
    text = "报告\n目录\n一、回顾\n二、安排\n各位代表：\n现在报告工作。\n一、回顾"
    assert titles(text) == [(1, "一、回顾"), (1, "二、安排"), (1, "一、回顾")]


def test_a_text_may_begin_with_a_numbered_heading() -> None:
    assert titles("一、回顾\n粮食增产，农民增收。") == [(1, "一、回顾")]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("一、2025年工作回顾过去一年很不平凡，任务艰巨。", "一、2025年工作回顾"),
        ("二、2026年工作总体部署今年是关键之年，要开好局。", "二、2026年工作总体部署"),
        ("三、2026年重点工作 做好今年政府工作，意义重大。", "三、2026年重点工作"),
        ("二、总体要求和主要目标今年是关键之年，要开好局。", "二、总体要求和主要目标"),
        ("三、深入改革扩大开放 国家的长治久安，靠改革也靠开放。", "三、深入改革扩大开放"),
        ("四、坚持求真务实的工作作风。说到做到，不放空炮。", "四、坚持求真务实的工作作风"),
    ],
    ids=count(1),
)
def test_a_heading_glued_to_its_paragraph_is_cut_off_it(line: str, heading: str) -> None:
    assert titles(f"标题\n{line}") == [(1, heading)]


def test_the_topic_of_a_paragraph_is_a_heading_of_the_fourth_level_if_it_is_short() -> None:
    assert titles("标题\n一、概述\n着力稳外贸。进出口增长4%。") == [
        (1, "一、概述"),
        (4, "着力稳外贸"),
    ]
    assert titles("标题\n一、概述\n稳。进出口增长4%。") == [(1, "一、概述")]
    assert titles("标题\n一、概述\n去年，外贸很好。进出口增长4%。") == [(1, "一、概述")]


@pytest.mark.parametrize("text", ["", "标题", "\n\n", "一、"], ids=count(1))
def test_a_text_without_headings_has_none(text: str) -> None:
    assert [title for _, title in titles(text) if title != "一、"] == []


def test_real_headings_stand_where_they_say_and_rise(shared: Path) -> None:
    for path in sorted((shared / "reports").rglob("*.*")):
        document = read_document(path)
        starts = [heading.start for heading in document.headings]
        assert starts == sorted(set(starts))
        for heading in document.headings:
            assert document.text[heading.start : heading.end] == heading.title
            assert 1 <= heading.level <= 4
            assert "\n" not in heading.title


def test_no_real_report_has_its_session_or_its_speaker_among_its_headings(shared: Path) -> None:
    for folder in ("2025", "2026"):
        for path in sorted((shared / "reports" / folder).iterdir()):
            document = read_document(path)
            for heading in document.headings:
                assert document.identity.speaker not in heading.title, path.name
                assert "人民代表大会第" not in heading.title, path.name
