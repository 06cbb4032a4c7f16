"""Saved web pages: encodings, what is text and what is page, tables, archives."""

from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats import read_raw
from corpus.formats.html import page_text

PROSE = (
    "去年，全县新建农村公路五十二公里，改造老旧小区十六个，群众出行和居住条件明显改善。",
    "今年，要把县城到各镇的公交全部开通，票价一律两元，老人和学生减半，让大家坐得上、坐得起。",
    "要建好三所乡镇中学的宿舍楼，让住校的孩子冬天有暖气、洗澡有热水，家长放心。",
)


def lines(markup: str) -> list[str]:
    return page_text(f"<html><body>{markup}</body></html>".encode()).split("\n")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "utf-8"), ("big5", "big5")],
    ids=["gb2312", "gbk", "utf8", "big5"],
)
def test_the_encoding_is_the_one_that_the_page_names(declared: str, encoding: str) -> None:
    text = "議長：本府推動產業轉型，新設工廠一百二十家，就業人數增加三千餘人。"
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert page_text(page.encode(encoding)) == text


def test_an_encoding_that_is_named_wrongly_is_found() -> None:
    page = f'<html><meta charset="utf-8"><body><p>{PROSE[0]}</p></body></html>'
    assert page_text(page.encode("gb18030")) == PROSE[0]
    assert page_text(page.replace("utf-8", "iso-8859-1").encode("gb18030")) == PROSE[0]


@pytest.mark.parametrize(
    "markup",
    [
        "".join(f"<p>{line}</p>" for line in PROSE),
        "<br/>".join(f"　　{line}" for line in PROSE),
        "".join(f"<div><span>{line[:9]}</span><b>{line[9:]}</b></div>" for line in PROSE),
        "<table><tr><td>" + "".join(f"<p>{line}</p>" for line in PROSE) + "</td></tr></table>",
        "".join(f"<font><p>{line}" for line in PROSE),
        "".join(f"<aside><footer><p>{line}</p></footer></aside>" for line in PROSE),
    ],
    ids=["paragraphs", "breaks", "spans", "layout table", "never closed", "odd places"],
)
def test_no_paragraph_is_lost_however_it_is_marked_up(markup: str) -> None:
    assert [line.strip() for line in lines(markup)] == list(PROSE)


def test_what_a_reader_does_not_see_is_no_text() -> None:
    hidden = (
        "<script>var a='脚本';</script><style>p{}</style><select><option>选项</select><!--注-->"
    )
    assert lines(f"{hidden}<p>{PROSE[0]}</p>") == [PROSE[0]]


def test_menus_go_and_a_single_link_stays() -> None:
    menu = "".join(f"<li><a href='#'>栏目{n}</a></li>" for n in range(5))
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    found = lines(
        f"<ul>{menu}</ul><h1>题目</h1>{body}<p><a href='#'>附件</a></p><p>{PROSE[0][:-1]}！</p>"
    )
    assert found == ["题目", *PROSE, "附件", f"{PROSE[0][:-1]}！"]


def test_a_line_of_the_source_is_no_line_of_the_text() -> None:
    assert lines(f"<p>{PROSE[0][:10]}\n      {PROSE[0][10:]}</p>") == [PROSE[0]]
    assert lines("<p>GDP\n  growth of 5%, 全年目标</p>") == ["GDP growth of 5%, 全年目标"]


def test_a_table_of_data_is_rows_with_the_names_of_their_columns() -> None:
    table = (
        "<table><tr><th rowspan=2>乡镇</th><th colspan=2>产量</th></tr>"
        "<tr><th>去年</th><th>今年</th></tr>"
        "<tr><td rowspan=2>柳溪</td><td>3吨</td><td>4吨</td></tr>"
        "<tr><td>5吨</td><td>6吨</td></tr></table>"
    )
    assert lines(f"<p>{PROSE[0]}</p>{table}<p>{PROSE[1]}</p>") == [
        PROSE[0],
        "乡镇 | 产量去年 | 产量今年",
        "乡镇：柳溪 | 产量去年：3吨 | 产量今年：4吨",
        "乡镇：柳溪 | 产量去年：5吨 | 产量今年：6吨",
        PROSE[1],
    ]


def test_an_archive_without_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "空.mht"
    path.write_text("MIME-Version: 1.0\nContent-Type: image/png\n\nx", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"^空\.mht 里没有网页"):
        read_raw(path)


def test_a_page_nested_ever_deeper_is_read() -> None:
    started = "<div>" * 500 + PROSE[0]
    assert lines(started) == [PROSE[0]]
