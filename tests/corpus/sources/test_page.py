"""Pages: their encoding, title, text and links, those that scripts hold included."""

import pytest

from corpus.sources.page import decoded, read_page
from corpus.sources.types import Link

BASE = "https://www.jia.gov.cn/zwgk/list.html"


def links(body: str) -> tuple[Link, ...]:
    return read_page(f"<html><body>{body}</body></html>", BASE).links


@pytest.mark.parametrize(
    ("encoding", "content_type", "meta"),
    [
        ("utf-8", "", ""),
        ("utf-8-sig", "text/html; charset=gbk", ""),
        ("gb18030", "text/html; charset=GB2312", ""),
        ("gb18030", "text/html", '<meta charset="gbk">'),
        ("gb18030", "", ""),
        ("big5", "text/html; charset=big5", ""),
        ("utf-16", "", ""),
        ("gb18030", "text/html; charset=nonsense", ""),
    ],
)
def test_a_page_is_decoded_as_it_is_or_says(encoding: str, content_type: str, meta: str) -> None:
    text = f"{meta}政府工作報告各位代表"
    assert decoded(text.encode(encoding), content_type) == text


def test_a_title_and_the_text_are_read_without_scripts() -> None:
    page = read_page(
        "<title> ２０２５年　政府工作报告 </title><script>var 甲</script><p>各位\n代表</p>", BASE
    )
    assert page.title == "2025年 政府工作报告"
    assert page.text == "2025年 政府工作报告\n各位\n代表"


@pytest.mark.parametrize("html", ["", " ", "<!-- -->", '<?xml version="1.0" encoding="gbk"?>'])
def test_an_empty_page_has_nothing(html: str) -> None:
    page = read_page(html, BASE)
    assert (page.text, page.links) == ("", ())


def test_a_link_has_its_text_its_title_and_its_row() -> None:
    body = (
        '<ul><li><a href="./t1.html" title="政府工作报告">全文</a><span>2025-01-20</span></li></ul>'
    )
    assert links(body) == (
        Link("https://www.jia.gov.cn/zwgk/t1.html", "全文 政府工作报告", "全文2025-01-20"),
    )


def test_a_row_with_several_links_says_nothing_about_one() -> None:
    assert [
        link.near for link in links('<p>2024 <a href="a.html">甲</a><a href="b.html">乙</a></p>')
    ] == [
        "",
        "",
    ]


@pytest.mark.parametrize(
    "body",
    [
        """<a href="javascript:open('./t1.html')">报告</a>""",
        """<a href="#" onclick="show('./t1.html','x')">报告</a>""",
        """<script type="text/xml"><![CDATA[<li><a href='./t1.html'>报告</a></li>]]></script>""",
        r"""<script>var s = "<a href=\"./t1.html\" title=\"\">报告<\/a>";</script>""",
    ],
    ids=["javascript", "onclick", "records", "escaped"],
)
def test_a_link_that_a_script_makes_is_found(body: str) -> None:
    assert [(link.url, link.label) for link in links(body)] == [
        ("https://www.jia.gov.cn/zwgk/t1.html", "报告")
    ]


def test_an_address_is_listed_once_and_what_is_no_page_never() -> None:
    body = '<a href="a.html">甲</a><a href="a.html#x">甲</a><a href="mailto:x@y.cn">乙</a><a>丙</a>'
    assert [link.label for link in links(body)] == ["甲"]
