"""Which links are followed."""

import pytest

from corpus.sources.choose import attached, onward, plan, years_in
from corpus.sources.types import Link, Page, Source, Visit

HOME = Visit("https://a.gov.cn/", hops=2, start=True)
LIST = Visit("https://a.gov.cn/list", hops=2, listed=True, start=True)


def followed(visit: Visit, *links: Link, years: tuple[int, ...] = (2025,)) -> list[Visit]:
    return list(onward(Page(visit.url, "", "", links), visit, years))


def test_the_pages_of_the_years_come_before_lists_and_home() -> None:
    source = Source("a", "甲", "甲市", "h", ("a",), lists=("l",), reports={2024: "r4", 2025: "r5"})
    assert [v.url for v in plan(source, {2023, 2024, 2025}, [Visit("old", 2025)])] == [
        *("old", "r5", "r4", "l", "h")
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025年政府工作报告", (2025,)),
        ("二〇二五年政府工作报告", (2025,)),
        ("政府工作报告 20250120", (2025,)),
        ("2024、2025年", (2024, 2025)),
        ("1999", (1999,)),
        ("12025", ()),
        ("20259", ()),
        ("3.2025", ()),
    ],
)
def test_years_are_whole_numbers(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    "link",
    [
        Link("https://a.gov.cn/1", "2025年甲市政府工作报告"),
        Link("https://a.gov.cn/1", "２０２５年 政府 工作报告"),
        Link("https://a.gov.cn/1", "政府工作报告", "政府工作报告 2025-01-20"),
        Link("https://a.gov.cn/202501/t1.html", "政府工作报告"),
        Link("https://a.gov.cn/art/2025/1/20/a.html", "政府工作报告"),
    ],
)
def test_a_link_to_a_report_of_the_year_is_followed(link: Link) -> None:
    assert followed(HOME, link) == [Visit(link.url, 2025, hops=1)]


@pytest.mark.parametrize(
    "label",
    [
        "2024年政府工作报告",
        "一图读懂2025年政府工作报告",
        "2025年政府工作报告解读",
        "关于落实2025年政府工作报告重点工作分工的意见",
        "2025年财政预算报告",
        "2025",
    ],
)
def test_other_links_are_not(label: str) -> None:
    assert followed(HOME, Link("https://a.gov.cn/1", label)) == []


def test_a_link_without_a_year_may_be_a_list_and_comes_last() -> None:
    undated, dated = (
        Link("https://a.gov.cn/l", "政府工作报告"),
        Link("https://a.gov.cn/1", "2025年政府工作报告"),
    )
    assert followed(HOME, undated, dated) == [
        Visit(dated.url, 2025, hops=1),
        Visit(undated.url, hops=1, listed=True),
    ]


@pytest.mark.parametrize("label", ["2025", "2025年"])
def test_on_a_list_a_bare_year_is_enough(label: str) -> None:
    link = Link("https://a.gov.cn/1", label)
    assert followed(LIST, link) == [Visit(link.url, 2025, hops=1)]
    titled = Page("https://a.gov.cn/", "历年政府工作报告", "", (link,))
    assert onward(titled, HOME, {2025}) == (Visit(link.url, 2025, hops=1),)


def test_after_two_hops_nothing_is_followed() -> None:
    link = Link("https://a.gov.cn/1", "2025年政府工作报告")
    assert followed(Visit("https://a.gov.cn/x", hops=0), link) == []


def test_attached_files_cost_no_hop_and_word_comes_first() -> None:
    links = (
        Link("https://a.gov.cn/x.pdf", "2025年政府工作报告.pdf"),
        Link("https://a.gov.cn/x.docx?v=1", "下载"),
        Link("https://a.gov.cn/y.docx", "政府工作报告解读"),
        Link("https://a.gov.cn/z.xls", "政府工作报告"),
    )
    page = Page("https://a.gov.cn/", "政府工作报告", "", links)
    visits = attached(page, Visit("u", 2025))
    assert [v.url for v in visits] == ["https://a.gov.cn/x.docx?v=1", "https://a.gov.cn/x.pdf"]
    assert {v.year for v in visits} == {2025}
