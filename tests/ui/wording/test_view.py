"""The tab 提法 as HTML: changes marked, sources numbered through, nothing of it markup."""

import re
from dataclasses import replace

import pytest

from rag.mentions import YearCount
from rag.wordings.tracker import Compared, Course, Reworded, Termed, Used
from tests.ui.fakes import EVIL, TABLE
from ui.wording.changed import changed
from ui.wording.view import sources, view

FIRST, SECOND = TABLE.citations
COURSE = Course(
    "低空经济",
    (YearCount(2024, 0, 0, 2), YearCount(2025, 3, 1, 1)),
    (Used(SECOND, 2), Used(FIRST, 1)),
    Used(FIRST, 1),
)
COMPARED = Compared(
    "云泽",
    2025,
    2026,
    (Termed("低空经济", 2, SECOND),),
    (Termed("老提法", 1, FIRST),),
    (Reworded(FIRST, SECOND),),
)


@pytest.mark.parametrize(
    ("old", "new", "drawn"),
    [
        ("推动经济发展", "推动产业发展", "推动<del>经济</del><ins>产业</ins>发展"),
        ("推动发展", "大力推动发展", "<ins>大力</ins>推动发展"),
        ("推动发展", "推动发展", "推动发展"),
        (
            "增长5%，居全国第3。",
            "增长6%，居全国第3。",
            "增长<del>5%</del><ins>6%</ins>，居全国第3。",
        ),
        ("文中<b>", "文中<i>", "文中&lt;<del>b&gt;</del><ins>i&gt;</ins>"),
    ],
    ids=["instead", "put-in", "same", "figure", "markup"],
)
def test_what_changed_between_two_sentences_is_marked(old: str, new: str, drawn: str) -> None:
    assert changed(old, new) == drawn


def test_a_phrase_is_told_drawn_and_listed() -> None:
    html = view((COURSE,), "zh")
    assert "2 份文件用过“低空经济”，共 3 次。" in html
    assert "最早：云泽2025年" in html
    assert "3次/1份" in html
    assert 'data-event="open" data-index="1"' in html


def test_sources_are_numbered_through_all_that_is_shown() -> None:
    html = view((COURSE, COMPARED), "en")
    numbers = [int(n) for n in re.findall(r'data-index="(\d+)"', html)]
    assert sorted(numbers) == list(range(len(sources((COURSE, COMPARED)))))
    assert sources((COURSE, COMPARED))[2:] == (SECOND, FIRST, FIRST, SECOND)


def test_what_nobody_uses_and_what_does_not_differ_is_said() -> None:
    assert "没有文件用过" in view((replace(COURSE, used=(), first=None),), "zh")
    assert view((replace(COMPARED, new=(), dropped=(), reworded=()),), "en").count("None") == 3
    assert "输入一个词语" in view((), "zh")


def test_nothing_of_it_is_markup() -> None:
    evil = replace(FIRST, text=EVIL, title=EVIL, place=EVIL)
    course = replace(COURSE, phrase=EVIL, used=(Used(evil, 1),), first=Used(evil, 1))
    compared = replace(
        COMPARED, place=EVIL, new=(Termed(EVIL, 1, evil),), reworded=(Reworded(evil, evil),)
    )
    assert "<img" not in view((course, compared), "zh")
