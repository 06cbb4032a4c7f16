"""The library as HTML: filtered, sorted, covered, escaped."""

from dataclasses import replace
from time import perf_counter

import pytest

from corpus.catalogue import Version
from corpus.uploads import safe_name
from rag.card import Said
from rag.holdings import NAMES, Row
from rag.shelf.types import Adding, Book, Finding, Line, Original, Volume
from rag.shelf.within import spans_of
from tests.ui.fakes import EVIL, HOSTILE, PROJECTS, YUNZE_2025
from ui.shelf import adding, book, view, words
from ui.shelf.facts import fact
from ui.shelf.rows import Board, Wanted, clicked, filtered, in_order

VOLUMES = (
    Volume(Row("乙.txt", "乙地报告", "乙地", 2025, "report"), 300),
    Volume(Row("甲.txt", "甲地报告", "甲地", 2026, "report", speaker="林远"), 200, ("没有日期",)),
    Volume(Row("旧.txt", "旧的", "甲地", 2020, "speech", status="removed"), 0),
    Volume(Row("无.txt", "", "", None, "other"), 100),
)


def sources(volumes: list[Volume]) -> str:
    return "".join(volume.row.source[0] for volume in volumes)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "乙甲无"),
        (Wanted("甲地 2026"), "甲"),
        (Wanted("林远"), "甲"),
        (Wanted(places=["乙地"], years=[2025]), "乙"),
        (Wanted(kinds=["other"]), "无"),
        (Wanted(statuses=["removed"]), "旧"),
        (Wanted("没有"), ""),
    ],
    ids=range(7),
)
def test_what_is_wanted_is_listed(wanted: Wanted, found: str) -> None:
    assert sources(filtered(VOLUMES, wanted)) == found


def test_what_has_no_value_comes_last_either_way() -> None:
    assert sources(in_order(VOLUMES, "year", falling=False, language="zh")) == "旧乙甲无"
    assert sources(in_order(VOLUMES, "year", falling=True, language="zh")) == "甲乙旧无"
    assert sources(in_order(VOLUMES, "size", falling=True, language="zh")) == "乙甲无旧"


def test_a_second_click_turns_the_order_round() -> None:
    once = clicked(Board(by="place"), "year")
    assert (once.by, once.falling) == ("year", False)
    assert clicked(once, "year").falling


def test_a_long_list_is_shown_in_part_and_stays_quick() -> None:
    many = [replace(VOLUMES[0], row=replace(VOLUMES[0].row, source=f"{n}")) for n in range(3100)]
    began = perf_counter()
    html = view.listing(filtered(many, Wanted("乙地")), Board(), "zh")
    assert perf_counter() - began < 0.5
    assert html.count('data-event="open"') == view.MOST
    assert "全部列出（还有 2900 份）" in html


def test_each_cell_opens_its_document_and_empty_ones_can_be_seen() -> None:
    html = view.grid([*VOLUMES[:2], VOLUMES[0]], "zh")
    assert 'data-event="open" data-source="甲.txt"' in html
    assert 'data-event="cell"' in html
    assert html.count('class="empty"') == 2


def test_nothing_from_outside_becomes_markup() -> None:
    row = Row(f"{EVIL}.txt", EVIL, EVIL, 2020, "other", speaker=EVIL, reason=EVIL)
    volume = Volume(row, 1, (EVIL,))
    opened = Book(volume, HOSTILE, (Version(row.source, EVIL, EVIL),), "d", frozenset({EVIL}))
    found = spans_of("正文", HOSTILE)
    for html in (
        view.listing([volume], Board(), "zh"),
        view.grid([volume, volume], "zh") + view.grid([volume], "zh"),
        view.findings([Finding("wrong", EVIL, (EVIL,), EVIL)], "zh"),
        adding.progress(Adding((Line(EVIL, "refused", (EVIL,), EVIL),), ended=True), "zh"),
        book.card(opened, [Said("title", EVIL, EVIL, EVIL)], "zh") + book.surely(opened, "zh"),
        book.page(HOSTILE, EVIL, found, "zh") + book.hits(HOSTILE, EVIL, found, "zh"),
        book.hits(HOSTILE, EVIL, (), "zh"),
        book.taken(Original(EVIL, b"x"), "zh"),
    ):
        assert "<img" not in html
    assert "<" not in safe_name(EVIL)


def test_a_text_can_be_gone_through_by_its_headings_and_by_what_was_found() -> None:
    found = spans_of(" 六大 工程 ", YUNZE_2025)
    html = book.page(YUNZE_2025, "题", found, "zh")
    assert '<mark id="zw-found-0">六大工程</mark>' in html
    card = book.card(Book(VOLUMES[0], YUNZE_2025), (), "zh")
    for number in range(len(YUNZE_2025.headings)):
        assert f'id="zw-heading-{number}"' in html
        assert number > 3 or f'href="#zw-heading-{number}"' in card
    assert PROJECTS.replace("六大工程", '<mark id="zw-found-0">六大工程</mark>') in html
    assert 'href="#zw-found-0"' in book.hits(YUNZE_2025, "六大工程", found, "zh")


def test_how_far_an_upload_is_can_be_read() -> None:
    lines = (Line("a", "read"), Line("b", "reading"), Line("c"))
    assert "已读 1/3 个文件" in adding.progress(Adding(lines), "zh")
    done = (Line("a", "added", (), "a.txt"), Line("b", "refused", ("坏了。",)))
    html = adding.progress(Adding(done, ended=True), "zh")
    assert "2 个文件：收进 1，没有收 1" in html
    assert 'data-source="a.txt"' in html


def test_what_is_known_of_a_document_is_said_in_english() -> None:
    told = [
        fact(Said("kind", "类别", "摘编", "文件头：digest；确定"), "en"),
        fact(Said("place", "地名", "江苏", "随更正；读到的是 空的"), "en"),
        fact(Said("meeting", "会议", "某会", "会议行：某会；多半"), "en"),
    ]
    assert [(one.name, one.value, one.why) for one in told] == [
        ("Kind", "digest", "front matter: digest; sure"),
        ("Place", "Jiangsu", "follows a correction; read as nothing"),
        ("Meeting", "某会", "session line: 某会; likely"),
    ]
    assert fact(Said("kind", "类别", "摘编", ""), "zh").value == "摘编"
    assert set(NAMES) == set(words.facts)
