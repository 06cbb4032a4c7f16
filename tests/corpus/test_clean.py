"""What cleaning takes away, what it joins, and that it loses nothing else."""

import random
import re
import time
from itertools import count

import pytest

from corpus.clean import clean, clean_pages

FIRST = "过去一年，全县上下迎难而上，生产总值增长6.1%，粮食总产量达到21.4万吨，城乡面貌焕然一新。"
SECOND = (
    "今年，我们要办好十件民生实事，新增公办幼儿园学位900个，改造农村公路118公里，建成邻里食堂35家。"
)
THIRD = "我们要过紧日子，把有限的财力用在刀刃上，压减一般性支出3.2%，让群众看到实实在在的变化。"
BODY = f"一、去年工作\n{FIRST}\n二、今年安排\n{SECOND}\n三、自身建设\n{THIRD}"


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "line",
    [
        "下载",
        "打印",
        "下载 打印 全屏 收藏",
        "【字体：大 中 小】",
        "【字号：",
        "加大",
        "】",
        "大 中 小",
        "当前位置： 首页>> 政务公开>> 政府工作报告",
        "您现在的位置：首页 > 要闻",
        "首页 > 政务公开 > 规划计划",
        "分享：",
        "分享到： 微信 微博",
        "来源：某某日报",
        "信息来源：县政府办公室",
        "发布时间：2026-02-10 08:30",
        "时间：2026-02-01",
        "2026年02月10日 07时41分",
        "浏览次数：1024次",
        "责任编辑：李编辑",
        "（责任编辑：李编辑）",
        "扫一扫在手机打开当前页",
        "0f9e8d7c6b5a49382716a5b4c3d2e1f0:",
        "上一页 1 2 3 4 下一页",
        "— 7 —",
        "<!--",
        "（下转第四版）",
        "▲上接第1版",
    ],
    ids=count(1),
)
def test_a_line_of_page_furniture_goes(line: str) -> None:
    assert clean(f"{line}\n{BODY}") == BODY
    assert clean(BODY.replace("\n二", f"\n{line}\n二")) == BODY


def test_the_two_halves_of_an_editors_line_go() -> None:
    assert clean(f"{BODY}\n（责任编辑： 李编辑\n）") == BODY


def test_the_list_of_links_below_goes_with_its_headline() -> None:
    links = "县两会胜利闭幕\n0f9e8d7c6b5a49382716a5b4c3d2e1f0:\n代表热议政府工作报告\n关闭窗口"
    assert clean(f"{BODY}\n相关报道：\n{links}") == BODY


def test_the_opening_repeated_below_the_links_goes_too() -> None:
    report = f"各位代表：\n现在，我代表县人民政府报告工作，请予审议。\n{BODY}"
    teaser = "某县报告\n各位代表：现在，我代表县人民政府报告工作，请予审议。"
    assert clean(f"{report}\n相关链接>>\n打印本页\n{teaser}") == report


def test_a_list_of_links_in_the_middle_takes_no_prose_with_it() -> None:
    links = "相关链接\n·\n县两会胜利闭幕\n·\n代表热议政府工作报告"
    assert clean(BODY.replace("\n三", f"\n{links}\n三")) == BODY


def test_a_caption_goes_even_from_the_middle_of_a_sentence() -> None:
    caption = "县长在会上作政府工作报告。本报记者 陈小山 摄"
    first, second = FIRST[:20], FIRST[20:]
    assert clean(BODY.replace(FIRST, f"{first}\n{caption}\n{second}")) == BODY


def test_a_jump_line_goes_and_the_sentence_is_whole_again() -> None:
    first, second = FIRST[:25], FIRST[25:]
    broken = f"{first}（下转第四版）\n（上接第一版）{second}"
    assert clean(BODY.replace(FIRST, broken)) == BODY


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("PM\n2.5\n浓度下降4.1%。", "PM2.5浓度下降4.1%。"),
        (
            "空气质量持续改善，优良天数比例达到九成，PM\n2.5\n浓度下降4.1%。",
            "空气质量持续改善，优良天数比例达到九成，PM2.5浓度下降4.1%。",
        ),
        (
            "科技投入、技术创新、转型升级、创新环境等二级\n综合指数均进入前列。",
            "科技投入、技术创新、转型升级、创新环境等二级综合指数均进入前列。",
        ),
        ("我们要坚持的\n方向不变。", "我们要坚持的方向不变。"),
        ("实施“百村\n百品”行动。", "实施“百村百品”行动。"),
        ("增长5%\n，高于预期。", "增长5%，高于预期。"),
    ],
    ids=["formula", "formula in prose", "word", "particle", "quotation", "comma"],
)
def test_what_was_broken_is_joined(broken: str, whole: str) -> None:
    assert clean(broken) == whole


@pytest.mark.parametrize(
    "heading",
    ["一、总体要求", "（二）扩大有效投资", "第三章 产业", "4. 数字经济", "附件", "名词解释"],
    ids=count(1),
)
def test_a_heading_is_never_joined(heading: str) -> None:
    before = "我们坚持稳字当头、稳中求进，全面完成了年初确定的目标任务"
    assert clean(f"{before}\n{heading}\n{SECOND}") == f"{before}\n{heading}\n{SECOND}"


def test_lines_of_a_word_file_are_not_joined() -> None:
    text = "坚持稳中求进工作总基调，推动高质量发展的\n新的一段"
    assert clean(text, lines_are_paragraphs=True) == text
    assert clean(text) == text.replace("\n", "")


@pytest.mark.parametrize("times", [2, 6])
def test_a_text_that_is_repeated_is_kept_once(times: int) -> None:
    page = f"某县政府工作报告\n各位代表：\n{BODY}\n（责任编辑：李编辑）"
    assert clean("\n".join([page] * times)) == f"某县政府工作报告\n各位代表：\n{BODY}"


def test_short_lines_that_recur_in_different_places_are_kept() -> None:
    text = f"（一）目标\n{FIRST}\n（二）措施\n{SECOND}\n（一）目标\n{THIRD}\n（二）措施"
    assert clean(text) == text


def test_a_report_on_one_line_is_split_before_its_headings() -> None:
    filler = "我们要一件事情接着一件事情办，一年接着一年干。" * 75
    line = (
        f"各位代表：一、去年工作{FIRST}{filler}二、今年安排{SECOND}（一）稳住经济。{filler}{THIRD}"
    )
    assert len(line) > 3600
    lines = clean(line).split("\n")
    assert [part[:7] for part in lines] == [
        "各位代表：",
        "一、去年工作过",
        "二、今年安排今",
        "（一）稳住经济",
    ]
    assert flat("".join(lines)) == flat(line)


def test_marks_that_nobody_sees_go() -> None:
    text = "\ufeff粮\u200b食\u00ad产\x07量\u202e为\u2066２１\u2069万\u200f吨\u061c。"
    assert clean(text) == "粮食产量为２１万吨。"


def test_every_separator_of_pages_and_lines_is_a_line_end() -> None:
    assert clean("第一页。\f第二页。\x0b第三页。\u2028第四页。\x85第五页。\r第六页。") == "\n".join(
        f"第{number}页。" for number in "一二三四五六"
    )


def test_white_space_of_every_kind_is_one_space_or_none() -> None:
    assert clean("　　龚　　正\u00a0\u2003\t省长。  \n\n\n") == "龚 正 省长。"


def test_remnants_of_markup_go() -> None:
    page = f"<!-- a\nb --><script>var x = 1;</script>{FIRST}<style>p {{}}</style>\n<U+00A0>{SECOND}"
    assert clean(page) == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("code", ["D83D", "DC00", "110000", "FFFFFF", "0000"])
def test_an_escaped_code_never_makes_text_that_cannot_be_written(code: str) -> None:
    clean(f"前<U+{code}>后。").encode("utf-8")


def test_cleaning_twice_changes_nothing() -> None:
    once = clean(f"下载\n{BODY}\n相关报道\n甲\n乙")
    assert clean(once) == once == BODY


HAN = "就业粮食外贸教育医疗养老公路铁路科技创新乡村生态大气水库企业园区消费投资稳步加快推进建设提升"
WORDS = [
    *(HAN[at : at + 2] for at in range(0, len(HAN), 2)),
    *("记者", "今年", "2.5%", "380万吨", "１２．６亿元", "GDP", "PM2.5", "5G"),
    *("“四新”", "《条例》", "（试行）"),
]


def sentence(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(3, 25))]
    marks = ["，" if chance.random() < 0.3 else "" for _ in words[1:]]
    return words[0] + "".join(m + w for m, w in zip(marks, words[1:], strict=True)) + "。"


@pytest.mark.parametrize("seed", range(40))
def test_no_sentence_of_a_plain_body_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    sentences = [sentence(chance) for _ in range(60)]
    text = "各位代表：\n"
    for at, one in enumerate(sentences):
        if at % 20 == 0:
            text += f"\n{'一二三'[at // 20]}、{chance.choice(WORDS)}工作\n"
        broken = chance.randint(0, len(one)) if chance.random() < 0.3 else 0
        text += one[:broken] + chance.choice(["\n", "\r\n", "\u3000", ""]) * bool(broken)
        text += one[broken:] + chance.choice(["", "\n", "\n\n　　", " "])
    cleaned = flat(clean(text))
    assert [one for one in sentences if flat(one) not in cleaned] == []


MILLIONS = 3_400_000
"""Characters of 10 MB of Chinese in UTF-8."""

PIECES = {
    "one character": "一",
    "one sentence": FIRST,
    "one line of headings": "。一、",
    "comments never closed": "<!--",
    "scripts never closed": "<script>",
    "addresses": "http:",
    "brackets": "（下转",
    "spaces": "（ ",
    "lines that stay open": "我们要坚持稳中求进，加快\n",
    "short lines": "目标\n",
    "buttons": "打印",
    "quotation marks": "“”。",
}
HOSTILE = {name: piece * (MILLIONS // len(piece)) for name, piece in PIECES.items()}
HOSTILE["short lines before copies"] = HOSTILE["short lines"] + f"{FIRST}\n{FIRST}\n"


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_ten_megabytes_of_anything_take_seconds(text: str) -> None:
    started = time.process_time()
    clean(text)
    assert time.process_time() - started < 20  # 4 to 7 s; what grows with the square takes minutes


def test_a_long_line_takes_no_time_at_all() -> None:
    started = time.process_time()
    for text in HOSTILE.values():
        clean(text[:300_000])
    assert time.process_time() - started < 10


def test_pages_are_known_by_where_they_begin_in_the_text_that_is_kept() -> None:
    pages = [
        "下载\n各位代表：\n坚持稳中求进工作总基调，一件事接着一件事办，加快\n",
        "— 2 —\n建设新城。\n",
        "打印\n",
        "二、结束。",
    ]
    starts = [sum(map(len, pages[:at])) for at in range(len(pages))]
    text, found = clean_pages("".join(pages), starts)
    assert text.split("\n")[1].endswith("一件事接着一件事办，加快建设新城。")
    assert text.count("\n") == 2
    assert [text[at : at + 2] for at in found] == ["各位", "建设", "二、", "二、"]


def test_a_page_may_begin_inside_a_line() -> None:
    text, found = clean_pages("前一页的半句，  后一页的半句。", (0, 7), lines_are_paragraphs=True)
    assert text == "前一页的半句， 后一页的半句。"
    assert text[found[1] :].strip() == "后一页的半句。"


def test_pages_without_text_begin_where_the_next_one_does() -> None:
    assert clean_pages("\n\n甲。\n乙。\n\n", (0, 1, 2, 5, 8)) == ("甲。\n乙。", (0, 0, 0, 3, 5))


@pytest.mark.parametrize("seed", range(10))
def test_pages_change_nothing_in_the_text(seed: int) -> None:
    chance = random.Random(seed)
    lines = [sentence(chance) + chance.choice(["\n", "\n\n　", " "]) for _ in range(40)]
    text = "".join(lines)
    starts = sorted({0, *(sum(map(len, lines[: chance.randrange(40)])) for _ in range(5))})
    cleaned, found = clean_pages(text, starts)
    assert flat(cleaned) == flat(clean(text))
    for start, at in zip(starts, found, strict=True):
        assert flat(cleaned[at:]).startswith(flat(text[start:])[:10])
